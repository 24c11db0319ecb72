import type {
  Channel,
  Message,
  Person,
  SlackApp,
  SuggestedPrompts,
  ThreadStatus,
  View,
} from '../types.ts';

/** What the page may ask for, with the Visitor's own names and arguments. */
export const visitorCalls = [
  'openDm',
  'say',
  'command',
  'press',
  'fill',
  'submitView',
  'closeView',
  'search',
  'shortcut',
  'openHome',
  'openMessagesTab',
  'stop',
] as const;
export type VisitorCall = (typeof visitorCalls)[number];

export type FileLink = {
  id: string;
  name: string;
  title: string;
  size: number;
  url: string;
  mimetype: string;
};
export type ShownMessage = Message & { files: FileLink[] };

/** Everything but messages, sent whole whenever something in it changed. */
export type Surroundings = {
  app: Pick<SlackApp, 'name' | 'botUserId' | 'teamName' | 'commands' | 'shortcuts'>;
  dm: string;
  channels: Channel[];
  views: View[];
  home: View | null;
  prompts: SuggestedPrompts;
  statuses: ThreadStatus[];
  connected: boolean;
};

/** From the page: who is looking, or a call to make for that person. */
export type FromPage =
  | { kind: 'look'; as: string }
  | { kind: 'call'; id: number; call: VisitorCall; args: unknown[] };

/** `as`: for whom it was seen; what is still on its way when the page looks as another is not theirs. */
export type ToPage =
  | { kind: 'people'; people: Person[] }
  | { kind: 'surroundings'; as: string; surroundings: Surroundings }
  | { kind: 'messages'; as: string; first: boolean; messages: ShownMessage[]; removed: string[] }
  | { kind: 'result'; id: number; result: unknown; error: string | null };
