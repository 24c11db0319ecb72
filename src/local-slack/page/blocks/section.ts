import { html, nothing, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { drawElement } from '../elements/elements.ts';
import { record, records, type Surface } from '../model.ts';
import { drawText } from '../text/text-object.ts';
import { drawPicture } from './media.ts';

export const drawSection = (block: Block, surface: Surface): TemplateResult => html`
  <div class="section">
    <div class="section-text">
      ${drawText(block.text)}
      ${
        block.fields
          ? html`<div class="fields">${records(block.fields).map(
              (field) => html`<div class="field">${drawText(field)}</div>`,
            )}</div>`
          : nothing
      }
    </div>
    ${
      block.accessory
        ? html`<div class="accessory">${drawElement(record(block.accessory), block, surface)}</div>`
        : nothing
    }
  </div>`;

export const drawContext = (block: Block): TemplateResult => html`<div class="context">
  ${records(block.elements).map((element) =>
    element.type === 'image'
      ? drawPicture(element, 'tiny')
      : html`<span>${drawText(element)}</span>`,
  )}
</div>`;
