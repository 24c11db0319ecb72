import { html, type TemplateResult } from 'lit-html';
import type { Block } from '../../json.ts';
import { type Json, record, records, textOf } from '../model.ts';

type Bar = { label: string; series: string; value: number };

/** Every point as one bar; a pie's segments are bars as well, which compare more easily. */
const barsOf = (chart: Json): Bar[] =>
  chart.type === 'pie'
    ? records(chart.segments).map(({ label, value }) => ({
        ...{ label: textOf(label), series: '' },
        value: Number(value),
      }))
    : records(chart.series).flatMap((series) =>
        records(series.data).map(({ label, value }) => ({
          label: textOf(label),
          series: textOf(series.name),
          value: Number(value),
        })),
      );

/** A chart of any kind, drawn as labelled bars. */
export const drawChart = (block: Block): TemplateResult => {
  const bars = barsOf(record(block.chart));
  const max = Math.max(...bars.map(({ value }) => Math.abs(value)), 1);
  const several = new Set(bars.map(({ series }) => series)).size > 1;
  return html`<figure class="chart"><figcaption>${textOf(block.title)}</figcaption>
    ${bars.map(
      ({ label, series, value }) => html`<div class="chart-row">
        <span>${several ? `${label} · ${series}` : label}</span>
        <span class="chart-bar" style="inline-size: ${(Math.abs(value) / max) * 100}%"></span>
        <span class="number">${value.toLocaleString()}</span>
      </div>`,
    )}</figure>`;
};
