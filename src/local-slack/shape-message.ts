/** How the workspace's messages, channels, files and people look in Slack's JSON. */
import type { Json } from './json.ts';
import { secondsNow } from './timestamps.ts';
import type { Channel, Message, Person, StoredFile } from './types.ts';
import type { Workspace } from './workspace.ts';

export const isRoot = (message: Message): boolean =>
  message.threadTs === null || message.threadTs === message.ts;

const repliesOf = (workspace: Workspace, root: Message): Message[] =>
  workspace.messages
    .all()
    .filter(
      (m) =>
        m.channel === root.channel && m.threadTs === root.ts && m.ts !== root.ts && !m.visibleTo,
    )
    .toSorted((a, b) => (a.ts < b.ts ? -1 : 1));

const threadFields = (workspace: Workspace, message: Message): Json => {
  if (!isRoot(message)) return { thread_ts: message.threadTs };
  const replies = repliesOf(workspace, message);
  const latest = replies.at(-1);
  if (!latest) return message.threadTs ? { thread_ts: message.ts } : {};
  const users = [...new Set(replies.map(({ userId }) => userId))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: latest.ts,
    is_locked: false,
    subscribed: true,
  };
};

export const shapeFile = (file: StoredFile, baseUrl: string, teamId: string): Json => {
  const url = `${baseUrl}/files-pri/${teamId}-${file.id}/${encodeURIComponent(file.name)}`;
  const type = file.name.split('.').at(-1) ?? 'text';
  return {
    id: file.id,
    created: file.createdAt,
    timestamp: file.createdAt,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: type,
    pretty_type: type.toUpperCase(),
    user: file.userId,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: url,
    url_private_download: url,
    permalink: url,
  };
};

/** `withMetadata` as in include_all_metadata. */
export const shapeMessage = (
  workspace: Workspace,
  message: Message,
  baseUrl: string,
  withMetadata = true,
): Json => {
  const { app } = workspace;
  const files = message.fileIds.flatMap((id) => workspace.files.get(id) ?? []);
  return {
    type: 'message',
    user: message.userId,
    ts: message.ts,
    text: message.text,
    team: app.teamId,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.botId
      ? { bot_id: message.botId, app_id: app.appId, bot_profile: shapeBotProfile(workspace) }
      : {}),
    ...threadFields(workspace, message),
    ...(message.editedTs ? { edited: { user: message.userId, ts: message.editedTs } } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    ...(files.length > 0
      ? { files: files.map((file) => shapeFile(file, baseUrl, app.teamId)), upload: false }
      : {}),
  };
};

const shapeBotProfile = ({ app }: Workspace): Json => ({
  id: app.botId,
  app_id: app.appId,
  user_id: app.botUserId,
  name: app.name,
  deleted: false,
  updated: 0,
  team_id: app.teamId,
});

export const shapeChannel = (channel: Channel): Json =>
  channel.kind === 'im'
    ? {
        id: channel.id,
        created: 0,
        is_im: true,
        is_org_shared: false,
        user: channel.members[0],
        is_user_deleted: false,
        is_open: true,
      }
    : {
        id: channel.id,
        name: channel.name,
        name_normalized: channel.name,
        is_channel: true,
        is_im: false,
        is_private: false,
        is_member: true,
        is_archived: false,
        num_members: channel.members.length + 1,
      };

/** The name a person types after @: the mailbox of the address. */
export const handleOf = (person: Person): string => person.email.split('@')[0] ?? person.userId;

const offsetSeconds = (tz: string): number =>
  Temporal.Now.zonedDateTimeISO(tz).offsetNanoseconds / 1_000_000_000;

export const shapePerson = (person: Person, teamId: string, withLocale: boolean): Json => ({
  id: person.userId,
  team_id: person.teamId ?? teamId,
  name: handleOf(person),
  real_name: person.name,
  deleted: false,
  tz: person.tz,
  tz_label: person.tz,
  tz_offset: offsetSeconds(person.tz),
  is_bot: false,
  is_app_user: false,
  is_admin: false,
  ...(person.guest ? { is_restricted: true } : {}),
  ...(person.teamId ? { is_stranger: true } : {}),
  updated: secondsNow(),
  ...(withLocale ? { locale: person.locale } : {}),
  profile: {
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.name,
    display_name_normalized: person.name,
    email: person.email,
    title: person.title ?? '',
    team: person.teamId ?? teamId,
  },
});
