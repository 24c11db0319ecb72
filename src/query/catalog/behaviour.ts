/** What the client does, when it was last spoken to, and whether it may leave. */
import { ACTIVITY_STATES, CHURN_BANDS, LIFECYCLE_STAGES } from '../../domain/client.ts';
import { activityNames, churnBandNames, lifecycleNames } from '../../text/fields.ts';
import { type CatalogField, field } from './field.ts';

export const behaviourFields: readonly CatalogField[] = [
  field({
    key: 'activity',
    type: 'code',
    name: { en: 'Activity', zh: '活跃度' },
    words: { en: ['activity state'], zh: ['活跃状态', '活跃程度'] },
    codes: ACTIVITY_STATES,
    codeNames: { en: activityNames.en, zh: activityNames['zh-CN'] },
    codeWords: [
      { codes: ['dormant'], en: ['sleeping'], zh: ['休眠'] },
      { codes: ['long_inactive'], en: ['long-term inactive'], zh: [] },
      {
        codes: ['dormant', 'long_inactive'],
        en: ['dormant or longer', 'dormant or worse'],
        zh: ['沉睡及以上', '沉睡或更久'],
      },
    ],
    can: ['filter', 'group'],
  }),
  field({
    key: 'idleDays',
    type: 'days',
    name: { en: 'Idle days', zh: '未动账天数' },
    words: {
      en: ['idle', 'days idle', 'days since last transaction', 'days since the last transaction'],
      zh: ['不动账天数', '闲置天数', '未交易天数'],
    },
    can: ['filter', 'sort'],
  }),
  field({
    key: 'lastTransactionOn',
    type: 'date',
    name: { en: 'Last transaction', zh: '最近交易日' },
    words: {
      en: ['last transaction date', 'date of last transaction', 'last transacted'],
      zh: ['最后交易日', '最后交易', '上次交易', '最后一次交易', '最近一次交易'],
    },
    eventWords: {
      en: ['transacted', 'transaction', 'moved money'],
      zh: ['交易', '交易过', '动账', '动过账', '发生交易', '有交易', '有过交易'],
    },
    can: ['filter', 'sort'],
    whenNull: 'never',
  }),
  field({
    key: 'lastContactOn',
    type: 'date',
    name: { en: 'Last contact', zh: '最近联系日' },
    words: {
      en: [
        'last contact date',
        'date of last contact',
        'last contacted',
        'last spoke to',
        'last speak to',
      ],
      zh: ['最后联系', '上次联系', '最后一次联系', '最近一次联系', '最后联系日'],
    },
    eventWords: {
      en: [
        'contacted',
        'contact',
        'contacted by me',
        'heard from me',
        'spoken to',
        'spoken with',
        'talked to',
        'talked with',
        'been in touch with',
        'in touch with',
        'reached',
      ],
      zh: ['联系', '联系过', '联络', '联络过', '沟通', '沟通过'],
    },
    can: ['filter', 'sort'],
    whenNull: 'never',
  }),
  field({
    key: 'contactGapDays',
    type: 'days',
    name: { en: 'Contact gap', zh: '联系间隔天数' },
    words: {
      en: ['contact gap days', 'days since last contact', 'days since the last contact'],
      zh: ['联系间隔', '未联系天数', '失联天数'],
    },
    can: ['filter', 'sort'],
  }),
  field({
    key: 'lifecycle',
    type: 'code',
    name: { en: 'Lifecycle', zh: '生命周期' },
    words: {
      en: ['lifecycle stage', 'life cycle', 'life cycle stage'],
      zh: ['生命周期阶段', '生命阶段'],
    },
    codes: LIFECYCLE_STAGES,
    codeNames: { en: lifecycleNames.en, zh: lifecycleNames['zh-CN'] },
    codeWords: [
      { codes: ['lost'], en: ['churned', 'attrited'], zh: ['已流失'] },
      { codes: ['won_back'], en: ['returned'], zh: ['挽回'] },
      { codes: ['new'], en: [], zh: ['新'] },
    ],
    can: ['filter', 'group'],
  }),
  field({
    key: 'churnBand',
    type: 'code',
    name: { en: 'Churn risk', zh: '流失风险' },
    words: {
      en: ['churn', 'churn band', 'churn risk band', 'attrition risk', 'risk of churn'],
      zh: ['流失风险等级', '流失等级', '流失预警等级'],
    },
    codes: CHURN_BANDS,
    codeNames: { en: churnBandNames.en, zh: churnBandNames['zh-CN'] },
    codeWords: [
      { codes: ['medium'], en: ['moderate'], zh: ['中级'] },
      { codes: ['high', 'medium'], en: [], zh: ['中高', '中高级'] },
    ],
    codesNeedField: true,
    can: ['filter', 'group'],
  }),
  field({
    key: 'churnScore',
    type: 'points',
    name: { en: 'Churn score', zh: '流失评分' },
    words: { en: ['churn points', 'churn risk score'], zh: ['流失分', '流失分数', '流失得分'] },
    can: ['filter', 'sort', 'measure'],
  }),
  field({
    key: 'valueAtRisk',
    type: 'money',
    name: { en: 'Value at risk', zh: '风险价值' },
    words: { en: ['money at risk', 'aum at risk'], zh: ['风险金额', '在险价值'] },
    can: ['filter', 'sort', 'measure'],
  }),
];
