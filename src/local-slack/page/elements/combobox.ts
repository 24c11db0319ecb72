import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Json } from '../model.ts';
import { changed } from '../store.ts';
import { plainOf } from '../text/text-object.ts';
import { words } from '../words.ts';

export type Options = { label: string; options: Json[] }[];
export type Source = (query: string) => Options | Promise<Options>;
type Open = {
  key: string;
  query: string;
  groups: Options;
  active: number;
  loading: boolean;
  asked: number;
};
type Props = {
  key: string;
  selected: string;
  placeholder: string;
  /** Characters to type before the source is asked. */
  minLength: number;
  source: Source;
  onPick: (option: Json) => void;
};

/** One menu is open at a time, with one option chosen. */
const menuId = 'open-menu';
const activeId = 'active-option';

let open: Open | null = null;
const waitMs = 150;

const flat = (groups: Options): Json[] => groups.flatMap(({ options }) => options);

const ask = async (props: Props, query: string): Promise<void> => {
  if (!open) return;
  open.query = query;
  open.asked += 1;
  const { asked } = open;
  if (query.length < props.minLength) {
    Object.assign(open, { groups: [], loading: false });
    changed();
    return;
  }
  open.loading = true;
  changed();
  const found = props.source(query);
  if (found instanceof Promise) await new Promise((resolve) => setTimeout(resolve, waitMs));
  if (open?.asked !== asked) return;
  const groups = await found;
  if (open?.key !== props.key || open.asked !== asked) return;
  Object.assign(open, { groups, loading: false, active: 0 });
  changed();
};

const show = (props: Props): void => {
  if (open?.key === props.key) return;
  open = { key: props.key, query: '', groups: [], active: 0, loading: false, asked: 0 };
  void ask(props, '');
};
const hide = (key: string): void => {
  if (open?.key === key) open = null;
  changed();
};
const pick = (props: Props, option: Json): void => {
  hide(props.key);
  props.onPick(option);
};

const step = (menu: Open, by: number): void => {
  const { length } = flat(menu.groups);
  menu.active = length === 0 ? 0 : (menu.active + by + length) % length;
  changed();
  requestAnimationFrame(() =>
    document.querySelector('.menu-item.active')?.scrollIntoView({ block: 'nearest' }),
  );
};

const onKey = (props: Props) => (event: KeyboardEvent) => {
  if (event.isComposing) return;
  const menu = open?.key === props.key ? open : null;
  const chosen = menu ? flat(menu.groups)[menu.active] : undefined;
  const keys: Record<string, () => void> = {
    ArrowDown: () => (menu ? step(menu, 1) : show(props)),
    ArrowUp: () => (menu ? step(menu, -1) : show(props)),
    Enter: () => chosen && pick(props, chosen),
    ...(menu ? { Escape: () => hide(props.key) } : {}),
  };
  const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
};

const drawOption = (props: Props, option: Json, chosen: boolean): TemplateResult => {
  const keepFocus = (event: Event) => event.preventDefault();
  // The menu lies inside the field's label: a click let through would open it again.
  const onClick = (event: Event) => {
    event.preventDefault();
    pick(props, option);
  };
  return html`<div class="menu-item ${chosen ? 'active' : ''}" role="option" aria-selected=${chosen}
    id=${chosen ? activeId : nothing}
    @mousedown=${keepFocus} @click=${onClick}>${plainOf(option.text)}
    ${option.description ? html`<span class="muted">${plainOf(option.description)}</span>` : nothing}
  </div>`;
};

const drawMenu = (props: Props, menu: Open): TemplateResult => {
  const all = flat(menu.groups);
  const says = (text: string) => html`<div class="menu-note">${text}</div>`;
  const note = () => {
    if (menu.query.length < props.minLength) return says(words().typeMore(props.minLength));
    if (menu.loading && all.length === 0) return says(words().loading);
    return all.length === 0 ? says(words().noOptions) : nothing;
  };
  return html`<div class="menu" role="listbox" id=${menuId}>${note()}${menu.groups.map(
    ({ label, options }) => html`${label ? html`<div class="menu-label">${label}</div>` : nothing}
      ${options.map((option) => drawOption(props, option, all[menu.active] === option))}`,
  )}</div>`;
};

/** A field to search and choose in; its options come at once or from the app. */
export const drawCombobox = (props: Props): TemplateResult => {
  const menu = open?.key === props.key ? open : null;
  return html`<span class="combobox"><input role="combobox" aria-expanded=${menu !== null}
      aria-autocomplete="list" aria-controls=${menu ? menuId : nothing}
      aria-activedescendant=${menu && menu.groups.length > 0 ? activeId : nothing}
      autocomplete="off" placeholder=${props.placeholder || words().choose}
      .value=${live(menu ? menu.query : props.selected)}
      @focus=${() => show(props)} @click=${() => show(props)} @blur=${() => hide(props.key)}
      @input=${(event: Event) => {
        show(props);
        void ask(props, (event.target as HTMLInputElement).value);
      }}
      @keydown=${onKey(props)} />${menu ? drawMenu(props, menu) : nothing}</span>`;
};
