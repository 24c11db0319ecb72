/** `npm run eval`: asks every question of the sets of several banks and says which answers are right. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadAskers } from './ask-all.ts';
import { type BankSpec, type EvalBank, withBank, withServer } from './bank.ts';
import { table, worst } from './report.ts';
import { type EvalQuestion, type Scored, scoreQuestion } from './score.ts';
import { type EvalThread, type ScoredThread, scoreThread } from './threads.ts';

const DATA = join(import.meta.dirname, 'data');
const SIZE = { managers: 3, clientsPerManager: 160 };
/** A day inside a quarter, a month-end, and the first weeks of a year. */
const DEV_BANKS: BankSpec[] = [
  { seed: 11, on: '2026-10-28', ...SIZE },
  { seed: 12, on: '2026-05-31', ...SIZE },
  { seed: 13, on: '2027-01-20', ...SIZE },
];

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: join(DATA, 'dev') },
    threads: { type: 'string' },
    only: { type: 'string' },
    category: { type: 'string' },
    banks: { type: 'string' },
    out: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const THREADS = 'threads.jsonl';
const isQuestions = (name: string): boolean => name.endsWith('.jsonl') && name !== THREADS;

const readLines = async <T>(path: string): Promise<T[]> => {
  const folder = (await stat(path)).isDirectory();
  const names = folder ? (await readdir(path)).filter(isQuestions) : [];
  const files = folder ? names.sort().map((name) => join(path, name)) : [path];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as T);
};

/** A folder of questions may name its own banks. */
const banksOf = async (path: string): Promise<BankSpec[]> => {
  const text = await readFile(join(path, 'banks.json'), 'utf8').catch(() => null);
  return text === null ? DEV_BANKS : (JSON.parse(text) as BankSpec[]);
};

const banks = await banksOf(options.set);

const wanted = ({ id, category }: { id: string; category?: string }): boolean =>
  (options.only === undefined || options.only.split(',').includes(id)) &&
  (options.category === undefined || options.category === category);

/** A folder of questions may have its own threads. */
const threadsOf = async (path: string): Promise<string> => {
  const own = join(path, THREADS);
  return (await stat(own).catch(() => null)) ? own : join(DATA, THREADS);
};

const all = (await readLines<EvalQuestion>(options.set)).filter(wanted);
const threads = (
  await readLines<EvalThread>(options.threads ?? (await threadsOf(options.set)))
).filter(wanted);

const askBank = async (bank: EvalBank): Promise<{ scored: Scored[]; talked: ScoredThread[] }> => {
  const askers = await loadAskers(bank);
  const scored: Scored[] = [];
  const talked: ScoredThread[] = [];
  const started = performance.now();
  for (const question of all) {
    const asker = askers.get(question.as ?? 'own');
    const one = asker && (await scoreQuestion(bank, asker, question));
    if (one) scored.push(one);
  }
  for (const thread of threads) {
    const asker = askers.get(thread.as ?? 'own');
    const one = asker && (await scoreThread(bank, asker, thread));
    if (one) talked.push(one);
  }
  const each = (performance.now() - started) / Math.max(1, all.length);
  console.error(`bank ${bank.spec.seed}, ${bank.spec.on}: ${each.toFixed(1)} ms a question`);
  return { scored, talked };
};

const results = await withServer(async (server) => {
  const found = [];
  for (const spec of banks.slice(0, Number(options.banks ?? banks.length)))
    found.push(await withBank(server, spec, askBank));
  return found;
});
const scored = results.flatMap((result) => result.scored);
const talked = results.flatMap((result) => result.talked);

const list = (title: string, found: readonly Scored[]): void => {
  if (found.length === 0) return;
  console.log(`\n${title}: ${found.length} questions`);
  for (const one of found) {
    console.log(`  ${one.id} [${one.category}] ${one.text}`);
    if (options.verbose)
      console.log(
        `      bank ${one.seed}\n      expected ${one.expected}\n      got      ${one.got}\n      read as  ${one.interpretation}`,
      );
  }
};

console.log(table(scored));
list('Silently wrong', worst(scored, 'silently_wrong'));
list('Failed', worst(scored, 'failed'));
list('Over-refused', worst(scored, 'over_refused'));
list('Refused for another reason', worst(scored, 'otherwise_refused'));
const restated = scored.filter((one) => one.restatedOtherwise);
list('Restated in a sentence that reads otherwise', [
  ...new Map(restated.map((one) => [one.id, one])).values(),
]);
const missed = scored.filter((one) => one.languageMissed);
list('Answered in another language', [...new Map(missed.map((one) => [one.id, one])).values()]);

const turns = Map.groupBy(talked, ({ outcome }) => outcome);
console.log(
  `\nThreads: ${talked.length} asked; ${[...turns].map(([outcome, some]) => `${outcome} ${some.length}`).join(', ')}`,
);
/** As long as no thread continues at all, follow-ups are not there yet and cannot be wrong. */
const differ = turns.has('same') ? (turns.get('different') ?? []) : [];
for (const one of differ)
  console.log(
    `  ${one.id} ${one.turns.join(' → ')}\n      got    ${one.got}\n      wanted ${one.wanted}`,
  );

if (options.out) await writeFile(options.out, JSON.stringify({ scored, talked }, null, 2));
const bad = scored.filter(({ outcome }) => outcome === 'silently_wrong' || outcome === 'failed');
process.exitCode = bad.length + differ.length > 0 ? 1 : 0;
