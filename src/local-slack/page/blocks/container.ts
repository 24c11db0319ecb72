import { html, nothing, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { blocksIn, record, type Surface } from '../model.ts';
import { drawRichText } from '../text/rich-text.ts';
import { drawText, plainOf } from '../text/text-object.ts';
import { drawBlocks } from './blocks.ts';

/** A titled group of blocks, folded when the app asks for that. */
export const drawContainer = (block: Block, surface: Surface): TemplateResult => {
  const title = block.rich_text_title
    ? drawRichText(record(block.rich_text_title))
    : html`<b>${plainOf(block.title)}</b>`;
  const subtitle = block.subtitle
    ? html`<div class="muted">${drawText(block.subtitle)}</div>`
    : nothing;
  const body = drawBlocks(blocksIn(block.child_blocks), surface);
  return block.is_collapsible
    ? html`<details class="container" ?open=${block.default_collapsed !== true}>
        <summary>${title}${subtitle}</summary>${body}</details>`
    : html`<div class="container">${title}${subtitle}${body}</div>`;
};
