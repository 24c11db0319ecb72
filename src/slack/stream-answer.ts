/** An answer as it comes about: the steps are shown at once, the answer takes their place in the same message. */
import type { AnyChunk } from '@slack/types';
import type { Answer } from '../assistant/answer.ts';
import type { Step } from '../assistant/answer-plan.ts';
import { errorFields } from '../ops/error-fields.ts';
import { slackStreamText } from '../text/slack-stream.ts';
import {
  finishStream,
  rewrite,
  type Stream,
  showProgress,
  startStream,
  type Thread,
} from './answer-stream.ts';
import { apologise } from './apologise.ts';
import { threadKey } from './running.ts';
import { postFirst } from './say.ts';
import type { Manager, Tools } from './tools.ts';
import { type MessageView, sentenceView } from './views/blocks.ts';
import { doneSteps, failedSteps } from './views/progress.ts';

/** The session is what Slack shows as at work, and what its stop button belongs to; older ones know a status. */
const showWorking = async (tools: Tools, thread: Thread, status: string): Promise<void> => {
  const where = { channel_id: thread.channel, thread_ts: thread.threadTs };
  try {
    await tools.courtesy.agents.sessions.setStatus({ ...where, status: 'processing' });
  } catch (error) {
    tools.log.debug(errorFields(error), 'no agent session');
    await tools.courtesy.assistant.threads.setStatus({ ...where, status }).catch((failure) => {
      tools.log.warn(errorFields(failure), 'no status shown');
    });
  }
};

type Outcome = { answer: Answer } | { error: unknown } | 'stopped' | 'late';

const settle = (answering: Promise<Answer>): Promise<Outcome> =>
  answering.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );

const stoppedBy = (signal: AbortSignal): Promise<Outcome> => {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  return promise;
};

type Shown = { chunks: AnyChunk[]; views: MessageView[] };

const stoppedView = ({ language }: Manager): MessageView =>
  sentenceView(slackStreamText[language].stopped);

const settleStream = async (
  tools: Tools,
  manager: Manager,
  stream: Stream,
  { chunks, views }: Shown,
): Promise<void> => {
  const ended = await finishStream(tools, stream, chunks, views);
  if (ended === 'finished') return;
  // Closed early means stopped, by way of another process; closed late, that Slack gave up waiting.
  const isLate = performance.now() - stream.startedMs >= tools.streamMs;
  await rewrite(tools, stream, isLate ? views : [stoppedView(manager)]);
};

/** The stop button closes the stream; where the app hears of it sooner, it does so itself. */
const endStopped = async (tools: Tools, manager: Manager, stream: Stream): Promise<void> => {
  const views = [stoppedView(manager)];
  if ((await finishStream(tools, stream, [], views)) === 'closed')
    await rewrite(tools, stream, views);
};

export type Streamed = {
  answering: (watch: { signal: AbortSignal; onStep: (step: Step) => void }) => Promise<Answer>;
  /** The answer from its richest form to its plainest. */
  formsOf: (answer: Answer) => MessageView[];
  /** Shown where Slack knows no sessions. */
  status: string;
};

/** Answers in a thread of the manager's own direct messages; the stop button ends it. Failures are said. */
export const streamAnswer = async (
  tools: Tools,
  manager: Manager,
  thread: Thread,
  { answering, formsOf, status }: Streamed,
): Promise<void> => {
  const { language } = manager;
  const { signal, end } = tools.running.begin(threadKey(thread.channel, thread.threadTs));
  const streaming = startStream(tools, manager, thread);
  const progress = showProgress(tools, manager, streaming);
  const answer = Promise.race([
    settle(answering({ signal, onStep: progress.note })),
    stoppedBy(signal),
  ]);
  const late = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => late.resolve('late'), tools.streamMs);
  const shownFor = (outcome: Exclude<Outcome, string>): Shown => {
    if ('answer' in outcome)
      return { chunks: doneSteps(outcome.answer, language), views: formsOf(outcome.answer) };
    const said = apologise(tools.log, outcome.error, 'a question could not be answered', language);
    return { chunks: failedSteps(progress.reached(), language), views: [sentenceView(said)] };
  };
  /** Says that it takes long, and writes the answer over it when it comes. */
  const finishLate = async (stream: Stream): Promise<void> => {
    const waiting = sentenceView(slackStreamText[language].stillWorking);
    await finishStream(tools, stream, [], [waiting]);
    const outcome = await answer;
    const isStopped = typeof outcome === 'string';
    await rewrite(tools, stream, isStopped ? [stoppedView(manager)] : shownFor(outcome).views);
  };
  try {
    const [stream] = await Promise.all([streaming, showWorking(tools, thread, status)]);
    const outcome = await (stream ? Promise.race([answer, late.promise]) : answer);
    await progress.end();
    if (stream && outcome === 'late') await finishLate(stream);
    else if (typeof outcome !== 'string') {
      const shown = shownFor(outcome);
      if (stream) await settleStream(tools, manager, stream, shown);
      else await postFirst(tools, thread, shown.views);
    } else if (stream) await endStopped(tools, manager, stream);
    else await postFirst(tools, thread, [stoppedView(manager)]);
  } finally {
    clearTimeout(timer);
    await progress.end();
    end();
  }
};
