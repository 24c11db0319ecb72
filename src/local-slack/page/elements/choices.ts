import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Block } from '../../json.ts';
import { type Json, list, record, records, type Surface, textOf } from '../model.ts';
import { drawText } from '../text/text-object.ts';
import { choose, current } from './held.ts';

/** A value or an option object, as its value. */
const optionValue = (one: unknown): string => textOf(one) || textOf(record(one).value);

const drawOption = (option: Json, control: TemplateResult): TemplateResult => html`
  <label class="choice">${control}<span>${drawText(option.text)}
    ${option.description ? html`<span class="muted">${drawText(option.description)}</span>` : nothing}
  </span></label>`;

const nameOf = (element: Json, surface: Surface): string =>
  `${surface.key} ${textOf(element.action_id)}`;

export const drawRadios = (element: Json, block: Block, surface: Surface): TemplateResult => {
  const chosen = optionValue(current(element, block, surface, 'selected_option', 'initial_option'));
  return html`<div class="choices">${records(element.options).map((option) =>
    drawOption(
      option,
      html`<input type="radio" name=${nameOf(element, surface)} .checked=${live(chosen === option.value)}
        @change=${() => choose(element, block, surface, option.value)} />`,
    ),
  )}</div>`;
};

export const drawCheckboxes = (element: Json, block: Block, surface: Surface): TemplateResult => {
  const chosen = list(current(element, block, surface, 'selected_options', 'initial_options')).map(
    optionValue,
  );
  const toggle = (value: string) => () => {
    const next = chosen.includes(value)
      ? chosen.filter((one) => one !== value)
      : [...chosen, value];
    choose(element, block, surface, next);
  };
  return html`<div class="choices">${records(element.options).map((option) =>
    drawOption(
      option,
      html`<input type="checkbox" .checked=${live(chosen.includes(textOf(option.value)))}
        @change=${toggle(textOf(option.value))} />`,
    ),
  )}</div>`;
};
