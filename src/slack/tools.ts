import type { WebClient } from '@slack/web-api';
import type { Answer } from '../assistant/answer.ts';
import type { Step } from '../assistant/answer-plan.ts';
import type { CoverageContext } from '../coverage/context.ts';
import type { Actor, Locale } from '../domain/actor.ts';
import type { IdentityContext, Person } from '../identity/resolve-person.ts';
import type { Work } from './in-order.ts';
import type { Log } from './log.ts';
import type { Running } from './running.ts';

/** `thread`: what a follow-up belongs to; it names the asker too, so that nobody inherits another's. */
export type Question = {
  actor: Actor;
  text: string;
  thread: string | null;
  locale: Locale;
  /** Aborts when the asker pressed stop. */
  signal?: AbortSignal;
  /** Told each step of the answer as it happens. */
  onStep?: (step: Step) => void;
};
export type AnswerQuestion = (question: Question) => Promise<Answer>;

/** The app itself in its workspace, known once it has started. */
export type Self = { teamId: string; botUserId: string; botId: string };

/** What every listener works with. */
export type Tools = IdentityContext & {
  web: WebClient;
  /** For what nobody misses when Slack is too busy for it. */
  courtesy: WebClient;
  log: Log;
  work: Work;
  running: Running;
  /** From then on an answer under way is no stream any more, but an update of its message. */
  streamMs: number;
  timeZone: string;
  /** The bank's time of the digest, HH:MM, for those who chose none. */
  digestAt: string;
  /** Put before the names of the commands. */
  commandPrefix: string;
  self: () => Self;
  answerQuestion: AnswerQuestion;
  /** Called after something was queued for people, so that they need not wait for the next minute. */
  onQueued: () => void;
};

/** Somebody who may see things: a manager with the language to speak. */
export type Manager = Person & { actor: Actor; language: Locale };

export const coverageContext = (tools: Tools, actor: Actor): CoverageContext => ({
  database: tools.database,
  actor,
  now: tools.now,
  timeZone: tools.timeZone,
});
