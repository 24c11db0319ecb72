import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bank, openBank } from '../coverage/a-bank.ts';

let bank: Bank;
beforeAll(async () => {
  bank = await openBank();
});
afterAll(() => bank.close());

type Printed = { code: number; out: Record<string, unknown>; text: string };

/** Runs a terminal command in a process of its own, as scripts do. */
const run = (...words: string[]): Promise<Printed> => {
  const { promise, resolve } = Promise.withResolvers<Printed>();
  const env = { ...process.env, DATABASE_URL: bank.url, LANG: 'en_US.UTF-8', LC_ALL: '' };
  const child = execFile('node', ['src/cli.ts', ...words], { env }, (_error, stdout, stderr) =>
    resolve({
      code: child.exitCode ?? -1,
      out: stdout.startsWith('{') ? JSON.parse(stdout) : {},
      text: stdout + stderr,
    }),
  );
  return promise;
};
const reason = ['--reason', 'expertise', '--text', 'Needs an expert'];

test('reassign, approve and audit speak as the contract says', async () => {
  const as = ['--as', 'm1@bank.example', '--json'];
  const asked = await run('reassign', 'C-key', '--to', 'm2@bank.example', ...reason, ...as);
  expect(asked).toMatchObject({ code: 0, out: { status: 'pending', auditId: 1 } });
  const requestId = String(asked.out.requestId);
  const own = await run('approve', requestId, ...as);
  expect(own).toMatchObject({ code: 1, out: { status: 'refused', reason: 'own_request' } });
  const approved = await run('approve', requestId, '--as', 'h1@bank.example', '--json');
  expect(approved).toMatchObject({ code: 0, out: { status: 'applied', requestId, auditId: 2 } });
  const audit = await run('audit', 'verify', '--json');
  expect(audit).toMatchObject({ code: 0, out: { entries: 2, ok: true } });
});

test('a person reads a sentence; an unknown person and a wrong date are told so', async () => {
  const words = ['override', 'C-quality', 'key', '--reason', 'data_error', '--text', 'Wrong class'];
  const asked = await run(...words, '--as', 'm1@bank.example', '--until', '2027-01-31');
  expect(asked.text).toContain('Waiting for one approval: Anna Smith from Quality to Key');
  const unknown = await run(...words, '--as', 'x@bank.example');
  expect(unknown).toMatchObject({
    code: 1,
    text: expect.stringContaining('x@bank.example is not'),
  });
  const badDate = await run(...words, '--as', 'm1@bank.example', '--until', 'soon');
  expect(badDate).toMatchObject({ code: 2, text: expect.stringContaining('soon is not a date') });
});
