import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { chosenKey, isBusy, press } from '../act.ts';
import { type Json, record, type Surface, textOf } from '../model.ts';
import { changed, state } from '../store.ts';
import { plainOf } from '../text/text-object.ts';

const openLink = (element: Json): void => {
  const url = textOf(element.url);
  if (/^https?:/.test(url)) window.open(url, '_blank', 'noreferrer,noopener');
};

export const drawButton = (element: Json, block: Block, surface: Surface): TemplateResult => {
  const blockId = block.block_id ?? '';
  const click = () => {
    openLink(element);
    press(surface, element, blockId, element.value ?? null);
  };
  return html`<button class="button ${textOf(element.style)}" type="button"
    title=${textOf(element.accessibility_label)} ?disabled=${isBusy(surface, element, blockId)}
    @click=${click}>${plainOf(element.text)}</button>`;
};

export const drawIconButton = (
  element: Json,
  block: Block,
  surface: Surface,
): TemplateResult => html`
  <button class="icon" type="button" title=${plainOf(element.text)} aria-label=${plainOf(element.text)}
    @click=${() => press(surface, element, block.block_id ?? '')}>🗑</button>`;

/** Drawn, because not every machine has a font with thumbs in it. */
const thumb = (isDown: boolean): TemplateResult => html`<svg class="thumb" viewBox="0 0 16 16"
  aria-hidden="true" style=${isDown ? 'transform: scaleY(-1)' : ''}><path
  d="M1.5 7h2v7h-2zM5 7l3-5.5c1 0 1.7.8 1.5 1.8L9 6h4a1.3 1.3 0 0 1 1.3 1.6l-1.2 5A1.8 1.8 0 0 1 11.4 14H7l-2-1z"
  ></path></svg>`;

/** Two buttons of which the last pressed stays marked. */
export const drawFeedback = (element: Json, block: Block, surface: Surface): TemplateResult => {
  const key = chosenKey(surface, element);
  const draw = (part: Json, isDown: boolean) => {
    const click = () => {
      state.chosen.set(key, part.value);
      changed();
      press(surface, element, block.block_id ?? '', part.value);
    };
    return html`<button class="button feedback" type="button" @click=${click}
      aria-pressed=${state.chosen.get(key) === part.value}
      aria-label=${textOf(part.accessibility_label) || plainOf(part.text)}
      >${thumb(isDown)} ${plainOf(part.text)}</button>`;
  };
  return html`${draw(record(element.positive_button), false)} ${draw(record(element.negative_button), true)}`;
};
