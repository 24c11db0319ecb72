import { type ChatPostMessageArguments, WebAPIPlatformError } from '@slack/web-api';
import { errorFields } from '../ops/error-fields.ts';
import type { Tools } from './tools.ts';
import type { MessageView } from './views/blocks.ts';

export type Place = { channel: string; threadTs?: string };

/** Posts a view; nothing in it is ever unfurled. */
export const post = async (tools: Tools, { channel, threadTs }: Place, view: MessageView) => {
  const message: ChatPostMessageArguments = {
    ...view,
    channel,
    unfurl_links: false,
    unfurl_media: false,
  };
  return tools.web.chat.postMessage(threadTs ? { ...message, thread_ts: threadTs } : message);
};

/** What Slack answers when a workspace does not take a block that we sent. */
const REFUSED_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

export const isRefusedBlocks = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && REFUSED_BLOCKS.has(error.data.error);

/** Posts the first view that Slack takes: with pictures and tables, without, as lines. Returns the message's ts. */
export const postFirst = async (
  tools: Tools,
  place: Place,
  [first, ...simpler]: readonly MessageView[],
): Promise<string | null> => {
  if (!first) return null;
  try {
    return (await post(tools, place, first)).ts ?? null;
  } catch (error) {
    if (!isRefusedBlocks(error) || simpler.length === 0) throw error;
    tools.log.warn(errorFields(error), 'slack refused blocks; sent in a simpler form');
    return postFirst(tools, place, simpler);
  }
};
