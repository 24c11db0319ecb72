/** Phrases that mean a fact, a condition or a time as a whole. */
import type { TimeUnit } from '../items.ts';
import { marks, means, type WordEntry } from './entry.ts';

/** What went out, what came in. */
const TAKEN = [
  ['taken out', 'put in'],
  ['took out', 'put in'],
  ['taken out', 'paid in'],
  ['took out', 'paid in'],
  ['withdrawn', 'deposited'],
  ['withdrew', 'deposited'],
] as const;

const preceding = (unit: TimeUnit, words: string): WordEntry[] => [
  means({ type: 'preceding', unit }, words),
];

export const phraseWords: readonly WordEntry[] = [
  means({ type: 'field', field: 'tier' }, 'which class|what class|几类|哪一类|哪类|什么类别|几级'),
  means(
    { type: 'field', field: 'nextTierGap' },
    'from the next tier|from moving up|from the tier above|missing for the next tier|short of the next tier',
    '离升级还差|距升级还差|距离升级还差|离下一级还差|离升级差|还差|距离下一级还差|离上一级还差|距下一层级还差|离下一层级还差',
  ),
  // One plan has one side.
  marks('unclear', 'with and without|with or without|有和没有|有或没有|有无'),
  marks(
    'unclear',
    'closed alerts|alerts closed|alert closed|alerts were closed|resolved alerts|alerts resolved|alerts were resolved',
    'what new|whats new|what is new|how old is the complaint|how old is the account|how old is the balance',
    'new alerts|alerts opened|alerts raised',
    '新增的预警|新增预警|新的预警|新预警|新触发的预警|已关闭的预警|关闭的预警|已处理的预警|处理过的预警|已解除的预警',
  ),
  // A client leaves; what money left is gross, and only the net flow is known.
  marks(
    'unclear',
    'how much money left|how much money has left|how much aum left|money left|money that left|money has left|money leave|funds left|cash left|assets left|aum left|deposits left|how much left',
  ),
  // Only what is open, and when it was made, can be asked of a complaint.
  marks(
    'unknown',
    'closed complaints|complaints closed|complaint closed|complaints were closed|complaint was closed',
    'complaints resolved|complaints were resolved|resolved complaints|complaints got closed',
    '已结案的投诉|已结投诉|结案的投诉|投诉结案|投诉已结|已解决的投诉|结了几个投诉|投诉结了',
  ),
  means({ type: 'field', field: 'nextTierGap' }, 'how far'),
  means(
    { type: 'sort', field: 'contactGapDays', direction: 'desc', n: null },
    'gone longest without contacting|gone longest without contact|gone the longest without contact|longest without contact',
    'not contacted for the longest|longest since last contact|longest not contacted|longest since contact',
    '最久没联系|最久未联系|最久没有联系|最长时间没联系|最长时间未联系|最久没联系过',
  ),
  means(
    { type: 'sort', field: 'idleDays', direction: 'desc', n: null },
    'longest without a transaction|idle the longest|idle longest|longest idle|longest inactive',
    '最久没动账|最久未动账|最久没交易|最久没有交易|最久没动过账|闲置最久',
  ),
  means(
    {
      type: 'code',
      readings: [{ field: 'churnBand', codes: ['high'], needsField: false }],
      joined: 'none',
    },
    'at high risk of churn|high risk of churn|at high risk of churning|at high risk of leaving|high risk of leaving',
  ),
  means(
    { type: 'condition', conditions: [{ op: 'gt', field: 'loans', value: 0 }] },
    'owe us money|owe money|owes us money|owing us money|有负债|欠我们钱|有欠款',
  ),
  means(
    { type: 'trend', sign: -1, relative: false, field: 'netInflow' },
    ...TAKEN.map(([out, in_]) => `${out} more than they ${in_}`),
    ...TAKEN.map(([out, in_]) => `${out} more money than they ${in_}`),
  ),
  means({ type: 'field', field: 'computedTier' }, 'computed one|calculated one|the system one'),
  ...preceding('week', 'the week before|前一周'),
  ...preceding('month', 'the month before|month before|前一个月|前一月'),
  ...preceding('quarter', 'the quarter before|quarter before|前一季度|前一个季度'),
  ...preceding('year', 'the year before|year before|前一年'),
];
