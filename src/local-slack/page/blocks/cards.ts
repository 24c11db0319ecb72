import { html, nothing, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { drawElement } from '../elements/elements.ts';
import { blocksIn, record, records, type Surface } from '../model.ts';
import { drawText } from '../text/text-object.ts';
import { drawPicture } from './media.ts';

export const drawCard = (
  block: Block,
  surface: Surface,
): TemplateResult => html`<article class="card">
  ${block.hero_image ? drawPicture(record(block.hero_image), 'hero') : nothing}
  <div class="card-head">
    ${block.icon ? drawPicture(record(block.icon), 'small') : nothing}
    <div>
      ${block.title ? html`<div class="card-title">${drawText(block.title)}</div>` : nothing}
      ${block.subtitle ? html`<div class="muted">${drawText(block.subtitle)}</div>` : nothing}
    </div>
  </div>
  ${block.body ? html`<div class="card-body">${drawText(block.body)}</div>` : nothing}
  ${
    block.actions
      ? html`<div class="actions">${records(block.actions).map((one) =>
          drawElement(one, block, surface),
        )}</div>`
      : nothing
  }
</article>`;

export const drawCarousel = (block: Block, surface: Surface): TemplateResult => html`
  <div class="carousel">${blocksIn(block.elements).map((card) => drawCard(card, surface))}</div>`;
