/** An answer as it comes about: the steps are shown at once, the answer takes their place in the same message. */
import { WebAPIPlatformError } from '@slack/web-api';
import type { Answer } from '../assistant/answer.ts';
import { errorFields } from '../ops/error-fields.ts';
import { slackStreamText } from '../text/slack-stream.ts';
import { apologise } from './apologise.ts';
import { threadKey } from './running.ts';
import { isRefusedBlocks, postFirst } from './say.ts';
import type { Manager, Tools } from './tools.ts';
import { type MessageView, sentenceView } from './views/blocks.ts';
import { begunSteps, doneSteps, failedSteps } from './views/progress.ts';

/** Slack closes a stream after about five minutes; from four on the answer is written by an update. */
const STREAM_MS = 4 * 60_000;

export type Thread = { channel: string; threadTs: string };
type Stream = Thread & { ts: string; startedMs: number };
type Chunks = ReturnType<typeof begunSteps>;

const startStream = async (
  tools: Tools,
  manager: Manager,
  { channel, threadTs }: Thread,
): Promise<Stream | null> => {
  try {
    const { ts } = await tools.web.chat.startStream({
      channel,
      thread_ts: threadTs,
      recipient_user_id: manager.slackUserId,
      recipient_team_id: manager.teamId,
      task_display_mode: 'plan',
      chunks: begunSteps(manager.language),
    });
    return ts ? { channel, threadTs, ts, startedMs: performance.now() } : null;
  } catch (error) {
    tools.log.warn(errorFields(error), 'no stream; the answer comes in one piece');
    return null;
  }
};

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

const isClosed = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && error.data.error === 'message_not_in_streaming_state';

const update = async (tools: Tools, { channel, ts }: Stream, view: MessageView): Promise<void> => {
  await tools.web.chat.update({ channel, ts, text: view.text, blocks: view.blocks });
};

/** Ends the stream with the first view that Slack takes. One that is closed already is rewritten instead. */
const finish = async (
  tools: Tools,
  stream: Stream,
  chunks: Chunks,
  [first, ...simpler]: readonly MessageView[],
): Promise<'finished' | 'closed'> => {
  if (!first) return 'finished';
  const { channel, ts } = stream;
  try {
    const { blocks } = first;
    await tools.web.chat.stopStream({ channel, ts, chunks, blocks, session_status: 'active' });
    return 'finished';
  } catch (error) {
    if (isClosed(error)) return 'closed';
    if (!isRefusedBlocks(error) || simpler.length === 0) throw error;
    tools.log.warn(errorFields(error), 'slack refused blocks; sent in a simpler form');
    return finish(tools, stream, chunks, simpler);
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

const viewsFor = (
  tools: Tools,
  manager: Manager,
  outcome: Exclude<Outcome, string>,
  formsOf: (answer: Answer) => MessageView[],
): { chunks: Chunks; views: MessageView[] } => {
  if ('answer' in outcome)
    return {
      chunks: doneSteps(outcome.answer, manager.language),
      views: formsOf(outcome.answer),
    };
  const what = 'a question could not be answered';
  const said = apologise(tools.log, outcome.error, what, manager.language);
  return { chunks: failedSteps(manager.language), views: [sentenceView(said)] };
};

const settleStream = async (
  tools: Tools,
  manager: Manager,
  stream: Stream,
  { chunks, views }: { chunks: Chunks; views: MessageView[] },
): Promise<void> => {
  const ended = await finish(tools, stream, chunks, views);
  if (ended === 'finished') return;
  // Closed early means stopped, by way of another process; closed late, that Slack gave up waiting.
  const isLate = performance.now() - stream.startedMs >= STREAM_MS;
  const stopped = sentenceView(slackStreamText[manager.language].stopped);
  await update(tools, stream, isLate ? (views.at(-1) ?? stopped) : stopped);
};

/** Says that it takes long, and writes the answer over it when it comes. */
const finishLate = async (
  tools: Tools,
  manager: Manager,
  stream: Stream,
  answer: Promise<Outcome>,
  formsOf: (answer: Answer) => MessageView[],
): Promise<void> => {
  const words = slackStreamText[manager.language];
  await finish(tools, stream, [], [sentenceView(words.stillWorking)]);
  const outcome = await answer;
  if (typeof outcome === 'string') return update(tools, stream, sentenceView(words.stopped));
  const { views } = viewsFor(tools, manager, outcome, formsOf);
  await update(tools, stream, views.at(-1) ?? sentenceView(words.stopped));
};

export type Streamed = {
  answering: (signal: AbortSignal) => Promise<Answer>;
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
  const { signal, end } = tools.running.begin(threadKey(thread.channel, thread.threadTs));
  const answer = Promise.race([settle(answering(signal)), stoppedBy(signal)]);
  const late = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => late.resolve('late'), STREAM_MS);
  try {
    const [stream] = await Promise.all([
      startStream(tools, manager, thread),
      showWorking(tools, thread, status),
    ]);
    const outcome = await (stream ? Promise.race([answer, late.promise]) : answer);
    const stopped = sentenceView(slackStreamText[manager.language].stopped);
    if (stream && outcome === 'late')
      return await finishLate(tools, manager, stream, answer, formsOf);
    if (typeof outcome === 'string') {
      if (stream) await update(tools, stream, stopped);
      else await postFirst(tools, thread, [stopped]);
      return;
    }
    const shown = viewsFor(tools, manager, outcome, formsOf);
    if (stream) await settleStream(tools, manager, stream, shown);
    else await postFirst(tools, thread, shown.views);
  } finally {
    clearTimeout(timer);
    end();
  }
};
