import type { BlockAction } from '@slack/bolt';
import { directMessageOf } from './people.ts';
import type { Place } from './say.ts';
import type { Manager, Tools } from './tools.ts';

/** The thread that a pressed button stands in, when it is in the person's own direct messages; else null. */
export const ownPlaceOf = async (
  tools: Tools,
  body: Pick<BlockAction, 'message' | 'channel'>,
  manager: Manager,
): Promise<Place | null> => {
  const message = body.message as { ts: string; thread_ts?: string } | undefined;
  const channel = body.channel?.id;
  if (!message || channel !== (await directMessageOf(tools, manager))) return null;
  return { channel, threadTs: message.thread_ts ?? message.ts };
};
