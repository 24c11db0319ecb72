import type { Json } from './json.ts';
import type { Channel, Message, Person, StoredFile, View } from './types.ts';

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
