import { html, nothing, type TemplateResult } from 'lit-html';
import { record, textOf } from '../model.ts';
import { withEmoji } from './emoji.ts';
import { drawMrkdwn } from './mrkdwn.ts';

/** A plain_text or mrkdwn object. */
export const drawText = (value: unknown): TemplateResult | typeof nothing => {
  const { type, text, emoji } = record(value);
  if (!text) return nothing;
  if (type === 'mrkdwn') return drawMrkdwn(textOf(text));
  return html`<span class="plain-text">${emoji === false ? text : withEmoji(textOf(text))}</span>`;
};

export const plainOf = (value: unknown): string => withEmoji(textOf(record(value).text));
