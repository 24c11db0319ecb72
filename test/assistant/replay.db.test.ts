import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assistant/answer.ts';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { type Replay, replayAnswer } from '../../src/assistant/replay-answer.ts';
import type { Actor } from '../../src/domain/actor.ts';
import { runNight } from '../../src/nightly/run-night.ts';
import { bankOf } from '../nightly/small-bank.ts';
import { writeBank } from '../nightly/write-bank.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { actor, fillSmallBank, PEOPLE } from '../support/small-bank.ts';

let bank: TestDatabase;
beforeEach(async () => {
  bank = await openTestDatabase();
});
afterEach(() => bank.close());

const now = () => Temporal.Instant.from('2026-06-01T01:00:00Z');
const context = () => ({ database: bank.database, now });

const ask = async (text: string, who: Actor): Promise<Answer> => {
  const answer = await answerQuestion(context(), { actor: who, text, locale: 'en' });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
};

const replay = (answer: Answer, by: Actor | null = null) =>
  replayAnswer(context(), { receiptId: answer.receiptId ?? '', by });

const replayed = async (answer: Answer): Promise<Replay> => {
  const result = await replay(answer);
  if (!result.ok) throw new Error(result.problem.en);
  return result.value;
};

describe('on the same date', () => {
  beforeEach(() => fillSmallBank(bank));

  test.each([
    ['key clients'],
    ['clients by tier'],
    ['total AUM of key clients'],
    ['AUM of C02'],
    ['why C02'],
  ])('%s is the same answer again', async (text) => {
    const first = await ask(text, PEOPLE.own);
    const { identical, changes, ...again } = await replayed(first);
    expect(again).toEqual(first);
    expect({ identical, changes }).toEqual({ identical: true, changes: [] });
  });

  test('corrected facts are said, not hidden', async () => {
    const first = await ask('key clients', PEOPLE.own);
    await bank.owner`update client_state set aum_minor = 1 where client_id = 'C02'`;
    await bank.owner`update client_state set in_force_tier = 'key' where client_id = 'C01'`;
    expect(await replayed(first)).toMatchObject({
      identical: false,
      total: 3,
      changes: ['2 matched then, 3 now', '1 rows more, 0 rows fewer, 1 rows with other figures'],
    });
  });

  test('a client that was reassigned since, even as of an earlier day, is still in the answer', async () => {
    const first = await ask('key clients', PEOPLE.own);
    await bank.owner`update coverage set superseded_at = '2026-06-02' where client_id = 'C02'`;
    await bank.owner`
      insert into coverage (client_id, manager_id, valid_from, valid_to, source, recorded_at)
      values ('C02', 'M1', '2019-01-01', '2019-09-28', 'request', '2026-06-02'),
             ('C02', 'M2', '2019-09-28', null, 'request', '2026-06-02')`;
    expect((await ask('key clients', PEOPLE.own)).total).toBe(1);
    expect(await replayed(first)).toMatchObject({ identical: true, total: 2, changes: [] });
  });

  test('only the asker and compliance may; others learn not even that it exists', async () => {
    const first = await ask('key clients', PEOPLE.own);
    expect((await replay(first, PEOPLE.own)).ok).toBe(true);
    expect((await replay(first, PEOPLE.compliance)).ok).toBe(true);
    const refused = await replay(first, PEOPLE.other);
    const unknown = await replayAnswer(context(), { receiptId: 'none', by: PEOPLE.other });
    expect(refused).toEqual(unknown);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'no_receipt' } });
  });

  test("compliance replays the asker's scope, and the replay is on record", async () => {
    const first = await ask('key clients', PEOPLE.own);
    const again = await replay(first, PEOPLE.compliance);
    expect(again).toMatchObject({ ok: true, value: { identical: true, total: 2 } });
    const [row] = await bank.owner`select count(*)::int as n from receipts where actor_id = 'A1'`;
    expect(row?.n).toBe(1);
  });

  test('a refusal is refused again; what asked back ran nothing', async () => {
    expect(await replayed(await ask('export this', PEOPLE.own))).toMatchObject({
      status: 'refused',
      reason: 'write_request',
      identical: true,
    });
    const vague = await replay(await ask('dormant active clients', PEOPLE.own));
    expect(vague).toMatchObject({ ok: false, problem: { code: 'ran_nothing' } });
  });
});

describe('when a newer night has come', () => {
  const WHO = actor('M1');
  const FIRST = '2026-03-31';
  const LATER = '2026-05-31';

  const night = async (on: string): Promise<void> => {
    const run = await runNight(
      { database: bank.database, now },
      { businessDate: Temporal.PlainDate.from(on) },
    );
    if (!run.ok) throw new Error(run.problem.en);
  };

  beforeEach(async () => {
    const account = (client: string, units: bigint) => ({
      client,
      balances: [
        ['2025-01-01', units * 100n],
        ['2026-04-15', units * 20n],
      ] as [string, bigint][],
    });
    const accounts = [
      account('C10', 400_000n),
      account('C20', 2_000_000n),
      account('C30', 60_000n),
    ];
    await writeBank(bank.database.service.sql, bankOf(LATER, accounts));
    await bank.owner`insert into branches (branch_id, name) values ('B1', 'First')`;
    await bank.owner`insert into managers (manager_id, name, email, role, branch_id)
      values ('M1', 'Manager M1', 'm1@bank.example', 'relationship_manager', 'B1')`;
    await bank.owner`insert into coverage (client_id, manager_id, valid_from, source, recorded_at)
      select client_id, 'M1', '2020-01-01', 'file', '2026-01-01' from clients`;
    await night(FIRST);
  });

  test.each([
    ['clients above 300k'],
    ['average AUM of key clients'],
    ['clients by tier'],
    ['total deposits'],
    ['AUM of C20'],
    ['why C10'],
  ])('%s is answered as of its own date', async (text) => {
    const first = await ask(text, WHO);
    await night(LATER);
    const today = await ask(text, WHO);
    expect(today.businessDate).toBe(LATER);
    const { identical, changes, ...again } = await replayed(first);
    expect(changes).toEqual([]);
    expect(identical).toBe(true);
    expect(again).toEqual(first);
  });

  test('today stays today after a replay on the same connections', async () => {
    const first = await ask('total deposits', WHO);
    await night(LATER);
    const today = await ask('total deposits', WHO);
    for (let i = 0; i < 12; i += 1) await replayed(first);
    expect((await ask('total deposits', WHO)).value).toBe(today.value);
    expect(today.value).not.toBe(first.value);
  });

  test('a balance corrected since is said', async () => {
    const first = await ask('clients above 300k', WHO);
    await night(LATER);
    await bank.owner`update balances set balance_minor = 35000000
      where client_id = 'C10' and "on" = '2025-01-01'`;
    expect(await replayed(first)).toMatchObject({
      identical: false,
      changes: [expect.stringContaining('1 rows with other figures')],
    });
  });
});
