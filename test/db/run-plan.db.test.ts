import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  findReferenced,
  type PlanRun,
  runAggregate,
  runGroups,
  runList,
  runShare,
} from '../../src/db/run-plan.ts';
import { asActor } from '../../src/db/scope.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { Condition, QueryPlan } from '../../src/query/query-plan.ts';
import { EMPTY_PLAN } from '../../src/query/understand/plans.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { fillSmallBank, ON, PEOPLE, SMALL_BANK, type SmallClient } from '../support/small-bank.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
  await fillSmallBank(bank);
});
afterAll(() => bank.close());

const run = <T>(
  who: Actor,
  plan: Partial<QueryPlan>,
  work: (run: PlanRun) => Promise<T>,
  whose: PlanRun['whose'] = 'mine',
): Promise<T> =>
  asActor(bank.database, who, ON, (transaction) =>
    work({ transaction, actor: who, plan: { ...EMPTY_PLAN, ...plan }, on: ON, digits: 2, whose }),
  );

const idsOf = async (
  who: Actor,
  plan: Partial<QueryPlan>,
  whose: PlanRun['whose'] = 'mine',
): Promise<string[]> => {
  const { rows } = await run(who, plan, (one) => runList(one, ['aum']), whose);
  return rows.map(({ clientId }) => clientId);
};

const mine = SMALL_BANK.filter(
  ({ managerId, client }) => managerId === 'M1' && client.clientId !== 'C06',
);
const expectIds = async (condition: Condition, holds: (client: SmallClient) => boolean) => {
  const ids = await idsOf(PEOPLE.own, { where: [condition] });
  expect(ids.toSorted()).toEqual(mine.filter(holds).map(({ client }) => client.clientId));
};

describe('conditions hold at their edges', () => {
  test.each([
    ['gte', (aum: number) => aum >= 300_000],
    ['gt', (aum: number) => aum > 300_000],
    ['lte', (aum: number) => aum <= 300_000],
    ['lt', (aum: number) => aum < 300_000],
    ['eq', (aum: number) => aum === 300_000],
  ] as const)('AUM %s 300,000', async (op, holds) => {
    await expectIds({ op, field: 'aum', value: 300_000 }, ({ state }) =>
      holds(Number(state.aumMinor) / 100),
    );
  });

  test('an average is compared exactly, not rounded', async () => {
    await expectIds(
      { op: 'gte', field: 'avg3', value: 300_000 },
      ({ client }) => client.clientId === 'C03',
    );
  });

  test('a range includes both ends, and its opposite is everybody else', async () => {
    const range = { op: 'between', field: 'aum', from: 70, to: 300_000 } as const;
    const inside = (client: SmallClient) =>
      client.state.aumMinor >= 7_000n && client.state.aumMinor <= 30_000_000n;
    await expectIds({ ...range, is: true }, inside);
    await expectIds({ ...range, is: false }, (client) => !inside(client));
  });

  test('90 days without contact include the 90th and who never was contacted', async () => {
    const from = ON.subtract({ days: 89 }).toString();
    const period = { op: 'within', field: 'lastContactOn', from, to: ON.toString() } as const;
    const contacted = ({ state }: SmallClient) =>
      state.lastContactOn !== null && (state.contactGapDays ?? 0) <= 89;
    await expectIds({ ...period, is: true }, contacted);
    await expectIds({ ...period, is: false }, (client) => !contacted(client));
  });

  test('who is not recorded has neither transacted nor not transacted', async () => {
    const from = ON.subtract({ days: 179 }).toString();
    const period = { op: 'within', field: 'lastTransactionOn', from, to: ON.toString() } as const;
    await expectIds(
      { ...period, is: true },
      ({ state }) => state.idleDays !== null && (state.idleDays ?? 0) < 180,
    );
    await expectIds({ ...period, is: false }, ({ state }) => state.idleDays === 200);
  });

  test('codes, sets of codes and flags', async () => {
    await expectIds(
      { op: 'in', field: 'tier', is: false, codes: ['mass', 'premier'] },
      ({ state }) => state.inForceTier === 'key',
    );
    await expectIds(
      { op: 'in', field: 'productLines', is: true, codes: ['mortgage', 'fund'] },
      ({ state }) => state.productLines.length > 0,
    );
    await expectIds(
      { op: 'in', field: 'productLines', is: false, codes: ['mortgage'] },
      ({ state }) => !state.productLines.includes('mortgage'),
    );
    await expectIds(
      { op: 'flag', field: 'watch', is: true },
      ({ client }) => client.watch === true,
    );
    await expectIds(
      { op: 'flag', field: 'watch', is: false },
      ({ client }) => client.watch !== true,
    );
    await expectIds(
      { op: 'gte', field: 'productCount', value: 2 },
      ({ state }) => state.productLines.length >= 2,
    );
  });

  test('closed clients come only when asked for; one that closes tomorrow is open', async () => {
    const closed: Condition = { op: 'within', field: 'closedOn', is: true, from: null, to: null };
    expect(await idsOf(PEOPLE.own, { where: [closed] })).toEqual(['C06']);
    expect(await idsOf(PEOPLE.own, {})).not.toContain('C06');
    expect(await idsOf(PEOPLE.own, {})).toContain('C07');
  });
});

