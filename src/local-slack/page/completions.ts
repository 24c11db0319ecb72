import { html, nothing, type TemplateResult } from 'lit-html';
import { state } from './store.ts';

/** What may replace the text from `from` to the cursor. */
export type Completion = { label: string; hint: string; insert: string; from: number };

const commandsFor = (text: string): Completion[] =>
  (state.around?.app.commands ?? [])
    .filter(({ command }) => command.startsWith(text))
    .map(({ command, description, usageHint }) => ({
      label: `${command} ${usageHint ?? ''}`,
      hint: description,
      insert: `${command} `,
      from: 0,
    }));

const peopleFor = (typed: string, from: number): Completion[] => {
  const names = [
    ...state.people.map(({ name, title }) => ({ name, hint: title ?? '' })),
    { name: state.around?.app.name ?? '', hint: '' },
  ];
  return names
    .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
    .slice(0, 8)
    .map(({ name, hint }) => ({ label: `@${name}`, hint, insert: `@${name} `, from }));
};

/** Commands at the start of the line, people after an @. */
export const completionsFor = (beforeCursor: string): Completion[] => {
  if (/^\/\S*$/.test(beforeCursor)) return commandsFor(beforeCursor);
  const at = /(?:^|\s)@([^\s@]*)$/.exec(beforeCursor);
  return at ? peopleFor(at[1] ?? '', beforeCursor.length - (at[1]?.length ?? 0) - 1) : [];
};

export const drawCompletions = (
  completions: Completion[],
  active: number,
  onPick: (one: Completion) => void,
): TemplateResult | typeof nothing => {
  if (completions.length === 0) return nothing;
  const pick = (one: Completion) => (event: Event) => {
    event.preventDefault();
    onPick(one);
  };
  return html`<div class="menu completions" role="listbox">${completions.map(
    (one, index) => html`<div class="menu-item ${index === active ? 'active' : ''}" role="option"
      aria-selected=${index === active} @mousedown=${pick(one)}><b>${one.label}</b>
      <span class="muted">${one.hint}</span></div>`,
  )}</div>`;
};
