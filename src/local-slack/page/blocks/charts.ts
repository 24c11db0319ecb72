import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { record, textOf } from '../model.ts';
import { words } from '../words.ts';
import { chartDataOf } from './chart-data.ts';
import { drawPie } from './pie.ts';
import { drawPlot } from './plot.ts';

/** A chart as a picture; a kind that the page does not know says so. */
export const drawChart = (block: Block): TemplateResult => {
  const chart = record(block.chart);
  const title = textOf(block.title);
  const data = chartDataOf(chart);
  const kind = textOf(chart.type);
  const drawn = () => {
    if (kind === 'pie') return drawPie(title, data);
    if (kind === 'bar' || kind === 'line' || kind === 'area') return drawPlot(title, data, kind);
    return html`<div class="cannot-draw" role="note">${words().cannotDraw(`chart ${kind}`)}</div>`;
  };
  return html`<figure class="chart"><figcaption>${title}</figcaption>${drawn()}</figure>`;
};
