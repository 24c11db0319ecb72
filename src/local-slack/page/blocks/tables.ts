import { html, nothing, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { type Json, list, record, records, type Surface, textOf } from '../model.ts';
import { changed } from '../store.ts';
import { drawRichText } from '../text/rich-text.ts';
import { words } from '../words.ts';

type Shown = { page: number; column: number | null; down: boolean };
const pageSizeDefault = 5;
/** Where the person is in each table: page and order are theirs, not the app's. */
const shownTables = new Map<string, Shown>();

const drawCell = (cell: Json): unknown =>
  cell.type === 'rich_text' ? drawRichText(cell) : textOf(cell.text);
const isNumber = (cell: Json | undefined): boolean => cell?.type === 'raw_number';

const plainCell = (cell: Json): string => {
  if (cell.type !== 'rich_text') return textOf(cell.text);
  const parts = records(cell.elements).flatMap((section) => records(section.elements));
  return parts.map(({ text }) => textOf(text)).join('');
};

const byColumn = (column: number, down: boolean) => (a: Json[], b: Json[]) => {
  const [x = {}, y = {}] = [a[column], b[column]];
  const order =
    isNumber(x) && isNumber(y)
      ? Number(x.value) - Number(y.value)
      : plainCell(x).localeCompare(plainCell(y), undefined, { numeric: true });
  return down ? -order : order;
};

const drawHead = (head: Json[], rows: Json[][], shown: Shown): TemplateResult => {
  const sort = (column: number) => () => {
    const same = shown.column === column;
    Object.assign(shown, {
      column,
      page: 0,
      down: same ? !shown.down : isNumber(rows[0]?.[column]),
    });
    changed();
  };
  return html`<thead><tr>${head.map((cell, column) => {
    const sorted = shown.column === column;
    const order = sorted ? (shown.down ? 'descending' : 'ascending') : 'none';
    return html`<th aria-sort=${order} class=${isNumber(rows[0]?.[column]) ? 'number' : ''}>
      <button class="sort" title=${words().sortBy(plainCell(cell))} @click=${sort(column)}
        type="button">${drawCell(cell)}<span aria-hidden="true">${
          sorted ? (shown.down ? ' ↓' : ' ↑') : ''
        }</span></button></th>`;
  })}</tr></thead>`;
};

const drawPager = (shown: Shown, size: number, all: number): TemplateResult | typeof nothing => {
  if (all <= size) return nothing;
  const from = shown.page * size;
  const turn = (by: number) => () => {
    shown.page += by;
    changed();
  };
  return html`<div class="pager">
    <span>${words().rows(from + 1, Math.min(all, from + size), all)}</span>
    <button class="button" type="button" ?disabled=${shown.page === 0} @click=${turn(-1)}>
      ${words().previous}</button>
    <button class="button" type="button" ?disabled=${from + size >= all} @click=${turn(1)}>
      ${words().next}</button>
  </div>`;
};

/** Rows in pages, sorted by the column that the person clicks. */
export const drawDataTable = (block: Block, surface: Surface): TemplateResult => {
  const [head = [], ...rows] = list(block.rows).map(records);
  const key = `${surface.key} ${block.block_id}`;
  const shown = shownTables.get(key) ?? { page: 0, column: null, down: false };
  shownTables.set(key, shown);
  const size = Number(block.page_size ?? pageSizeDefault);
  const rowHeader = Number(block.row_header_column_index ?? 0);
  const sorted = shown.column === null ? rows : rows.toSorted(byColumn(shown.column, shown.down));
  const visible = sorted.slice(shown.page * size, (shown.page + 1) * size);
  const drawRow = (row: Json[]) =>
    html`<tr>${row.map((cell, column) =>
      column === rowHeader
        ? html`<th scope="row">${drawCell(cell)}</th>`
        : html`<td class=${isNumber(cell) ? 'number' : ''}>${drawCell(cell)}</td>`,
    )}</tr>`;
  return html`<div class="table-box" tabindex="0" role="region" aria-label=${textOf(block.caption)}>
      <table><caption>${textOf(block.caption)}</caption>
        ${drawHead(head, rows, shown)}<tbody>${visible.map(drawRow)}</tbody></table>
    </div>${drawPager(shown, size, rows.length)}`;
};

export const drawPlainTable = (block: Block): TemplateResult => {
  const [head = [], ...rows] = list(block.rows).map(records);
  const settings = list(block.column_settings).map(record);
  const style = (column: number) => {
    const { align, is_wrapped: wrapped } = settings[column] ?? {};
    return `text-align: ${align ?? 'left'}; white-space: ${wrapped ? 'normal' : 'nowrap'}`;
  };
  return html`<div class="table-box" tabindex="0"><table>
    <thead><tr>${head.map((cell, i) => html`<th style=${style(i)}>${drawCell(cell)}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) =>
        html`<tr>${row.map((cell, i) => html`<td style=${style(i)}>${drawCell(cell)}</td>`)}</tr>`,
    )}</tbody></table></div>`;
};
