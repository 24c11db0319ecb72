import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DeliverOptions, deliver } from '../../src/alerts/deliver.ts';
import { LEASE_SECONDS } from '../../src/alerts/delivery-policy.ts';
import { claimNext } from '../../src/alerts/delivery-store.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  clearDeliveries,
  DUE_AT,
  managerId,
  QUEUED_AT,
  queueForManagers,
  readDeliveries,
} from './deliveries-fixture.ts';
import { createFakeSlack, type FakeSlack } from './fake-slack.ts';

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
});
afterAll(() => bank.close());
beforeEach(() => clearDeliveries(bank));

/** A clock that sleeping moves; a run's time in the test is its time on this clock. */
const clockAt = (start: Temporal.Instant) => {
  let now = start;
  return {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now = now.add({ milliseconds: Math.ceil(milliseconds) });
      await new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 20)));
    },
    advance: (seconds: number) => {
      now = now.add({ seconds });
    },
  };
};

const run = (slack: FakeSlack, clock = clockAt(DUE_AT), options: Partial<DeliverOptions> = {}) =>
  deliver(
    { database: bank.database, now: clock.now, sleep: clock.sleep, poster: slack },
    { onlyDue: true, perSecond: 1000, ...options },
  );

const statuses = async () => (await readDeliveries(bank)).map(({ status }) => status);

describe('delivering', () => {
  test('sends each queued digest once and keeps the proof', async () => {
    await queueForManagers(bank, 5);
    const slack = createFakeSlack();
    expect(await run(slack)).toEqual({ sent: 5, skipped: 0, failed: 0 });
    expect(await run(slack)).toEqual({ sent: 0, skipped: 0, failed: 0 });
    expect(slack.messages).toHaveLength(5);
    const rows = await readDeliveries(bank);
    expect(rows.every((row) => row.status === 'sent' && row.message_ts && row.attempts === 1)).toBe(
      true,
    );
  });

  test('sends what is not yet due only when asked for everything', async () => {
    await queueForManagers(bank, 2);
    const slack = createFakeSlack();
    const early = clockAt(DUE_AT.subtract({ seconds: 1 }));
    expect(await run(slack, early)).toEqual({ sent: 0, skipped: 0, failed: 0 });
    expect(await run(slack, early, { onlyDue: false })).toEqual({ sent: 2, skipped: 0, failed: 0 });
  });

  test('shares the work between processes without doubling', async () => {
    await queueForManagers(bank, 40);
    const slack = createFakeSlack();
    const results = await Promise.all([run(slack), run(slack), run(slack)]);
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(40);
    expect(new Set(slack.messages).size).toBe(40);
    expect(slack.messages).toHaveLength(40);
  });

  test('gives up on a person whom Slack does not know, and says why', async () => {
    await queueForManagers(bank, 2);
    const slack = createFakeSlack(['permanent']);
    expect(await run(slack)).toEqual({ sent: 1, skipped: 0, failed: 1 });
    const failed = (await readDeliveries(bank)).find(({ status }) => status === 'failed');
    expect(failed?.last_error).toBe('users_not_found');
  });

  test('gives up on a manager who is not in the list any more', async () => {
    await queueForManagers(bank, 1);
    await bank.owner`delete from managers`;
    expect(await run(createFakeSlack())).toEqual({ sent: 0, skipped: 0, failed: 1 });
  });
});

