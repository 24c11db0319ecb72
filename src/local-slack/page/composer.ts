import { html, nothing, type TemplateResult } from 'lit-html';
import { tellOutcome, tryCall } from './act.ts';
import { add, drawPending, pending, take } from './attachments.ts';
import { type Completion, completionsFor, drawCompletions } from './completions.ts';
import { toNewest } from './scroll.ts';
import { change, changed, state, tell } from './store.ts';
import { words } from './words.ts';

let completions: Completion[] = [];
let active = 0;

const field = (): HTMLTextAreaElement | null => document.querySelector('.composer textarea');

const growToText = (area: HTMLTextAreaElement): void => {
  area.style.blockSize = 'auto';
  area.style.blockSize = `${Math.min(area.scrollHeight, 240)}px`;
};

const runCommand = async (channel: string, text: string): Promise<boolean> => {
  const [command = '', ...rest] = text.split(' ');
  if (state.replyTo) tell(words().noCommandInThread);
  else if (!state.around?.app.commands.some((one) => one.command === command)) {
    tell(words().noCommand(command));
  } else {
    void tryCall('command', channel, command, rest.join(' ')).then((o) => o && tellOutcome(o));
    return true;
  }
  return false;
};

/** What could not be sent stands in the field again, unless something else was typed meanwhile. */
const giveBack = (text: string): void => {
  const area = field();
  if (area?.value !== '') return;
  area.value = text;
  growToText(area);
};

const send = async (channel: string): Promise<void> => {
  const area = field();
  const text = area?.value.trim() ?? '';
  if (!area || (text === '' && pending.length === 0)) return;
  if (/^\/\S/.test(text)) {
    if (!(await runCommand(channel, text))) return;
  } else {
    const options = state.replyTo ? { threadTs: state.replyTo } : {};
    void tryCall('say', channel, text, { ...options, files: take() }).then((said) => {
      if (said === null) giveBack(text);
    });
  }
  area.value = '';
  growToText(area);
  completions = [];
  changed();
  requestAnimationFrame(toNewest);
};

const complete = (one: Completion): void => {
  const area = field();
  if (!area) return;
  area.value = area.value.slice(0, one.from) + one.insert + area.value.slice(area.selectionStart);
  area.focus();
  area.selectionStart = one.from + one.insert.length;
  area.selectionEnd = area.selectionStart;
  completions = [];
  changed();
};

const onInput = (event: Event): void => {
  const area = event.target as HTMLTextAreaElement;
  growToText(area);
  completions = completionsFor(area.value.slice(0, area.selectionStart));
  active = 0;
  changed();
};

/** Keys of the list of completions; true when the key was for it. */
const onListKey = (event: KeyboardEvent): boolean => {
  const step = { ArrowDown: 1, ArrowUp: completions.length - 1 }[event.key];
  if (step !== undefined) active = (active + step) % completions.length;
  else if (event.key === 'Escape') completions = [];
  else if (event.key === 'Tab' || event.key === 'Enter') {
    const one = completions[active];
    if (one) complete(one);
  } else return false;
  changed();
  return true;
};

/** Enter sends, unless an input method is composing or Shift is held. */
const onKey = (channel: string) => (event: KeyboardEvent) => {
  if (event.isComposing || event.keyCode === 229) return;
  if (completions.length > 0 && onListKey(event)) return event.preventDefault();
  if (event.key === 'Escape' && state.replyTo) change({ replyTo: null });
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  void send(channel);
};

const drawShortcuts = (): TemplateResult | typeof nothing => {
  const shortcuts = state.around?.app.shortcuts ?? [];
  if (shortcuts.length === 0) return nothing;
  const run = (callbackId: string) => (event: Event) => {
    (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
    void tryCall('shortcut', callbackId).then((outcome) => outcome && tellOutcome(outcome));
  };
  return html`<details class="overflow upwards">
    <summary class="icon" aria-label=${words().shortcuts} title=${words().shortcuts}><svg class="bolt" viewBox="0 0 16 16" aria-hidden="true"><path
      d="M9 1 3 9h4l-1 6 7-9H8.5z"></path></svg></summary>
    <div class="menu" role="menu">${shortcuts.map(
      ({ name, callbackId }) =>
        html`<button class="menu-item" type="button" role="menuitem" @click=${run(callbackId)}>${name}</button>`,
    )}</div></details>`;
};

const drawReplying = (): TemplateResult | typeof nothing =>
  state.replyTo
    ? html`<div class="replying">${words().replying}
        <button class="icon" type="button" aria-label=${words().cancel}
          @click=${() => change({ replyTo: null })}>✕</button></div>`
    : nothing;

export const drawComposer = (channelId: string): TemplateResult => {
  const channel = state.around?.channels.find(({ id }) => id === channelId);
  const name = channel?.kind === 'channel' ? `#${channel.name}` : (state.around?.app.name ?? '');
  const label = state.replyTo ? words().writeReply : words().write(name);
  return html`<div class="composer">
    ${drawCompletions(completions, active, complete)} ${drawReplying()} ${drawPending()}
    <div class="composer-row">
      ${drawShortcuts()}
      <label class="icon attach" title=${words().attach}>＋<input type="file" multiple
        aria-label=${words().attach} @change=${(event: Event) => {
          void add(event.target as HTMLInputElement);
        }} /></label>
      <textarea rows="1" placeholder=${label} aria-label=${label} ?disabled=${!channel}
        @input=${onInput} @keydown=${onKey(channelId)}></textarea>
      <button class="send" type="button" aria-label=${words().send} @click=${() => send(channelId)}>➤</button>
    </div>
  </div>`;
};
