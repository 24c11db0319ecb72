import { html, type TemplateResult } from 'lit-html';
import { type Json, list, record, records, textOf } from '../model.ts';
import { emoji } from './emoji.ts';
import { drawChannel, drawLink, drawReference, drawUser } from './references.ts';

type Piece = TemplateResult | string;

const drawPlain = (part: Json): Piece => {
  if (part.type === 'link') return drawLink(textOf(part.url), textOf(part.text) || part.url);
  if (part.type === 'user') return drawUser(textOf(part.user_id));
  if (part.type === 'channel') return drawChannel(textOf(part.channel_id));
  if (part.type === 'emoji') return emoji(textOf(part.name));
  if (part.type === 'broadcast') return drawReference(`!${textOf(part.range)}`);
  if (part.type === 'date') {
    return drawReference(`!date^${part.timestamp}^${textOf(part.format)}|${textOf(part.fallback)}`);
  }
  return textOf(part.text) || textOf(part.value);
};

const drawPart = (part: Json): Piece => {
  const { bold, italic, strike, code, underline } = record(part.style);
  let drawn: Piece = drawPlain(part);
  if (code) drawn = html`<code>${drawn}</code>`;
  if (underline) drawn = html`<u>${drawn}</u>`;
  if (strike) drawn = html`<s>${drawn}</s>`;
  if (italic) drawn = html`<i>${drawn}</i>`;
  return bold ? html`<b>${drawn}</b>` : drawn;
};

const drawSection = (section: Json): TemplateResult => {
  const parts = records(section.elements).map(drawPart);
  if (section.type === 'rich_text_preformatted') return html`<pre>${parts}</pre>`;
  if (section.type === 'rich_text_quote') return html`<blockquote>${parts}</blockquote>`;
  if (section.type !== 'rich_text_list') return html`<div class="rich-line">${parts}</div>`;
  const items = records(section.elements).map(
    (item) => html`<li>${records(item.elements).map(drawPart)}</li>`,
  );
  const indent = `margin-inline-start: ${Number(section.indent ?? 0) * 1.5}em`;
  return section.style === 'ordered'
    ? html`<ol style=${indent} start=${Number(section.offset ?? 0) + 1}>${items}</ol>`
    : html`<ul style=${indent}>${items}</ul>`;
};

/** A rich_text block, or nothing for one without elements. */
export const drawRichText = (block: Json): TemplateResult =>
  html`<div class="rich-text">${list(block.elements).map((part) => drawSection(record(part)))}</div>`;
