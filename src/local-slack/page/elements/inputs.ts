import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { keepDraft, press } from '../act.ts';
import { type Json, list, record, type Surface, textOf } from '../model.ts';
import { plainOf } from '../text/text-object.ts';
import { words } from '../words.ts';
import { current } from './held.ts';

const inputTypes: Record<string, string> = {
  email_text_input: 'email',
  number_input: 'text',
  plain_text_input: 'text',
  url_text_input: 'url',
};

const dispatchesOn = (element: Json, block: Block, when: string): boolean => {
  const { trigger_actions_on: on } = record(element.dispatch_action_config);
  const asked = list(on ?? ['on_enter_pressed']);
  return block.dispatch_action === true && asked.includes(when);
};

/** A line or several lines of text; what is typed stays here until it is submitted. */
export const drawTextInput = (element: Json, block: Block, surface: Surface): TemplateResult => {
  const value = textOf(current(element, block, surface, 'value', 'initial_value'));
  const placeholder = plainOf(element.placeholder);
  const typed = (event: Event) => (event.target as HTMLInputElement).value;
  const onInput = (event: Event) => {
    keepDraft(surface, textOf(element.action_id), typed(event));
    if (dispatchesOn(element, block, 'on_character_entered')) {
      press(surface, element, block.block_id ?? '', typed(event));
    }
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (!dispatchesOn(element, block, 'on_enter_pressed')) return;
    event.preventDefault();
    press(surface, element, block.block_id ?? '', typed(event));
  };
  const first = element.focus_on_load === true;
  if (element.multiline) {
    return html`<textarea rows="4" placeholder=${placeholder} ?autofocus=${first}
      .value=${value} @input=${onInput}></textarea>`;
  }
  const type = textOf(element.type);
  return html`<input type=${inputTypes[type] ?? 'text'} placeholder=${placeholder} ?autofocus=${first}
    inputmode=${type === 'number_input' ? 'decimal' : 'text'} autocomplete="off"
    .value=${value} @input=${onInput} @keydown=${onEnter} />`;
};

export const drawFileInput = (): TemplateResult =>
  html`<span class="cannot-draw" role="note">${words().cannotDraw('file_input')}</span>`;