test('a tie goes to the lower client id, and a limit does not change the total', async () => {
  const sort = { field: 'aum', direction: 'desc' } as const;
  const { rows, total } = await run(PEOPLE.own, { sort, limit: 3 }, (one) => runList(one, []));
  expect(rows.map(({ clientId }) => clientId)).toEqual(['C03', 'C04', 'C02']);
  expect(total).toBe(mine.length);
});

test('who has no value comes last in either direction', async () => {
  for (const direction of ['asc', 'desc'] as const) {
    const ids = await idsOf(PEOPLE.own, { sort: { field: 'lastContactOn', direction } });
    expect(ids.at(-1)).toBe('C04');
  }
});

describe('whose clients', () => {
  test('a manager has the own book, a head the branch with its unowned, compliance all', async () => {
    expect(await idsOf(PEOPLE.other, {})).toEqual(['C11']);
    expect(await idsOf(PEOPLE.head, {})).toEqual(['C11', 'C12', 'C13']);
    expect(await idsOf(PEOPLE.compliance, {})).toHaveLength(SMALL_BANK.length - 1);
  });

  test('clients of a covered colleague are apart', async () => {
    expect(await idsOf(PEOPLE.own, {}, { coveredManagers: ['M3'] })).toEqual(['C12']);
    expect(await idsOf(PEOPLE.own, {})).not.toContain('C12');
  });

  test("without the application's own filter the database still hides everybody else's", async () => {
    expect((await idsOf(PEOPLE.own, {}, 'anyVisible')).toSorted()).toEqual(
      SMALL_BANK.filter(
        ({ managerId, client }) =>
          ['M1', 'M3'].includes(managerId ?? '') && client.clientId !== 'C06',
      ).map(({ client }) => client.clientId),
    );
    expect(await idsOf(PEOPLE.other, {}, 'anyVisible')).toEqual(['C11']);
    expect(await idsOf(PEOPLE.other, {}, { coveredManagers: ['M1', 'M3'] })).toEqual([]);
  });
});

test('sums, groups and shares agree with the list', async () => {
  const sum = { of: 'sum', field: 'aum' } as const;
  const { measures, total } = await run(
    PEOPLE.own,
    { kind: 'aggregate', measures: [sum] },
    runAggregate,
  );
  const all = mine.reduce((sumMinor, { state }) => sumMinor + state.aumMinor, 0n);
  expect({ measures, total }).toEqual({
    measures: [{ sum: all.toString(), n: mine.length }],
    total: mine.length,
  });

  const groups = await run(
    PEOPLE.own,
    { kind: 'groups', groupBy: ['tier'], measures: [sum] },
    runGroups,
  );
  const key = mine.filter(({ state }) => state.inForceTier === 'key');
  expect(groups.find(({ keys }) => keys[0] === 'key')).toMatchObject({
    count: key.length,
    measures: [{ sum: key.reduce((n, { state }) => n + state.aumMinor, 0n).toString() }],
  });
  expect(groups.reduce((n, { count }) => n + count, 0)).toBe(mine.length);

  const dormant: Condition = { op: 'in', field: 'activity', is: true, codes: ['dormant'] };
  const share = await run(PEOPLE.own, { kind: 'share', where: [dormant] }, runShare);
  expect(share).toEqual([{ keys: [], names: [], count: 2, part: 2, whole: mine.length }]);
});

test('a name finds only clients in scope, an id in any letter case', async () => {
  const find = async (who: Actor, by: 'id' | 'name', text: string) => {
    const found = await run(who, { kind: 'client', client: { by, text } }, (one) =>
      findReferenced(one, []),
    );
    return found.map(({ clientId }) => clientId);
  };
  expect(await find(PEOPLE.own, 'name', '张伟')).toEqual(['C04', 'C05']);
  expect(await find(PEOPLE.own, 'name', '王芳')).toEqual([]);
  expect(await find(PEOPLE.other, 'name', '王芳')).toEqual(['C11']);
  expect(await find(PEOPLE.own, 'name', '%')).toEqual([]);
  expect(await find(PEOPLE.own, 'id', 'c03')).toEqual(['C03']);
  expect(await find(PEOPLE.own, 'id', 'C11')).toEqual([]);
});
