/** Events as Slack words them, and when the app gets them. */
import { newId } from './ids.ts';
import type { Json } from './json.ts';
import type { Local } from './local.ts';
import { shapeMessage } from './shape-message.ts';
import { secondsNow } from './timestamps.ts';
import type { Channel, Message } from './types.ts';

const eventBody = ({ workspace }: Local, event: Json): Json => {
  const { app } = workspace;
  return {
    token: 'local-verification-token',
    team_id: app.teamId,
    context_team_id: app.teamId,
    context_enterprise_id: null,
    api_app_id: app.appId,
    event,
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: secondsNow(),
    authorizations: [
      {
        enterprise_id: null,
        team_id: app.teamId,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: newId('4-', 24),
  };
};

export const sendEvent = (local: Local, event: Json & { type: string }): void =>
  local.deliverer.event(event.type, eventBody(local, event));

const channelOf = (local: Local, message: Message): Channel | undefined =>
  local.workspace.channels.get(message.channel);

/** message.im for a DM, app_mention where the bot is named; the app hears of nothing else. */
export const announcePosted = (local: Local, message: Message): void => {
  if (message.visibleTo) return;
  const channel = channelOf(local, message);
  const shaped = shapeMessage(local.workspace, message, local.baseUrl);
  const base = { ...shaped, channel: message.channel, event_ts: message.ts };
  if (channel?.kind === 'im') {
    const subtype = message.fileIds.length > 0 ? { subtype: 'file_share' } : {};
    const own = message.botId ? {} : { client_msg_id: crypto.randomUUID() };
    sendEvent(local, { ...base, ...subtype, ...own, type: 'message', channel_type: 'im' });
  } else if (message.text.includes(`<@${local.workspace.app.botUserId}>`) && !message.botId) {
    sendEvent(local, { ...base, type: 'app_mention' });
  }
};

/** message_changed: the new and the previous text, with a ts of its own. */
export const announceChanged = (local: Local, message: Message, previous: Message): void => {
  if (message.visibleTo || channelOf(local, message)?.kind !== 'im') return;
  const ts = local.workspace.nextTs();
  sendEvent(local, {
    type: 'message',
    subtype: 'message_changed',
    message: shapeMessage(local.workspace, message, local.baseUrl),
    previous_message: shapeMessage(local.workspace, previous, local.baseUrl),
    channel: message.channel,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: 'im',
  });
};

export const announceDeleted = (local: Local, previous: Message): void => {
  if (previous.visibleTo || channelOf(local, previous)?.kind !== 'im') return;
  const ts = local.workspace.nextTs();
  sendEvent(local, {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: shapeMessage(local.workspace, previous, local.baseUrl),
    channel: previous.channel,
    hidden: true,
    deleted_ts: previous.ts,
    ts,
    event_ts: ts,
    channel_type: 'im',
  });
};
