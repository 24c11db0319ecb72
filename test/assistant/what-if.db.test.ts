import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { explainClient } from '../../src/assistant/explain-client.ts';
import { replayAnswer } from '../../src/assistant/replay-answer.ts';
import { answerWhatIf } from '../../src/assistant/what-if.ts';
import { branches, coverage, managers } from '../../src/db/schema/index.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { answerView } from '../../src/slack/views/answer.ts';
import { bankOf } from '../nightly/small-bank.ts';
import { writeBank } from '../nightly/write-bank.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { actor } from '../support/small-bank.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const now = () => Temporal.Instant.from('2026-05-01T01:00:00Z');
const own = actor('M1');
const other = actor('M2');

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  const { orm, sql } = db.database.service;
  const bank = bankOf('2026-04-30', [
    {
      client: 'C1',
      balances: [
        ['2025-01-01', 40_000_000n],
        ['2026-02-01', 26_160_000n],
      ],
    },
    { client: 'C2', currency: 'USD', balances: [['2025-01-01', 1_000_000n]] },
  ]);
  bank.rates = [{ currency: 'USD', on: '2025-01-01', rate: '7' }];
  await writeBank(sql, bank);
  await orm.insert(branches).values({ branchId: 'B1', name: 'First', parentBranchId: null });
  await orm.insert(managers).values([own, other]);
  await orm.insert(coverage).values(
    ['C1', 'C2'].map((clientId) => ({
      clientId,
      managerId: 'M1',
      validFrom: date('2020-01-01'),
      source: 'file' as const,
      recordedAt: now(),
    })),
  );
  const run = await runNight(
    { database: db.database, now },
    { businessDate: date('2026-04-30'), from: date('2025-12-31') },
  );
  if (!run.ok) throw new Error(run.problem.en);
});
afterAll(() => db.close());

const context = () => ({ database: db.database, now });
const whatIf = (
  wish: { on?: string; minor: bigint | null },
  { who = own, clientId = 'C1', months = 6 } = {},
) =>
  answerWhatIf(context(), {
    actor: who,
    clientId,
    wish: { on: wish.on ? date(wish.on) : null, minor: wish.minor },
    months,
  });

