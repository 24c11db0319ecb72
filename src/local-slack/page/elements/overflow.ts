import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { press } from '../act.ts';
import { type Json, records, type Surface, textOf } from '../model.ts';
import { plainOf } from '../text/text-object.ts';
import { words } from '../words.ts';

/** Closes the menu that the click came from, and any other when focus leaves it. */
const closeMenu = (event: Event): void =>
  (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');

const onFocusOut = (event: FocusEvent): void => {
  const menu = event.currentTarget as HTMLElement;
  if (!menu.contains(event.relatedTarget as Node | null)) menu.removeAttribute('open');
};
const onKey = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  (event.currentTarget as HTMLElement).removeAttribute('open');
};

export const drawOverflow = (element: Json, block: Block, surface: Surface): TemplateResult => {
  const pick = (option: Json) => (event: Event) => {
    closeMenu(event);
    const url = textOf(option.url);
    if (/^https?:/.test(url)) window.open(url, '_blank', 'noreferrer,noopener');
    press(surface, element, block.block_id ?? '', option.value);
  };
  return html`<details class="overflow" @focusout=${onFocusOut} @keydown=${onKey}>
    <summary class="button" aria-label=${words().more}>⋯</summary>
    <div class="menu" role="menu">${records(element.options).map(
      (
        option,
      ) => html`<button type="button" role="menuitem" class="menu-item" @click=${pick(option)}
        >${plainOf(option.text)}</button>`,
    )}</div>
  </details>`;
};
