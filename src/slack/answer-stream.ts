/** One streamed message: begun with its first step, grown while the answer comes about, ended or rewritten. */

import type { AnyChunk } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Step } from '../assistant/answer-plan.ts';
import { errorFields } from '../ops/error-fields.ts';
import { isRefusedBlocks } from './say.ts';
import type { Manager, Tools } from './tools.ts';
import type { MessageView } from './views/blocks.ts';
import { begunSteps, stepsAt } from './views/progress.ts';

export type Thread = { channel: string; threadTs: string };
export type Stream = Thread & { ts: string; startedMs: number };

/** Steps are shown as they stand now and then: an answer that comes sooner costs no call. */
const SHOW_EVERY_MS = 250;

/** null where Slack begins no stream: the answer then comes in one piece. */
export const startStream = async (
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

const append = async (tools: Tools, { channel, ts }: Stream, chunks: AnyChunk[]): Promise<void> => {
  try {
    await tools.courtesy.chat.appendStream({ channel, ts, chunks });
  } catch (error) {
    tools.log.debug(errorFields(error), 'a step is not shown');
  }
};

export type Progress = {
  reached: () => Step | null;
  note: (step: Step) => void;
  /** Resolves when nothing is on its way to the stream any more. */
  end: () => Promise<void>;
};

/** Notes the steps of an answer and shows the newest in the stream once there is one. */
export const showProgress = (
  tools: Tools,
  manager: Manager,
  stream: Promise<Stream | null>,
): Progress => {
  const state: { reached: Step | null; shown: Step | null; sent: Promise<void> } = {
    reached: null,
    shown: null,
    sent: Promise.resolve(),
  };
  const show = async (): Promise<void> => {
    const into = await stream;
    const { reached } = state;
    if (!into || !reached || reached === state.shown) return;
    state.shown = reached;
    await append(tools, into, stepsAt(reached, manager.language));
  };
  const timer = setInterval(() => {
    state.sent = state.sent.then(show);
  }, SHOW_EVERY_MS);
  return {
    reached: () => state.reached,
    note: (step) => {
      state.reached = step;
    },
    end: async () => {
      clearInterval(timer);
      await state.sent;
    },
  };
};

const isClosed = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && error.data.error === 'message_not_in_streaming_state';

const simplerAfter = (
  tools: Tools,
  error: unknown,
  simpler: readonly MessageView[],
): readonly MessageView[] => {
  if (!isRefusedBlocks(error) || simpler.length === 0) throw error;
  tools.log.warn(errorFields(error), 'slack refused blocks; sent in a simpler form');
  return simpler;
};

/** Ends the stream with the first view that Slack takes; `closed` = it was ended by somebody else. */
export const finishStream = async (
  tools: Tools,
  stream: Stream,
  chunks: AnyChunk[],
  [first, ...simpler]: readonly MessageView[],
): Promise<'finished' | 'closed'> => {
  if (!first) return 'finished';
  const { channel, ts } = stream;
  const { blocks } = first;
  try {
    await tools.web.chat.stopStream({ channel, ts, chunks, blocks, session_status: 'active' });
    return 'finished';
  } catch (error) {
    if (isClosed(error)) return 'closed';
    return finishStream(tools, stream, chunks, simplerAfter(tools, error, simpler));
  }
};

/** Writes the first view that Slack takes over the message. */
export const rewrite = async (
  tools: Tools,
  stream: Stream,
  [first, ...simpler]: readonly MessageView[],
): Promise<void> => {
  if (!first) return;
  const { channel, ts } = stream;
  try {
    await tools.web.chat.update({ channel, ts, ...first });
  } catch (error) {
    await rewrite(tools, stream, simplerAfter(tools, error, simpler));
  }
};
