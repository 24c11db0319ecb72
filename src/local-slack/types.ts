import type { Block, Json } from './json.ts';

export type Person = {
  userId: string;
  name: string;
  email: string;
  locale: string;
  tz: string;
  title?: string;
  /** A guest of the workspace, who is no member of it. */
  guest?: boolean;
  /** The workspace of somebody who shares a channel by Slack Connect; absent = this one. */
  teamId?: string;
};

export type SlackApp = {
  appId: string;
  botUserId: string;
  botId: string;
  name: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  teamId: string;
  teamName: string;
  commands: { command: string; description: string; usageHint?: string; shouldEscape?: boolean }[];
  shortcuts: { name: string; callbackId: string }[];
  /** Set: everything is POSTed there, signed (HTTP mode), instead of going through Socket Mode. */
  requestUrl?: string;
  /** Set: the app can be installed at /oauth/v2/authorize. */
  oauth?: { clientId: string; clientSecret: string; redirectUrl: string };
};

/** How long Slack waits for things, in milliseconds. Tests shorten them. */
export type Timing = {
  ackMs: number;
  triggerMs: number;
  /** Pauses before the first, second and third retry of an event. */
  eventRetryMs: number[];
  responseUrlMs: number;
  streamMs: number;
  statusMs: number;
};

/** Calls allowed at once and per minute; Infinity switches a limit off. */
export type RateLimit = { burst: number; perMinute: number };
export type RateLimits = {
  /** chat.postMessage and chat.startStream, each channel on its own. */
  channelPosts: RateLimit;
  /** The same calls over the whole workspace. */
  workspacePosts: RateLimit;
  /** Every other method, by its published tier, counted per method. */
  tiers: boolean;
};

export type LocalSlackOptions = {
  /** 0 takes any free port. Only 127.0.0.1 is bound. */
  port: number;
  /** A journal, one JSON line a change, that survives kill -9; null keeps everything in memory. */
  stateFile: string | null;
  /** Added or updated at start; people of an earlier run stay. */
  people: Person[];
  channels?: { id: string; name: string; members: string[] }[];
  app: SlackApp;
  timing?: Partial<Timing>;
  rateLimits?: Partial<RateLimits>;
};

export type Channel = {
  id: string;
  name: string;
  kind: 'im' | 'channel';
  /** For a DM the one person; the bot is always the other side. */
  members: string[];
};

export type StoredFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  /** base64, null until uploaded. */
  content: string | null;
  userId: string;
  createdAt: number;
};

export type MessageMetadata = { event_type: string; event_payload: Json };

export type StreamPart =
  | { kind: 'markdown'; text: string }
  | { kind: 'task'; task: Json & { task_id: string } }
  | { kind: 'blocks'; blocks: Block[] };
export type StreamState = {
  open: boolean;
  display: 'plan' | 'timeline';
  planTitle: string | null;
  parts: StreamPart[];
};

/** A message as the workspace keeps it. `ts` is unique within a channel and orders it. */
export type Message = {
  channel: string;
  ts: string;
  /** The root's ts, null for a message that is not a reply. */
  threadTs: string | null;
  userId: string;
  botId: string | null;
  text: string;
  blocks: Block[];
  metadata: MessageMetadata | null;
  fileIds: string[];
  /** ts of the last edit, null when never edited. */
  editedTs: string | null;
  /** Set for an ephemeral message: the one person who sees it. */
  visibleTo: string | null;
  /** Set for a message that is or was streamed. */
  stream: StreamState | null;
};

export type View = Json & {
  id: string;
  type: 'modal' | 'home';
  callback_id: string;
  private_metadata: string;
  external_id: string;
  blocks: Block[];
  state: { values: StateValues };
  hash: string;
  root_view_id: string;
  previous_view_id: string | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
};
/** block_id → action_id → the element's value, as in view.state.values. */
export type StateValues = Record<string, Record<string, Json>>;

export type * from './public-api.ts';
