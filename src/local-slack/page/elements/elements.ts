import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { drawPicture } from '../blocks/media.ts';
import { type Json, type Surface, textOf } from '../model.ts';
import { words } from '../words.ts';
import { drawButton, drawFeedback, drawIconButton } from './buttons.ts';
import { drawCheckboxes, drawRadios } from './choices.ts';
import { drawFileInput, drawTextInput } from './inputs.ts';
import { drawOverflow } from './overflow.ts';
import { drawPicker } from './pickers.ts';
import { drawMultiSelect, drawSelect } from './selects.ts';

type DrawElement = (element: Json, block: Block, surface: Surface) => TemplateResult;

const table: Record<string, DrawElement> = {
  button: drawButton,
  checkboxes: drawCheckboxes,
  datepicker: drawPicker,
  datetimepicker: drawPicker,
  email_text_input: drawTextInput,
  feedback_buttons: drawFeedback,
  file_input: drawFileInput,
  icon_button: drawIconButton,
  image: (element) => drawPicture(element, 'thumb'),
  number_input: drawTextInput,
  overflow: drawOverflow,
  plain_text_input: drawTextInput,
  radio_buttons: drawRadios,
  timepicker: drawPicker,
  url_text_input: drawTextInput,
};
for (const source of ['static', 'external', 'users', 'channels', 'conversations']) {
  table[`${source}_select`] = drawSelect;
  table[`multi_${source}_select`] = drawMultiSelect;
}

export const drawElement: DrawElement = (element, block, surface) => {
  const type = textOf(element.type);
  const draw = Object.hasOwn(table, type) ? table[type] : undefined;
  return draw
    ? draw(element, block, surface)
    : html`<span class="cannot-draw" role="note">${words().cannotDraw(type)}</span>`;
};
