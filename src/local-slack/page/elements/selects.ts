import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { tryCall } from '../act.ts';
import { type Json, list, record, records, type Surface, textOf } from '../model.ts';
import { state } from '../store.ts';
import { plainOf } from '../text/text-object.ts';
import { words } from '../words.ts';
import { drawCombobox, type Options, type Source } from './combobox.ts';
import { choose, current } from './held.ts';

const minQueryDefault = 3;

const option = (value: string, label: string): Json => ({
  text: { type: 'plain_text', text: label },
  value,
});
const matches = (query: string) => (one: Json) =>
  plainOf(one.text).toLowerCase().includes(query.trim().toLowerCase());
const filtered = (groups: Options, query: string): Options =>
  groups
    .map(({ label, options }) => ({ label, options: options.filter(matches(query)) }))
    .filter(({ options }) => options.length > 0);

const workspaceOptions = (type: string): Json[] => {
  if (type.includes('users')) return state.people.map(({ userId, name }) => option(userId, name));
  const channels = state.around?.channels ?? [];
  const app = state.around?.app.name ?? '';
  return channels.map(({ id, name, kind }) => option(id, kind === 'im' ? app : `# ${name}`));
};

const ownGroups = (element: Json): Options =>
  element.option_groups
    ? records(element.option_groups).map((group) => ({
        label: plainOf(group.label),
        options: records(group.options),
      }))
    : [{ label: '', options: records(element.options) }];

const askApp = async (element: Json, surface: Surface, query: string): Promise<Options> => {
  const found = record(await tryCall('search', surface.where, element.action_id, query));
  const groups = records(found.groups).map(({ label, options }) => ({
    label: textOf(label),
    options: records(options),
  }));
  return groups.length > 0 ? groups : [{ label: '', options: records(found.options) }];
};

const sourceOf = (element: Json, surface: Surface): Source => {
  const type = textOf(element.type);
  if (type.includes('external')) return (query) => askApp(element, surface, query);
  const groups = type.includes('static')
    ? ownGroups(element)
    : [{ label: '', options: workspaceOptions(type) }];
  return (query) => filtered(groups, query);
};

/** Options that were picked, so that a bare value can be shown with its label. */
const seen = new Map<string, Json>();
const remember = (one: Json): Json => {
  seen.set(textOf(one.value), one);
  return one;
};

const labelOf = (element: Json, held: unknown): string => {
  if (held === null || held === undefined || held === '') return '';
  if (typeof held === 'object') return plainOf(record(held).text);
  const known = [...ownGroups(element).flatMap(({ options }) => options)];
  const workspace = workspaceOptions(textOf(element.type));
  const found = [...known, ...workspace].find(({ value }) => value === held);
  return plainOf((found ?? seen.get(textOf(held)))?.text);
};

const fieldOf = (type: string): [string, string] => {
  const many = type.startsWith('multi_') ? 's' : '';
  const what = type.replace('multi_', '').replace(/s?_select$/, '');
  const name = what === 'static' || what === 'external' ? 'option' : what;
  return [`selected_${name}${many}`, `initial_${name}${many}`];
};

/** In a view the server must know an external option whole; elsewhere its value is enough. */
const choiceOf = (element: Json, one: Json): unknown =>
  textOf(element.type).includes('external') ? one : one.value;

const common = (element: Json, surface: Surface, block: Block) => ({
  key: `${surface.key} ${block.block_id} ${textOf(element.action_id)}`,
  placeholder: plainOf(element.placeholder),
  minLength: textOf(element.type).includes('external')
    ? Number(element.min_query_length ?? minQueryDefault)
    : 0,
  source: sourceOf(element, surface),
});

export const drawSelect = (element: Json, block: Block, surface: Surface): TemplateResult => {
  const held = current(element, block, surface, ...fieldOf(textOf(element.type)));
  return drawCombobox({
    ...common(element, surface, block),
    selected: labelOf(element, held),
    onPick: (one) => choose(element, block, surface, choiceOf(element, remember(one))),
  });
};

const optionValue = (one: unknown): string => textOf(one) || textOf(record(one).value);

/** What is chosen as chips, each removable, and a field to add more. */
export const drawMultiSelect = (element: Json, block: Block, surface: Surface): TemplateResult => {
  const chosen = list(current(element, block, surface, ...fieldOf(textOf(element.type))));
  const without = (one: unknown) => () =>
    choose(
      element,
      block,
      surface,
      chosen.filter((other) => optionValue(other) !== optionValue(one)),
    );
  const add = (one: Json) => {
    if (chosen.some((other) => optionValue(other) === one.value)) return;
    choose(element, block, surface, [...chosen, choiceOf(element, remember(one))]);
  };
  return html`<span class="multi">${chosen.map(
    (one) => html`<span class="chip">${labelOf(element, one)}<button type="button" class="icon"
      aria-label="${words().remove} ${labelOf(element, one)}" @click=${without(one)}>✕</button></span>`,
  )}${drawCombobox({ ...common(element, surface, block), selected: '', onPick: add })}</span>`;
};
