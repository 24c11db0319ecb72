/** The household that the client belongs to, and what it holds together. */
import { type CatalogField, field } from './field.ts';

export const householdFields: readonly CatalogField[] = [
  field({
    key: 'household',
    type: 'text',
    name: { en: 'Household', zh: '家庭' },
    words: {
      en: ['household id', 'which household', 'what household'],
      zh: ['家庭编号', '家庭户', '哪个家庭', '所属家庭'],
    },
    can: ['group'],
    whenNull: 'none',
  }),
  field({
    key: 'inHousehold',
    type: 'flag',
    name: { en: 'In a household', zh: '有家庭成员' },
    words: {
      en: [
        'belong to a household',
        'belongs to a household',
        'belonging to a household',
        'part of a household',
        'member of a household',
        'with a household',
      ],
      zh: ['有家庭关系', '属于家庭', '有家庭', '有家人'],
    },
    can: ['filter'],
  }),
  field({
    key: 'householdSize',
    type: 'count',
    name: { en: 'Household size', zh: '家庭人数' },
    words: {
      en: ['household members', 'number of household members', 'size of the household'],
      zh: ['家庭成员数', '家庭成员数量', '家庭规模'],
    },
    can: ['filter', 'sort'],
    whenNull: 'none',
  }),
  field({
    key: 'householdAum',
    type: 'money',
    name: { en: 'Household AUM', zh: '家庭总资产' },
    words: {
      en: [
        'households holding',
        'household holding',
        'households with',
        'in a household with',
        'in households with',
        'household with',
        'households that hold',
        'household assets',
        'total household aum',
        'household total',
        'household wealth',
        'aum of the household',
        'hold together',
        'together hold',
      ],
      zh: ['家庭资产', '家庭资产合计', '家庭资产总额', '家庭aum', '全家资产', '家庭合计资产'],
    },
    can: ['filter', 'sort'],
    whenNull: 'none',
  }),
];
