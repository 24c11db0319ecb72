/** Interaction payloads as the app gets them. */
import type { Json } from '../json.ts';
import type { Local } from '../local.ts';
import { handleOf, shapeMessage } from '../shape-message.ts';
import type { Channel, Message, Person, StateValues, View } from '../types.ts';

const verificationToken = 'local-verification-token';

const common = ({ workspace: { app } }: Local, person: Person): Json => ({
  user: {
    id: person.userId,
    username: handleOf(person),
    name: handleOf(person),
    team_id: app.teamId,
  },
  api_app_id: app.appId,
  token: verificationToken,
  team: { id: app.teamId, domain: 'local' },
  enterprise: null,
  is_enterprise_install: false,
});

const channelName = (channel: Channel): string =>
  channel.kind === 'im' ? 'directmessage' : channel.name;

const messageContainer = (message: Message): Json => ({
  type: 'message',
  message_ts: message.ts,
  channel_id: message.channel,
  is_ephemeral: message.visibleTo !== null,
  ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
});

/** An ephemeral message is in the container only, never as a body. */
export const inMessage = (local: Local, person: Person, message: Message): Json => {
  const channel = local.workspace.channels.get(message.channel) as Channel;
  const target = { channel: channel.id, userId: person.userId, ts: message.ts };
  const body = shapeMessage(local.workspace, message, local.baseUrl);
  return {
    ...common(local, person),
    container: messageContainer(message),
    channel: { id: channel.id, name: channelName(channel) },
    ...(message.visibleTo ? {} : { message: body }),
    response_url: local.responseUrls.issue(target),
  };
};

export const inView = (local: Local, person: Person, view: View): Json => ({
  ...common(local, person),
  container: { type: 'view', view_id: view.id },
  view,
});

export const trigger = (local: Local, person: Person, view: View | null): Json => ({
  trigger_id: local.triggers.issue({ userId: person.userId, viewId: view?.id ?? null }),
});

export const blockActions = (place: Json, action: Json, values: StateValues | null): Json => ({
  type: 'block_actions',
  ...place,
  ...(values ? { state: { values } } : {}),
  actions: [action],
});

export const blockSuggestion = (place: Json, ids: Json, value: string): Json => {
  const { response_url: _none, ...rest } = place;
  return { type: 'block_suggestion', ...rest, ...ids, value };
};

export const viewSubmission = (local: Local, person: Person, view: View): Json => ({
  type: 'view_submission',
  ...common(local, person),
  ...trigger(local, person, view),
  view,
  response_urls: [],
});

export const viewClosed = (local: Local, person: Person, view: View, cleared: boolean): Json => ({
  type: 'view_closed',
  ...common(local, person),
  view,
  is_cleared: cleared,
});

export const shortcut = (local: Local, person: Person, callbackId: string): Json => ({
  type: 'shortcut',
  ...common(local, person),
  ...trigger(local, person, null),
  callback_id: callbackId,
  action_ts: local.workspace.nextTs(),
});

export const slashCommand = (
  local: Local,
  person: Person,
  channel: Channel,
  words: { command: string; text: string },
): Json => {
  const { app } = local.workspace;
  return {
    token: verificationToken,
    team_id: app.teamId,
    team_domain: 'local',
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.userId,
    user_name: handleOf(person),
    ...words,
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    response_url: local.responseUrls.issue({
      ...{ channel: channel.id, userId: person.userId },
      ts: null,
    }),
    ...trigger(local, person, null),
  };
};
