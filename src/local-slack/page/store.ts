import type { State } from './model.ts';

export const state: State = {
  people: [],
  me: null,
  around: null,
  messages: new Map(),
  place: { kind: 'channel', id: '' },
  replyTo: null,
  unread: new Set(),
  notice: null,
  question: null,
  sidebarOpen: false,
  online: false,
  errors: new Map(),
  drafts: new Map(),
  chosen: new Map(),
  busy: new Set(),
};

let draw = (): void => {};
let asked = false;

export const onChange = (listener: () => void): void => {
  draw = listener;
};

/** Draws again with the next frame; many changes make one drawing. */
export const changed = (): void => {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    draw();
  });
};

export const change = (what: Partial<State>): void => {
  Object.assign(state, what);
  changed();
};

let noticeTimer = 0;
const noticeMs = 8_000;

export const tell = (text: string, kind: 'problem' | 'note' = 'problem'): void => {
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => change({ notice: null }), noticeMs) as unknown as number;
  change({ notice: { text, kind } });
};
