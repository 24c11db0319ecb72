import type { Block } from '../json.ts';
import type { ShownMessage, Surroundings } from '../page-api/protocol.ts';
import type { Person, PressTarget, StateValues } from '../types.ts';

export type Json = Record<string, unknown>;
export type Place = { kind: 'channel'; id: string } | { kind: 'home' };
export type Notice = { text: string; kind: 'problem' | 'note' };
export type Question = {
  title: string;
  text: string;
  confirm: string;
  deny: string;
  danger: boolean;
  onConfirm: () => void;
};

/** Everything that the page draws from. */
export type State = {
  people: Person[];
  me: string | null;
  around: Surroundings | null;
  messages: Map<string, ShownMessage>;
  place: Place;
  /** The thread that the composer answers in, null for a new message. */
  replyTo: string | null;
  unread: Set<string>;
  notice: Notice | null;
  question: Question | null;
  sidebarOpen: boolean;
  online: boolean;
  /** Errors under the inputs of a view, by view and block. */
  errors: Map<string, Record<string, string>>;
  /** What is typed in a view and not yet sent, by view and action. */
  drafts: Map<string, Record<string, unknown>>;
  /** What this person chose in messages, which Slack keeps in the client. */
  chosen: Map<string, unknown>;
  /** Controls that wait for the app. */
  busy: Set<string>;
};

/** Where an element stands: what a press refers to and what is chosen there. */
export type Surface = {
  where: PressTarget;
  key: string;
  values: StateValues;
  errors: Record<string, string>;
};

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const records = (value: unknown): Json[] => list(value).map(record);
export const blocksIn = (value: unknown): Block[] =>
  records(value).filter((one): one is Block => typeof one.type === 'string');
