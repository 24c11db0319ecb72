/** What the client is worth and needs: scores, the 16-grid, quintiles within the branch. */
import { NEED_TIERS, PRODUCT_LINES } from '../../domain/client.ts';
import { GRID_CELLS, gridNames, lineNames } from '../../text/field-codes.ts';
import { needTierNames } from '../../text/fields.ts';
import type { FieldKey } from '../field-keys.ts';
import { type CatalogField, field } from './field.ts';

const quintile = (key: FieldKey, en: string, zh: string, words: { en: string[]; zh: string[] }) =>
  field({
    key,
    type: 'count',
    scale: 5,
    name: { en, zh },
    words,
    can: ['filter', 'sort', 'measure'],
  });

export const scoreFields: readonly CatalogField[] = [
  field({
    key: 'valueScore',
    type: 'points',
    name: { en: 'Value score', zh: '价值评分' },
    words: {
      en: ['client value score', 'value points'],
      zh: ['价值分', '价值得分', '客户价值评分', '综合价值评分'],
    },
    can: ['filter', 'sort', 'measure'],
  }),
  field({
    key: 'gridCell',
    type: 'code',
    name: { en: 'Grid cell', zh: '十六格' },
    words: {
      en: [
        'cell of the 16 grid',
        '16 grid cells',
        'cell of the sixteen grid',
        '16 grid',
        '16 grid cell',
        'sixteen grid',
        'cell of the grid',
        'value grid',
        'grid',
      ],
      zh: [
        '价值和活跃度分成十六格',
        '格',
        '十六格里',
        '十六格中',
        '16格',
        '十六宫格',
        '16宫格',
        '价值活跃度格',
        '价值和活跃度十六格',
        '价值和活跃度',
      ],
    },
    codes: GRID_CELLS,
    codeNames: { en: gridNames.en, zh: gridNames['zh-CN'] },
    can: ['filter', 'group'],
    whenNull: 'none',
  }),
  field({
    key: 'needTier',
    type: 'code',
    name: { en: 'Service need', zh: '服务需求' },
    words: { en: ['need tier', 'level of advice'], zh: ['需求层次', '需求等级'] },
    codes: NEED_TIERS,
    codeNames: { en: needTierNames.en, zh: needTierNames['zh-CN'] },
    codesNeedField: true,
    can: ['filter', 'group'],
  }),
  field({
    key: 'productGap',
    type: 'codes',
    name: { en: 'Product gap', zh: '产品缺口' },
    words: {
      en: ['missing products', 'products missing', 'expected products not held'],
      zh: ['缺口产品', '缺少产品', '应有未有产品'],
    },
    codes: PRODUCT_LINES,
    codeNames: { en: lineNames.en, zh: lineNames['zh-CN'] },
    codesNeedField: true,
    can: ['filter'],
    whenNull: 'none',
  }),
  quintile('rfmRecency', 'RFM recency', 'RFM近度', {
    en: ['recency', 'recency score', 'rfm r'],
    zh: ['rfm中r值', 'rfm的r值', 'r值', 'rfm r值', '近度', '近度得分', 'rfm近度得分'],
  }),
  quintile('rfmFrequency', 'RFM frequency', 'RFM频度', {
    en: ['frequency', 'frequency score', 'rfm f'],
    zh: ['rfm中f值', 'rfm的f值', 'f值', 'rfm f值', '频度', '频度得分', 'rfm频度得分'],
  }),
  quintile('rfmMonetary', 'RFM monetary', 'RFM金额', {
    en: ['monetary', 'monetary score', 'rfm m', 'rfm monetary value'],
    zh: ['rfm中m值', 'rfm的m值', 'm值', 'rfm m值', 'rfm金额得分', '金额得分'],
  }),
];
