import type { Block, Json } from './json.ts';

export type Person = {
  userId: string;
  name: string;
  email: string;
  locale: string;
  tz: string;
  title?: string;
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
  startedAt: number;
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

export type SuggestedPrompts = { title: string; prompts: { title: string; message: string }[] };
export type SessionStatus = 'active' | 'processing' | 'suspended' | 'closed';
export type ThreadStatus = {
  channel: string;
  threadTs: string | null;
  /** "is thinking…"; empty when nothing is shown. */
  text: string;
  loadingMessages: string[];
  session: SessionStatus | null;
  title: string | null;
};

/** Button: ignored (or the value that picks one of several); select, radio: the option's value;
 *  checkboxes, multi-selects: values; date, time, text: the string; null clears. */
export type Choice = string | string[] | Json | null;
export type PressTarget = { channel: string; ts: string } | { viewId: string };
export type UploadedByPerson = { name: string; content: Uint8Array | string; mimetype?: string };

/** What the person would see within 3 seconds. */
export type AckOutcome =
  | { status: 'ok'; response: unknown; tookMs: number }
  /** No acknowledgement in time. */
  | { status: 'timed_out' }
  /** No connection, or the request URL answered with an error. */
  | { status: 'unreachable'; reason: string }
  /** Inputs refused, by the form itself or by the app; keyed by block_id. */
  | { status: 'errors'; errors: Record<string, string> }
  /** Slack would refuse it: no such element, a view that breaks the limits, not visible. */
  | { status: 'rejected'; reason: string };
export type Suggestions = { options: Json[]; groups: { label: string; options: Json[] }[] };

/** What one person can do and see. The page and the tests use the same calls. */
export type Visitor = {
  userId: string;
  openDm(): string;
  /** Posts as the person; returns the message's ts. */
  say(
    channel: string,
    text: string,
    options?: { threadTs?: string; files?: UploadedByPerson[] },
  ): string;
  edit(channel: string, ts: string, text: string): void;
  remove(channel: string, ts: string): void;
  command(channel: string, command: string, text?: string): Promise<AckOutcome>;
  /** Presses a button or chooses in a select, in a message, a modal or the Home tab. */
  press(
    where: PressTarget,
    actionId: string,
    choice?: Choice,
    options?: { blockId?: string },
  ): Promise<AckOutcome>;
  /** Typing into a modal without submitting, by action_id. */
  fill(viewId: string, values: Record<string, Choice>): void;
  submitView(viewId: string, values?: Record<string, Choice>): Promise<AckOutcome>;
  /** Closes the top view, or with `all` the whole stack. */
  closeView(viewId: string, all?: boolean): Promise<AckOutcome>;
  /** Types into an external select; the app answers with options. */
  search(
    where: PressTarget,
    actionId: string,
    query: string,
  ): Promise<Suggestions & { outcome: AckOutcome }>;
  shortcut(callbackId: string): Promise<AckOutcome>;
  openHome(): void;
  openMessagesTab(): void;
  /** Looks at another channel while the app is open (app_context_changed). */
  changeContext(channelIds: string[]): void;
  /** The stop button of a running session (agent_session_stopped). */
  stop(channel: string, threadTs: string): void;
  channels(): Channel[];
  /** In ts order; ephemeral ones of this person only. */
  messages(channel: string): Message[];
  /** Open modals, the top one last. */
  views(): View[];
  homeView(): View | null;
  suggestedPrompts(channel: string): SuggestedPrompts;
  status(channel: string, threadTs?: string): ThreadStatus;
  file(fileId: string): StoredFile | null;
  /** Resolves with the first truthy value of the predicate, re-tried at every change. */
  waitFor<T>(
    predicate: (visitor: Visitor) => T | null | undefined | false,
    timeoutMs?: number,
  ): Promise<T>;
};

export type MethodFault = {
  /** rate_limited: 429 with Retry-After. http_error: a status (default 500). hang: never answers.
   *  hang_after: does the work, then never answers. delay: answers after delayMs.
   *  error: answers { ok: false, error }. */
  kind: 'rate_limited' | 'http_error' | 'hang' | 'hang_after' | 'delay' | 'error';
  retryAfterSeconds?: number;
  status?: number;
  delayMs?: number;
  error?: string;
};

export type Faults = {
  /** The next `count` events arrive twice: with the same event_id, or with a fresh one. */
  duplicateEvents(count: number, ids: 'same' | 'different'): void;
  /** Holds the next `count` events and delivers them in reverse order. */
  reverseEvents(count: number): void;
  /** The next `count` calls of a method (or '*') misbehave. */
  failNext(method: string, fault: MethodFault, count?: number): void;
  /** Cuts every socket without a word. */
  dropConnections(): void;
  /** Sends `disconnect` to every socket: 'warning', 'refresh_requested', … */
  refreshConnections(reason?: string): void;
  clear(): void;
};

export type ApiCall = { method: string; args: Json; at: number; ok: boolean; error: string | null };
export type Delivery = {
  type: 'events_api' | 'interactive' | 'slash_commands';
  /** The event's or the interaction's type, or the command. */
  name: string;
  payload: Json;
  attempt: number;
  at: number;
  outcome: 'acked' | 'timed_out' | 'unreachable' | 'pending';
  tookMs: number | null;
};

export type Inspect = {
  calls(method?: string): ApiCall[];
  messages(channel: string): Message[];
  deliveries(name?: string): Delivery[];
  connections(): number;
  people(): Person[];
  channels(): Channel[];
  /** Resolves when no delivery is under way. */
  idle(timeoutMs?: number): Promise<void>;
};

export type LocalSlack = {
  pageUrl: string;
  /** Ends with /api/. */
  apiUrl: string;
  close(): Promise<void>;
  as(userId: string): Visitor;
  faults: Faults;
  inspect: Inspect;
};
