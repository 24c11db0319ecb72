/** serve: wires everything together; the only composition root. */
import { answerQuestion } from './assistant/answer-question.ts';
import { createRateLimit } from './assistant/rate-limit.ts';
import { firstStart } from './cli/first-start.ts';
import type { Config } from './config.ts';
import { type OpenedDatabase, openDatabase } from './db/open-database.ts';
import type { Locale } from './domain/actor.ts';
import { fail, ok, ProblemError, type Result } from './domain/result.ts';
import { type Jobs, startJobs } from './jobs/start-jobs.ts';
import { LOCAL_APP, startLocalWorkspace } from './local-workspace.ts';
import { openPlanner } from './open-planner.ts';
import { startHealthServer } from './ops/health-server.ts';
import { createLog } from './ops/log.ts';
import type { SlackConnection } from './slack/connection.ts';
import { createSlackApp, type SlackApp } from './slack/create-app.ts';
import { problem } from './text/catalog.ts';
import { serveText } from './text/serve.ts';

export type Serving = {
  /** Where a person chats; null with a real Slack. */
  pageUrl: string | null;
  /** Takes nothing new, finishes what is in hand, and closes everything. */
  stop: () => Promise<void>;
};

type Environment = {
  config: Config;
  locale: Locale;
  now: () => Temporal.Instant;
  tell: (line: string) => void;
};

/** What is open, to be closed newest first. */
type Closers = (() => Promise<unknown>)[];

const closeAll = async (closers: Closers): Promise<void> => {
  for (const close of closers.splice(0).reverse()) await close();
};

const stepsOf = ({ tell, locale }: Environment) => {
  const words = serveText[locale];
  return async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    tell(words.begun(label));
    const startedMs = performance.now();
    const result = await work();
    tell(words.took(label, ((performance.now() - startedMs) / 1000).toFixed(1)));
    return result;
  };
};

const taken = (port: number, setting: string): Result<never> =>
  fail(problem('port_taken', serveText, (t) => t.portTaken(port, setting)));

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === 'EADDRINUSE';

/** Where Slack is: the workspace on this machine unless tokens for a real one are configured. */
const openSlack = async (
  { config }: Environment,
  database: OpenedDatabase,
  closers: Closers,
): Promise<Result<{ connection: SlackConnection; pageUrl: string | null }>> => {
  const { slack } = config;
  if (slack.mode !== 'local') return ok({ connection: slack, pageUrl: null });
  try {
    const workspace = await startLocalWorkspace(config, database);
    closers.push(() => workspace.close());
    const { botToken, appToken } = LOCAL_APP;
    const connection = { mode: 'socket', botToken, appToken } as const;
    return ok({
      connection: { ...connection, slackApiUrl: workspace.apiUrl },
      pageUrl: workspace.pageUrl,
    });
  } catch (error) {
    if (isTaken(error)) return taken(config.pagePort, 'BELLWETHER_PAGE_PORT');
    throw error;
  }
};

const startApp = async (app: SlackApp, port: number | null): Promise<Result<null>> => {
  try {
    await app.start();
    return ok(null);
  } catch (error) {
    if (isTaken(error)) return taken(port ?? 0, 'SLACK_PORT');
    const why = error instanceof Error ? error.message : String(error);
    return fail(problem('slack_refused', serveText, (t) => t.slackRefused(why)));
  }
};

const startHealth = async (
  { config }: Environment,
  database: OpenedDatabase,
  closers: Closers,
): Promise<Result<null>> => {
  try {
    const health = await startHealthServer(config.healthPort, async () => {
      await database.reader.sql`select 1`;
      return true;
    });
    closers.push(health.close);
    return ok(null);
  } catch (error) {
    if (isTaken(error)) return taken(config.healthPort, 'BELLWETHER_HEALTH_PORT');
    throw error;
  }
};

const wire = async (
  environment: Environment,
  database: OpenedDatabase,
  closers: Closers,
): Promise<Result<string | null>> => {
  const { config, now } = environment;
  const log = createLog(config.logLevel);
  const health = await startHealth(environment, database, closers);
  if (!health.ok) return health;
  const slack = await openSlack(environment, database, closers);
  if (!slack.ok) return slack;
  const running: { jobs: Jobs | null } = { jobs: null };
  const context = { database, now, timeZone: config.timeZone, log };
  const planner = await openPlanner({ config, database, now });
  const asking = { database, now, planner, limit: createRateLimit() };
  const app = createSlackApp(
    {
      ...context,
      digestAt: config.digestAt,
      commandPrefix: config.commandPrefix,
      answerQuestion: async (question) => {
        const answer = await answerQuestion(asking, question);
        if (answer.ok) return answer.value;
        throw new ProblemError(answer.problem);
      },
      onQueued: () => void running.jobs?.deliverSoon(),
    },
    slack.value.connection,
  );
  closers.push(app.stop);
  const started = await startApp(app, 'port' in config.slack ? config.slack.port : null);
  if (!started.ok) return started;
  const { digestAt, nightlyAt, nightWorkers: workers } = config;
  running.jobs = startJobs({ ...context, digestAt, nightlyAt, workers, poster: app.poster });
  closers.push(running.jobs.stop);
  return ok(slack.value.pageUrl);
};

/** Brings everything up; what a newcomer lacks is supplied. On a Problem nothing stays open. */
export const serve = async (environment: Environment): Promise<Result<Serving>> => {
  const { config, now, locale, tell } = environment;
  const words = serveText[locale];
  const step = stepsOf(environment);
  const closers: Closers = [];
  const stop = () => closeAll(closers);
  const refuse = async <T>(result: Result<T> & { ok: false }): Promise<Result<never>> => {
    await stop();
    return result;
  };
  const opened = await step(words.opening, () => openDatabase(config, tell));
  if (!opened.ok) return opened;
  const database = opened.value;
  closers.push(database.close);
  if (config.databaseUrl === null) {
    const filled = await firstStart({ database, config, now, step, words });
    if (!filled.ok) return refuse(filled);
  }
  const connecting = config.slack.mode === 'local' ? words.startingSlack : words.connecting;
  const wired = await step(connecting, () => wire(environment, database, closers));
  if (!wired.ok) return refuse(wired);
  return ok({ pageUrl: wired.value, stop });
};
