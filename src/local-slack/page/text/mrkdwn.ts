import { html, type TemplateResult } from 'lit-html';
import { emoji } from './emoji.ts';
import { drawLink, drawReference, unescapeText } from './references.ts';

type Piece = TemplateResult | string;

/** A mark opens and closes only beside something that is no letter or digit, as in Slack. */
const marked = (mark: string): string =>
  `(?<![\\p{L}\\p{N}${mark}])${mark}(?=[^\\s${mark}])([^\\n]*?[^\\s${mark}])${mark}(?![\\p{L}\\p{N}${mark}])`;

const inline = new RegExp(
  [
    '`([^`\\n]+)`',
    '<([^<>\\n]+)>',
    marked('\\*'),
    marked('_'),
    marked('~'),
    ':([a-z0-9_+-]+):',
    '(https?://[^\\s<>|]+[^\\s<>|.,;:!?)\\]}，。；：！？）】」])',
  ].join('|'),
  'gu',
);

const drawMatch = (match: RegExpMatchArray): Piece => {
  const [, code, reference, bold, italic, strike, name, url] = match;
  if (code !== undefined) return html`<code>${unescapeText(code)}</code>`;
  if (reference !== undefined) return drawReference(reference);
  if (bold !== undefined) return html`<b>${drawInline(bold)}</b>`;
  if (italic !== undefined) return html`<i>${drawInline(italic)}</i>`;
  if (strike !== undefined) return html`<s>${drawInline(strike)}</s>`;
  if (name !== undefined) return emoji(name);
  return drawLink(unescapeText(url ?? ''), unescapeText(url ?? ''));
};

/** Slack's inline marks, references and emoji; everything else is plain text. */
export const drawInline = (text: string): Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > from) pieces.push(unescapeText(text.slice(from, match.index)));
    pieces.push(drawMatch(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(unescapeText(text.slice(from)));
  return pieces;
};

const quoteMark = /^(?:&gt;|>) ?/;

/** Lines that follow each other with the same kind: quoted or not. */
const drawLines = (text: string): TemplateResult[] => {
  const groups: { quoted: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = quoteMark.test(line);
    const last = groups.at(-1);
    if (last?.quoted === quoted) last.lines.push(line.replace(quoteMark, ''));
    else groups.push({ quoted, lines: [quoted ? line.replace(quoteMark, '') : line] });
  }
  return groups.map(({ quoted, lines }) => {
    const body = drawInline(lines.join('\n'));
    return quoted ? html`<blockquote>${body}</blockquote>` : html`<span>${body}</span>`;
  });
};

/** Slack's own markup, mrkdwn. Line ends are kept by the style sheet. */
export const drawMrkdwn = (text: string): TemplateResult => {
  const parts = text.split('```');
  return html`<span class="mrkdwn">${parts.map((part, index) =>
    index % 2 === 1
      ? html`<pre>${unescapeText(part.replace(/^\n/, '').replace(/\n$/, ''))}</pre>`
      : drawLines(index > 0 ? part.replace(/^\n/, '') : part),
  )}</span>`;
};
