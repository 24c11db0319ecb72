import { createHash } from 'node:crypto';
import type { Channel } from './types.ts';
import type { Workspace } from './workspace.ts';

/** The same person always gets the same DM id. */
const dmId = (userId: string, appId: string): string => {
  const digest = createHash('sha256').update(`${appId} ${userId}`).digest('hex').toUpperCase();
  return `D${digest.slice(0, 10)}`;
};

/** The bot's DM with a person, opened when it is not yet. */
export const openDm = (workspace: Workspace, userId: string): Channel => {
  const id = dmId(userId, workspace.app.appId);
  const known = workspace.channels.get(id);
  if (known) return known;
  const channel: Channel = { id, name: 'directmessage', kind: 'im', members: [userId] };
  workspace.channels.put(id, channel);
  return channel;
};
