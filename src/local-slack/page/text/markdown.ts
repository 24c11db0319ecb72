import { html, type TemplateResult } from 'lit-html';
import { emoji } from './emoji.ts';
import { drawLink, drawReference } from './references.ts';

type Piece = TemplateResult | string;

const inline =
  /`([^`]+)`|\*\*([^*\n]+(?:\*[^*\n]+)*)\*\*|__([^_\n]+)__|\*([^*\s][^*\n]*)\*|(?<!\w)_([^_\n]+)_(?!\w)|~~([^~\n]+)~~|!?\[([^\]\n]*)\]\(([^)\s]+)\)|<([@#!][^<>\n]+)>|:([a-z0-9_+-]+):|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?，。；：！？])/g;

const drawMatch = (match: RegExpMatchArray): Piece => {
  const [, code, bold, bold2, italic, italic2, strike, label, url, reference, name, bare] = match;
  if (code !== undefined) return html`<code>${code}</code>`;
  if (bold ?? bold2) return html`<b>${drawInline(bold ?? bold2 ?? '')}</b>`;
  if (italic ?? italic2) return html`<i>${drawInline(italic ?? italic2 ?? '')}</i>`;
  if (strike !== undefined) return html`<s>${drawInline(strike)}</s>`;
  if (url !== undefined) return drawLink(url, drawInline(label || url));
  if (reference !== undefined) return drawReference(reference);
  if (name !== undefined) return emoji(name);
  return drawLink(bare ?? '', bare ?? '');
};

const drawInline = (text: string): Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push(drawMatch(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
};

const cells = (line: string): string[] =>
  line
    .replace(/^\s*\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());

const drawTable = (lines: string[]): TemplateResult => {
  const [head = [], , ...rows] = lines.map(cells);
  return html`<div class="table-box"><table>
    <thead><tr>${head.map((cell) => html`<th>${drawInline(cell)}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr>${row.map((cell) => html`<td>${drawInline(cell)}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`;
};

const bullet = /^\s*[-*+]\s+/;
const ordered = /^\s*\d+[.)]\s+/;

const drawList = (lines: string[]): TemplateResult => {
  const numbered = ordered.test(lines[0] ?? '');
  const items = lines.map(
    (line) => html`<li>${drawInline(line.replace(numbered ? ordered : bullet, ''))}</li>`,
  );
  return numbered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
};

const heading = /^(#{1,6})\s+(.*)$/;

/** Which kind of block a line belongs to; lines of one kind that follow each other are one block. */
const kindOf = (line: string): string => {
  if (line.trim() === '') return 'empty';
  if (heading.test(line)) return 'heading';
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return 'rule';
  if (/^\s*\|.*\|\s*$/.test(line)) return 'table';
  if (bullet.test(line)) return 'bullets';
  if (ordered.test(line)) return 'numbers';
  return line.startsWith('>') ? 'quote' : 'text';
};

const drawGroup = (kind: string, lines: string[]): TemplateResult => {
  if (kind === 'heading') {
    return html`${lines.map((line) => html`<p class="md-heading">${drawInline(line.replace(heading, '$2'))}</p>`)}`;
  }
  if (kind === 'rule') return html`<hr />`;
  if (kind === 'table' && lines.length > 1) return drawTable(lines);
  if (kind === 'bullets' || kind === 'numbers') return drawList(lines);
  if (kind === 'quote') {
    return html`<blockquote>${drawInline(lines.map((line) => line.replace(/^>\s?/, '')).join('\n'))}</blockquote>`;
  }
  return kind === 'empty' ? html`` : html`<p>${drawInline(lines.join('\n'))}</p>`;
};

const drawProse = (text: string): TemplateResult[] => {
  const groups: { kind: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const kind = kindOf(line);
    const last = groups.at(-1);
    if (last && last.kind === kind && kind !== 'rule') last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.map(({ kind, lines }) => drawGroup(kind, lines));
};

/** Standard markdown, as in the markdown block and in streamed text. */
export const drawMarkdown = (text: string): TemplateResult => {
  const parts = text.split(/^```.*$/m);
  return html`<div class="markdown">${parts.map((part, index) =>
    index % 2 === 1 ? html`<pre>${part.replace(/^\n|\n$/g, '')}</pre>` : drawProse(part),
  )}</div>`;
};
