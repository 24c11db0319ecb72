/**
 * How long a whole question takes on a book of 800 clients, warm: who asks, the thread, reading, the asker's
 * scope, the query, the answer and its stored receipt. Run it by
 * `node test/bench/asking.ts [--each 2] [--rounds 5] [--slowest 10]`; it brings its own database.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { resolvePerson } from '../../src/identity/resolve-person.ts';
import { understand } from '../../src/query/understand.ts';
import { type Asker, loadAskers } from '../eval/ask-all.ts';
import { type EvalBank, withBank, withServer } from '../eval/bank.ts';
import { serverCpuMs } from './asking/cpu.ts';
import { questionMix } from './asking/questions.ts';
import { createStopwatch, type Spent, timedDatabase } from './asking/timed-database.ts';

const { values: options } = parseArgs({
  options: {
    managers: { type: 'string', default: '3' },
    clients: { type: 'string', default: '800' },
    each: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '5' },
    slowest: { type: 'string', default: '10' },
  },
});

type Timed = { text: string; kind: string; ms: number };

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
const shown = (values: readonly number[]): string =>
  [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(1).padStart(7)).join(' ');

const row = (name: string, timed: readonly Timed[]): string =>
  `${name.padEnd(16)} ${String(timed.length).padStart(5)} ${shown(timed.map(({ ms }) => ms))}`;

/** Each question once, as quick as it ever was: what the machine does besides is least in it. */
const quickestOf = (timed: readonly Timed[]): Timed[] =>
  [...Map.groupBy(timed, ({ text }) => text).values()].flatMap(
    (rounds) => rounds.toSorted((a, b) => a.ms - b.ms).at(0) ?? [],
  );

const printTimes = (timed: readonly Timed[]): void => {
  print(`${''.padEnd(16)} asked     p50     p95     p99     max   (ms)`);
  const kinds = Map.groupBy(timed, ({ kind }) => kind);
  for (const [kind, some] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)))
    print(row(kind, some));
  print(
    row(
      'answered',
      timed.filter(({ kind }) => kind.startsWith('answered')),
    ),
  );
  print(row('all', timed));
  print(row('quickest round', quickestOf(timed)));
};

const printParts = (parts: ReadonlyMap<string, Spent>, asked: number): void => {
  print('\nwaited for        ms a question   statements a question');
  for (const [part, { ms, statements }] of [...parts].sort(([, a], [, b]) => b.ms - a.ms))
    print(
      `${part.padEnd(16)} ${(ms / asked).toFixed(2).padStart(14)} ${(statements / asked).toFixed(1).padStart(23)}`,
    );
};

const readingMs = ({ setting }: Asker, questions: readonly string[]): number => {
  const startedMs = performance.now();
  const context = { businessDate: setting.bank.on, currency: 'CNY' };
  for (const text of questions)
    understand(text, { ...context, reach: 'own', seesWholeBank: false });
  return (performance.now() - startedMs) / questions.length;
};

const TEAM = { teamId: 'T1', slackUserId: 'U1' };

const askAll = async (bank: EvalBank, asker: Asker): Promise<void> => {
  const watch = createStopwatch();
  const database = timedDatabase(bank.database, watch);
  const now = () => bank.now;
  const profile = { email: asker.actor.email, locale: null, timezone: null, outsider: false };
  const askOnce = async (text: string, thread: string): Promise<Timed> => {
    const startedMs = performance.now();
    const person = await resolvePerson({ database, now }, TEAM, async () => profile);
    if (!person.actor) throw new Error('The asker is nobody.');
    const answer = await answerQuestion(
      { database, now },
      { actor: person.actor, text, locale: 'en', thread },
    );
    const ms = performance.now() - startedMs;
    if (!answer.ok) throw new Error(answer.problem.en);
    const { status, plan } = answer.value;
    return { text, kind: status === 'answered' ? `answered ${plan?.kind}` : status, ms };
  };
  const questions = questionMix(asker, Number(options.each));
  const round = async (name: string): Promise<Timed[]> => {
    const timed = [];
    for (const [index, text] of questions.entries())
      timed.push(await askOnce(text, `${name}:${index}`));
    return timed;
  };
  await round('warm');
  watch.reset();
  const cpuBefore = { node: process.cpuUsage(), server: await serverCpuMs(bank.owner) };
  const timed: Timed[] = [];
  for (let turn = 0; turn < Number(options.rounds); turn += 1)
    timed.push(...(await round(String(turn))));
  const node = process.cpuUsage(cpuBefore.node);
  const server = (await serverCpuMs(bank.owner)) - cpuBefore.server;
  print(
    `${questions.length} questions, ${options.rounds} rounds, a book of ${asker.setting.book.length} of ${asker.setting.bank.clients.length} clients; load ${loadavg()[0]?.toFixed(1)}`,
  );
  printTimes(timed);
  printParts(watch.parts, timed.length);
  const cpu = (ms: number): string => (ms / timed.length).toFixed(1);
  print(
    `\nreading ${readingMs(asker, questions).toFixed(2)} ms; CPU a question: this process ${cpu((node.user + node.system) / 1000)} ms, PostgreSQL ${cpu(server)} ms`,
  );
  const texts = Map.groupBy(timed, ({ text }) => text);
  const medians = [...texts].map(([text, some]) => ({
    text,
    ms: percentile(
      some.map(({ ms }) => ms),
      0.5,
    ),
  }));
  print('\nthe slowest (median of the rounds, ms)');
  for (const { text, ms } of medians.sort((a, b) => b.ms - a.ms).slice(0, Number(options.slowest)))
    print(`${ms.toFixed(1).padStart(7)}  ${text}`);
};

const spec = {
  seed: 11,
  on: '2026-10-28',
  managers: Number(options.managers),
  clientsPerManager: Number(options.clients),
};
const work = async (bank: EvalBank): Promise<void> => {
  const asker = (await loadAskers(bank)).get('own');
  if (!asker) throw new Error('The sample bank has no manager.');
  await askAll(bank, asker);
};
await withServer((server) => withBank(server, spec, work), []);
