/**
 * Fifty people ask at once, through the real app, the real assistant and the local Slack. Prints how long
 * Slack waited for the acknowledgements and the people for their answers.
 * Run it by `node test/bench/slack-asking.ts`; it brings its own database and removes it.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { firstStart } from '../../src/cli/first-start.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/open-database.ts';
import { managers } from '../../src/db/schema/index.ts';
import { startLocalSlack, type Visitor } from '../../src/local-slack/start.ts';
import { LOCAL_APP } from '../../src/local-workspace.ts';
import { createLog } from '../../src/ops/log.ts';
import { createSlackApp } from '../../src/slack/create-app.ts';
import { serveText } from '../../src/text/serve.ts';

const ASKERS = 50;
const QUESTIONS = [
  'Who are my dormant high-value clients?',
  'How many clients in each tier?',
  '资产最高的十位客户',
  '我的沉睡高价值客户有哪些？',
];
const PATIENCE_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'bellwether-bench-'));
chmodSync(folder, 0o755);
const succeeded = <T>(
  result: { ok: true; value: T } | { ok: false; problem: { en: string } },
): T => {
  if (!result.ok) throw new Error(result.problem.en);
  return result.value;
};
const config = succeeded(readConfig({ BELLWETHER_DATA_DIR: folder, LOG_LEVEL: 'error' }));
const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const now = (): Temporal.Instant => Temporal.Now.instant();
const database = succeeded(await openDatabase(config, tell));
const step = async <T>(_label: string, work: () => Promise<T>): Promise<T> => work();
succeeded(await firstStart({ database, config, now, step, words: serveText.en }));

/** As many people as are wanted, over the managers that have books: each is a Slack identity of its own. */
const staff = (await database.service.orm.select().from(managers)).filter(({ role }) =>
  ['relationship_manager', 'wealth_manager'].includes(role),
);
const people = Array.from({ length: ASKERS }, (_, index) => ({
  userId: `U0BENCH${index}`,
  name: `Asker ${index}`,
  email: staff[index % staff.length]?.email ?? '',
  locale: index % 2 === 0 ? 'en' : 'zh-CN',
  tz: 'Asia/Shanghai',
}));

const slack = await startLocalSlack({ port: 0, stateFile: null, people, app: LOCAL_APP });
const { botToken, appToken } = LOCAL_APP;
const app = createSlackApp(
  {
    ...{ database, now, timeZone: config.timeZone, digestAt: config.digestAt, commandPrefix: '' },
    log: createLog('error'),
    answerQuestion: async (question) =>
      succeeded(await answerQuestion({ database, now }, question)),
    onQueued: () => {},
  },
  { mode: 'socket', botToken, appToken, slackApiUrl: slack.apiUrl },
);
await app.start();

const answered = async (visitor: Visitor, text: string): Promise<number> => {
  const dm = visitor.openDm();
  const startedMs = performance.now();
  const ts = visitor.say(dm, text);
  await visitor.waitFor(
    (each) =>
      each
        .messages(dm)
        .some((one) => one.threadTs === ts && one.botId !== null && one.stream?.open !== true),
    PATIENCE_MS,
  );
  return performance.now() - startedMs;
};

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? Number.NaN;
const shown = (values: readonly number[]): string =>
  `median ${percentile(values, 0.5).toFixed(0)} ms, 95 % ${percentile(values, 0.95).toFixed(0)} ms, most ${Math.max(...values).toFixed(0)} ms`;

for (const round of ['first question of each', 'second']) {
  const before = slack.inspect.deliveries('message').length;
  const answers = await Promise.all(
    people.map(({ userId }, index) =>
      answered(slack.as(userId), QUESTIONS[index % QUESTIONS.length] ?? ''),
    ),
  );
  await slack.inspect.idle(PATIENCE_MS);
  const acks = slack.inspect
    .deliveries('message')
    .slice(before)
    .flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs]));
  process.stdout.write(
    `${ASKERS} people at once, ${round}: acknowledged ${shown(acks)}; answered ${shown(answers)}\n`,
  );
}

await app.stop();
await slack.close();
await database.close();
rmSync(folder, { recursive: true, force: true });
