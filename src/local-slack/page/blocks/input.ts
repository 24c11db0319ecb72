import { html, nothing, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { drawElement } from '../elements/elements.ts';
import { record, type Surface, textOf } from '../model.ts';
import { plainOf } from '../text/text-object.ts';
import { words } from '../words.ts';

/** Several controls in one block are a group; one is labelled directly. */
const isGroup = (type: string): boolean => type === 'radio_buttons' || type === 'checkboxes';

/** A label, the element, its hint, and under it what is wrong. */
export const drawInput = (block: Block, surface: Surface): TemplateResult => {
  const blockId = block.block_id ?? '';
  const error = surface.errors[blockId];
  const element = record(block.element);
  const label = html`<span class="label">${plainOf(block.label)}
    ${block.optional ? html`<span class="muted">${words().optional}</span>` : nothing}</span>`;
  const control = drawElement(element, block, surface);
  const described = html`${
    block.hint ? html`<div class="hint">${plainOf(block.hint)}</div>` : nothing
  }
  ${error ? html`<div class="error" role="alert">${error}</div>` : nothing}`;
  const className = `input ${error ? 'has-error' : ''}`;
  return isGroup(textOf(element.type))
    ? html`<fieldset class=${className}><legend>${label}</legend>${control}${described}</fieldset>`
    : html`<div class=${className}><label>${label}${control}</label>${described}</div>`;
};