describe('what if', () => {
  test('she deposits: the tier is kept, where it would be lost without', async () => {
    const answer = await whatIf({ on: '2026-05-15', minor: 20_000_000n });
    expect(answer).toMatchObject({ ok: true, value: { inForceTier: 'key', moves: [] } });
    if (!answer.ok) return;
    expect(`${answer.value.without.moves[0]?.on}`).toBe('2026-06-30');
    expect(answer.value.without.moves[0]).toMatchObject({ from: 'key', to: 'quality' });
  });

  test('an override of today is where it begins, not a move', async () => {
    await db.owner`
      insert into overrides (client_id, override_id, tier, reason_code, reason_text, valid_from, valid_to, request_id, recorded_at)
      values ('C2', 'O1', 'premier', 'other', 'x', '2026-04-30', '2026-07-15', 'R1', now())`;
    const answer = await whatIf({ minor: null }, { clientId: 'C2' });
    await db.owner`delete from overrides`;
    expect(answer).toMatchObject({ ok: true, value: { inForceTier: 'premier' } });
    if (!answer.ok) return;
    expect(answer.value.moves.map(({ on, from }) => `${on} ${from}`)[0]).toBe('2026-07-31 premier');
  });

  test('half of it goes: the movement is half of what is held, in the reporting currency', async () => {
    const answer = await whatIf({ minor: null }, { clientId: 'C2' });
    expect(answer).toMatchObject({ ok: true, value: { movement: { minor: -3_500_000n } } });
    if (!answer.ok) return;
    expect(answer.value.months.at(-1)?.averageMinor).toBe(3_500_000n);
    expect(answer.value.without.months.at(-1)?.averageMinor).toBe(7_000_000n);
    expect(answer.value.moves.map(({ to }) => to)).toEqual(['potential']);
  });

  test('the first month ahead without a movement equals the night that will come', async () => {
    const answer = await whatIf({ on: '2027-01-01', minor: 1n }, { months: 1 });
    if (!answer.ok) throw new Error(answer.problem.en);
    const [month] = answer.value.months;
    await db.owner`update feeds set loaded_through = '2026-05-31'`;
    const run = await runNight(
      { database: db.database, now },
      { businessDate: date('2026-05-31') },
    );
    expect(run.ok).toBe(true);
    const [state] = await db.owner`
      select computed_tier, in_force_tier, months_below,
             round(avg3_sum_minor::numeric / avg3_days)::bigint as average
        from client_state where client_id = 'C1'`;
    expect({ ...state }).toEqual({
      computed_tier: month?.computedTier,
      in_force_tier: month?.inForceTier,
      months_below: month?.monthsBelow,
      average: month?.averageMinor,
    });
  });

  test.each([
    ['a date that does not lie ahead', { on: '2026-04-30', minor: 1n }, own, 'C1', 'not_ahead'],
    ["a colleague's client", { minor: 1n }, other, 'C1', 'other_book'],
    ['nobody', { minor: 1n }, own, 'C9', 'other_book'],
  ])('of %s is refused', async (_, wish, who, clientId, code) => {
    expect(await whatIf(wish, { who, clientId })).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('explaining a client whose tier is about to be lost', () => {
  test('says what keeps it, how far the clock is, and when it could be lost; and how to say so', async () => {
    const answer = await explainClient(context(), { actor: own, clientId: 'C1', locale: 'en' });
    if (!answer.ok) throw new Error(answer.problem.en);
    const { assessment } = answer.value;
    expect(assessment).toMatchObject({
      inForceTier: 'key',
      computedTier: 'quality',
      demotionClock: 2,
      demotion: {
        tier: 'key',
        below: 'quality',
        months: 2,
        needed: 3,
        average: 261_600,
        lacking: 38_400,
        bufferLacking: 8_400,
        earliestOn: '2026-06-30',
        heldUntil: null,
      },
    });
    expect(assessment?.demotion?.text[0]).toBe(
      'CN¥38,400 more on average keeps Key; month 2 of 3 below the floor; earliest demotion to Quality 2026-06-30.',
    );
    const told = JSON.stringify([
      assessment?.demotion?.clientText,
      ...(assessment?.reasons ?? []).map(({ clientText }) => clientText),
    ]);
    expect(told).toContain('You remain a Key client');
    expect(told).not.toMatch(/churn|risk|product|cadence|score/i);
    const churn = assessment?.churn.reasons ?? [];
    expect(churn.every(({ clientText }) => clientText === null)).toBe(true);
  });

  test.each([
    ['why C1', 'en', '38,400 more on average keeps Key; month 2 of 3'],
    ['解释C1的等级', 'zh-CN', '日均再增加 ¥38,400 即可保持重点'],
  ] as const)('a question in words says the same, in Slack too: %s', async (text, locale, told) => {
    const asked = await answerQuestion(context(), { actor: own, text, locale });
    const explained = await explainClient(context(), { actor: own, clientId: 'C1', locale });
    if (!asked.ok || !explained.ok) throw new Error('no answer');
    expect(asked.value.plan).toMatchObject({ kind: 'explain' });
    expect(asked.value.assessment).toEqual(explained.value.assessment);
    const view = answerView(asked.value, { masked: false, tables: false });
    expect(JSON.stringify(view.blocks)).toContain(told);
    const { receiptId } = asked.value;
    expect(await replayAnswer(context(), { receiptId: receiptId ?? '', by: null })).toMatchObject({
      ok: true,
      value: { identical: true, assessment: { demotion: { months: 2 } } },
    });
  });

  test('says nothing of a loss where none is near', async () => {
    const answer = await explainClient(context(), { actor: own, clientId: 'C2', locale: 'zh-CN' });
    expect(answer).toMatchObject({ ok: true, value: { assessment: { demotion: null } } });
  });
});