describe('an attempt whose fate is unknown', () => {
  test('is found in the history instead of being posted again', async () => {
    await queueForManagers(bank, 1);
    const slack = createFakeSlack(['stored_then_error']);
    const clock = clockAt(DUE_AT);
    expect(await run(slack, clock)).toEqual({ sent: 0, skipped: 1, failed: 0 });
    clock.advance(LEASE_SECONDS);
    expect(await run(slack, clock)).toEqual({ sent: 1, skipped: 0, failed: 0 });
    expect(slack.posts).toEqual([managerId(1)]);
  });

  test('is posted again when the history is without it', async () => {
    await queueForManagers(bank, 1);
    const slack = createFakeSlack(['error']);
    const clock = clockAt(DUE_AT);
    await run(slack, clock);
    clock.advance(LEASE_SECONDS);
    expect(await run(slack, clock)).toEqual({ sent: 1, skipped: 0, failed: 0 });
    expect(slack.lookUps).toHaveLength(1);
    expect(slack.messages).toHaveLength(1);
  });

  test('is parked while the history cannot be read, and never posted blindly', async () => {
    await queueForManagers(bank, 1);
    let broken = true;
    const slack = createFakeSlack(['stored_then_error'], () => broken);
    const clock = clockAt(DUE_AT);
    await run(slack, clock);
    clock.advance(LEASE_SECONDS);
    expect(await run(slack, clock)).toEqual({ sent: 0, skipped: 1, failed: 0 });
    expect(await statuses()).toEqual(['parked']);
    broken = false;
    clock.advance(600);
    expect(await run(slack, clock)).toEqual({ sent: 1, skipped: 0, failed: 0 });
    expect(slack.messages).toHaveLength(1);
  });

  test('is left to its holder until the lease runs out', async () => {
    await queueForManagers(bank, 1);
    const clock = clockAt(DUE_AT);
    await claimNext(bank.database.service.orm, clock.now(), true);
    const slack = createFakeSlack();
    clock.advance(LEASE_SECONDS - 1);
    expect(await run(slack, clock)).toEqual({ sent: 0, skipped: 0, failed: 0 });
    clock.advance(1);
    expect(await run(slack, clock)).toEqual({ sent: 1, skipped: 0, failed: 0 });
  });

  test('is waited for by a run that may wait', async () => {
    await queueForManagers(bank, 2);
    const clock = clockAt(DUE_AT);
    await claimNext(bank.database.service.orm, clock.now(), true);
    const result = await run(createFakeSlack(), clock, { waitSeconds: LEASE_SECONDS + 10 });
    expect(result).toEqual({ sent: 2, skipped: 0, failed: 0 });
  });

  test('is not marked by a holder that was overtaken', async () => {
    await queueForManagers(bank, 1);
    const clock = clockAt(DUE_AT);
    const slack = createFakeSlack();
    const slow = {
      ...slack,
      post: async (delivery: Parameters<FakeSlack['post']>[0]) => {
        const posted = await slack.post(delivery);
        clock.advance(LEASE_SECONDS);
        expect(await run(slack, clock)).toEqual({ sent: 1, skipped: 0, failed: 0 });
        return { ...posted, messageTs: 'late' };
      },
    };
    expect(await run(slow, clock)).toEqual({ sent: 0, skipped: 1, failed: 0 });
    expect(slack.messages).toHaveLength(1);
    expect((await readDeliveries(bank))[0]?.message_ts).toBe('1.0');
  });

  test('is failed after many tries', async () => {
    await queueForManagers(bank, 1);
    const slack = createFakeSlack(Array.from({ length: 40 }, () => 'error' as const));
    const clock = clockAt(DUE_AT);
    for (let tries = 0; tries < 40; tries += 1) {
      await run(slack, clock);
      clock.advance(600);
    }
    expect(await statuses()).toEqual(['failed']);
    expect(slack.posts).toHaveLength(30);
  });
});

describe('rate limits', () => {
  test('make everybody wait as long as Slack asks, and lose nothing', async () => {
    await queueForManagers(bank, 6);
    const slack = createFakeSlack([{ retryAfter: 0.3 }, 'ok', { retryAfter: 0.2 }]);
    const started = performance.now();
    const sleep = (milliseconds: number) =>
      new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    const context = { database: bank.database, now: () => DUE_AT, sleep, poster: slack };
    const result = await deliver(context, { onlyDue: false, perSecond: 1000 });
    expect(result).toEqual({ sent: 6, skipped: 0, failed: 0 });
    expect(performance.now() - started).toBeGreaterThanOrEqual(300);
    expect(slack.lookUps).toEqual([]);
    expect((await readDeliveries(bank)).map(({ attempts }) => attempts)).toEqual(
      Array.from({ length: 6 }, () => 1),
    );
  });

  test('are kept to by pacing', async () => {
    await queueForManagers(bank, 6);
    const clock = {
      now: () => DUE_AT,
      sleep: (ms: number) => new Promise<void>((r) => setTimeout(r, ms)),
    };
    const started = performance.now();
    await deliver(
      { database: bank.database, ...clock, poster: createFakeSlack() },
      { onlyDue: true, perSecond: 20 },
    );
    expect(performance.now() - started).toBeGreaterThanOrEqual(250);
  });
});

test('stopping ends a run after what is in hand', async () => {
  await queueForManagers(bank, 20);
  const stop = new AbortController();
  const slack = createFakeSlack();
  const poster = {
    ...slack,
    post: async (delivery: Parameters<FakeSlack['post']>[0]) => {
      if (slack.posts.length === 4) stop.abort();
      return slack.post(delivery);
    },
  };
  const { sent } = await run(poster, clockAt(QUEUED_AT), {
    onlyDue: false,
    signal: stop.signal,
  });
  expect(sent).toBe(slack.messages.length);
  expect(sent).toBeLessThan(20);
  expect((await statuses()).filter((status) => status === 'sending')).toEqual([]);
});
