import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { drawElement } from '../elements/elements.ts';
import { records, type Surface } from '../model.ts';

export const drawActions = (block: Block, surface: Surface): TemplateResult => html`
  <div class="actions">${records(block.elements).map((one) => drawElement(one, block, surface))}</div>`;

export const drawContextActions = (block: Block, surface: Surface): TemplateResult => html`
  <div class="actions small">${records(block.elements).map((one) =>
    drawElement(one, block, surface),
  )}</div>`;
