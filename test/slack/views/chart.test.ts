import { describe, expect, test } from 'vitest';
import type { Answer, Group } from '../../../src/assistant/answer.ts';
import { checkBlocks } from '../../../src/local-slack/check-blocks/check-surface.ts';
import { EMPTY_PLAN } from '../../../src/query/understand/plans.ts';
import { answerView } from '../../../src/slack/views/answer.ts';
import { chartsOf, chartWords } from '../../../src/slack/views/chart.ts';
import { emptyAnswer } from '../empty-answer.ts';

const answer = (more: Partial<Answer>): Answer => ({
  ...emptyAnswer,
  status: 'answered',
  businessDate: '2026-11-21',
  ...more,
});
const group = (key: string, count: number, more: Partial<Group> = {}): Group => ({
  ...{ key, name: key, count },
  ...more,
});
const groupPlan = { ...EMPTY_PLAN, kind: 'groups' as const, groupBy: ['tier' as const] };
const wordsOf = (one: Answer): string[] =>
  chartsOf(one).map((chart) => chartWords(chart, one.language));

const MOVES = [
  { from: 'quality', to: 'key', count: 4 },
  { from: 'key', to: 'quality', count: 2 },
  { from: 'class_3', to: 'class_2', count: 1 },
];

describe('a chart in words', () => {
  test('the mix names each group with its number, the empty ones left out', () => {
    const groups = [group('Key', 90), group('Premier', 0), group('Mass', 1148)];
    const shown = answer({ plan: groupPlan, groups });
    expect(wordsOf(shown)).toEqual(['Clients by tier: Key 90, Mass 1,148']);
    expect(wordsOf({ ...shown, language: 'zh-CN' })).toEqual([
      '客户分布：等级：Key 90、Mass 1,148',
    ]);
  });

  test('of each tier how many came and how many left, on the ladder’s order', () => {
    expect(wordsOf(answer({ plan: EMPTY_PLAN, moves: MOVES }))).toEqual([
      'Tier moves: Moved in: Quality 2, Key 4, Class 3 0, Class 2 1; Moved out: Quality 4, Key 2, Class 3 1, Class 2 0',
    ]);
    expect(wordsOf(answer({ plan: EMPTY_PLAN, moves: [], language: 'zh-CN' }))).toEqual([]);
  });

  test('then and now stand beside each other for each group', () => {
    const plan = { ...groupPlan, versus: { asOf: '2026-06-30' } };
    const groups = [
      group('Key', 90, { countThen: 87, countChange: 3 }),
      group('none', 0, { countThen: 11, countChange: -11 }),
    ];
    expect(wordsOf(answer({ plan, groups }))).toEqual([
      'Clients by tier: 2026-06-30: Key 87, none 11; 2026-11-21: Key 90, none 0',
    ]);
  });

  test('a comparison without groups is a line from then to now', () => {
    const plan = {
      ...EMPTY_PLAN,
      ...{ kind: 'aggregate' as const, measures: [{ of: 'sum' as const, field: 'aum' as const }] },
      versus: { asOf: '2026-06-30' },
    };
    const groups = [group('then', 599, { aum: -12.5 }), group('now', 599, { aum: 20 })];
    const shown = answer({ plan, groups });
    expect(chartsOf(shown)[0]?.chart.type).toBe('line');
    expect(wordsOf(shown)).toEqual(['Clients: 2026-06-30 -12.5, 2026-11-21 20']);
  });
});

test('the message says in its text what its chart draws, and Slack takes both', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const shown = answer({ plan: EMPTY_PLAN, moves: MOVES, language, total: 7 });
    const { text, blocks } = answerView(shown, { masked: false, tables: true, charts: true });
    expect(checkBlocks(blocks, 'message', '')).toEqual([]);
    expect(text).toContain(wordsOf(shown)[0]);
    expect(JSON.stringify(blocks)).toMatch(/Quality → Key 4|优质 → 重点 4/);
  }
});
