import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { record, textOf } from '../model.ts';
import { words } from '../words.ts';
import { chartDataOf } from './chart-data.ts';
import { drawPie } from './pie.ts';
import { drawPlot } from './plot.ts';

const cannot = (kind: string): TemplateResult =>
  html`<div class="cannot-draw" role="note">${words().cannotDraw(`chart ${kind}`)}</div>`;

/** A chart as a picture; a kind that the page does not know says so. */
export const drawChart = (block: Block): TemplateResult => {
  const chart = record(block.chart);
  const title = textOf(block.title);
  const data = chartDataOf(chart);
  const kind = textOf(chart.type);
  const isEmpty = !data.series.some(({ values }) => values.some((value) => value !== null));
  const isBelowZero = kind === 'pie' && data.series[0]?.values.some((value) => (value ?? 0) < 0);
  const drawn = () => {
    if (isEmpty) return html`<p class="no-data">${words().noData}</p>`;
    if (isBelowZero) return cannot('pie < 0');
    if (kind === 'pie') return drawPie(title, data);
    if (kind === 'bar' || kind === 'line' || kind === 'area') return drawPlot(title, data, kind);
    return cannot(kind);
  };
  return html`<figure class="chart"><figcaption>${title}</figcaption>${drawn()}</figure>`;
};
