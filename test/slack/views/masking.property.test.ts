import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Column } from '../../../src/assistant/answer.ts';
import { LOCALES } from '../../../src/domain/actor.ts';
import { answerView } from '../../../src/slack/views/answer.ts';
import { emptyAnswer } from '../empty-answer.ts';

const column = (key: string, kind: Column['kind']): Column => ({
  ...{ key, kind, heading: key, labels: null, whenNull: '–' },
});
const columns = [
  column('clientId', 'id'),
  column('name', 'text'),
  column('aum', 'money'),
  column('valueAtRisk', 'money'),
];

/** Names that cannot stand in a message by chance. */
const name = fc
  .tuple(fc.constantFrom('王', '张', 'Q', '😀', 'م'), fc.stringMatching(/^[a-z芳敏丽]{4,12}$/))
  .map(([first, rest]) => `${first}zq${rest}`);
/** Amounts of at least seven digits, none of them round. */
const amount = fc.integer({ min: 1_000_001, max: 2_000_000_000 }).map((units) => units + 0.37);
const row = fc.record({
  clientId: fc.stringMatching(/^KD[0-9]{8}$/),
  name,
  aum: amount,
  valueAtRisk: amount,
});
const spelled = (value: number): string[] =>
  [...LOCALES, 'de'].flatMap((locale) => [
    new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(Math.trunc(value)),
    String(Math.trunc(value)),
  ]);

const secretsOf = (
  rows: readonly { clientId: string; name: string; aum: number; valueAtRisk: number }[],
) =>
  rows.flatMap((each) => [
    each.clientId,
    [...each.name].slice(1).join(''),
    ...spelled(each.aum),
    ...spelled(each.valueAtRisk),
  ]);

test('whatever an answer holds, where others look on it shows no name, no id, no amount and no way to them', () => {
  const cases = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 12 }),
    coverRows: fc.array(row, { maxLength: 3 }),
    language: fc.constantFrom(...LOCALES),
    tables: fc.boolean(),
    charts: fc.boolean(),
  });
  fc.assert(
    fc.property(cases, ({ rows, coverRows, language, tables, charts }) => {
      const answer: Answer = {
        ...{ ...emptyAnswer, language, columns, rows, coverRows },
        total: rows.length,
        assessment: {
          ...{ clientId: rows[0]?.clientId ?? '', name: rows[0]?.name ?? '', nextTierGap: null },
          ...{ computedTier: 'key', inForceTier: 'key', lifecycle: 'active', activity: 'active' },
          ...{ reasons: [{ code: 'x', points: 1, text: rows[0]?.name ?? '' }], demotionClock: 0 },
          churn: { score: 1, band: 'low', reasons: [], coverage: 100 },
        },
      };
      const shown = JSON.stringify(answerView(answer, { masked: true, tables, charts }));
      const told = secretsOf([...rows, ...coverRows]).filter((secret) => shown.includes(secret));
      expect(told).toEqual([]);
      expect(shown).not.toContain('export_');
      expect(shown).not.toContain('open_client');
    }),
    { numRuns: 200 },
  );
});
