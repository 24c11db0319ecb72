import { expect, test } from 'vitest';
import { singleFlight } from '../../src/jobs/single-flight.ts';

const gate = () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
};

test('work asked for while it runs is run once more, however often it is asked for', async () => {
  const first = gate();
  let runs = 0;
  const flight = singleFlight(
    async () => {
      runs += 1;
      if (runs === 1) await first.opened;
    },
    () => {},
  );
  const running = flight.run();
  void flight.run();
  void flight.run();
  expect(runs).toBe(1);
  first.open();
  await running;
  expect(runs).toBe(2);
});

test('an error is handed over and the next run goes on', async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const flight = singleFlight(
    async () => {
      runs += 1;
      if (runs === 1) throw new Error('database away');
    },
    (error) => errors.push(error),
  );
  await flight.run();
  await flight.run();
  expect(runs).toBe(2);
  expect(errors).toEqual([new Error('database away')]);
});

test('settling waits for the run in hand', async () => {
  const slow = gate();
  let done = false;
  const flight = singleFlight(
    async () => {
      await slow.opened;
      done = true;
    },
    () => {},
  );
  void flight.run();
  setTimeout(slow.open, 20);
  await flight.settled();
  expect(done).toBe(true);
});
