/** Questions as they leave, with the replies that they should get. */
import { EMPTY_PLAN } from '../query/understand/plans.ts';

const planned = (plan: object): string =>
  JSON.stringify({ outcome: 'plan', plan: { ...EMPTY_PLAN, ...plan } });

export const EXAMPLES: readonly { question: string; reply: string }[] = [
  {
    question: 'snoozing punters with more than <NUMBER_1> in deposits, fattest <NUMBER_2>',
    reply: planned({
      where: [
        { op: 'in', field: 'activity', is: true, codes: ['dormant'] },
        { op: 'gt', field: 'deposits', value: 'NUMBER_1' },
      ],
      sort: { field: 'deposits', direction: 'desc' },
      limit: 'NUMBER_2',
    }),
  },
  {
    question: '<PERIOD_1> 没搭理过的大户有几个',
    reply: planned({
      kind: 'count',
      where: [
        { op: 'in', field: 'tier', is: true, codes: ['key', 'premier', 'class_1'] },
        {
          op: 'within',
          field: 'lastContactOn',
          is: false,
          from: 'PERIOD_1.start',
          to: 'PERIOD_1.end',
        },
      ],
    }),
  },
  {
    question: 'which punters like football',
    reply: '{"outcome":"unsupported","plan":null}',
  },
];
