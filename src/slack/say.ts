import { type ChatPostMessageArguments, WebAPIPlatformError } from '@slack/web-api';
import { errorFields } from './error-fields.ts';
import type { Tools } from './tools.ts';
import type { MessageView } from './views/blocks.ts';

type Place = { channel: string; threadTs?: string };

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

const isRefusedBlocks = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && REFUSED_BLOCKS.has(error.data.error);

/** Posts the first view that Slack takes: a table, else the same as lines. */
export const postFirst = async (
  tools: Tools,
  place: Place,
  [first, second]: [MessageView, MessageView],
): Promise<void> => {
  try {
    await post(tools, place, first);
  } catch (error) {
    if (!isRefusedBlocks(error)) throw error;
    tools.log.warn(errorFields(error), 'slack refused a table; sent as lines');
    await post(tools, place, second);
  }
};
