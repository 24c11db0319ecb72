import { html, svg, type TemplateResult } from 'lit-html';
import { locale } from '../words.ts';
import { type ChartData, chartText } from './chart-data.ts';
import { seriesStyle } from './plot-labels.ts';

const RADIUS = 70;
const CENTRE = 80;

const pointAt = (share: number): string => {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  const [x, y] = [Math.cos(angle), Math.sin(angle)].map((part) => CENTRE + RADIUS * part);
  return `${x?.toFixed(2)} ${y?.toFixed(2)}`;
};

const slice = (from: number, to: number, index: number): TemplateResult => {
  // A slice that is everything has no corner to draw an arc between.
  if (to - from > 0.9999)
    return svg`<circle class="series" style=${seriesStyle(index)} cx=${CENTRE} cy=${CENTRE} r=${RADIUS}></circle>`;
  const isLarge = to - from > 0.5 ? 1 : 0;
  const path = `M ${CENTRE} ${CENTRE} L ${pointAt(from)} A ${RADIUS} ${RADIUS} 0 ${isLarge} 1 ${pointAt(to)} Z`;
  return svg`<path class="series" style=${seriesStyle(index)} d=${path}></path>`;
};

/** Slices clockwise from the top, and beside them what each is, how many, and its share. */
export const drawPie = (title: string, data: ChartData): TemplateResult => {
  const { categories, series } = data;
  const values = (series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const ends = values.map((_, index) =>
    values.slice(0, index + 1).reduce((sum, value) => sum + value / total, 0),
  );
  const share = new Intl.NumberFormat(locale(), {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return html`<div class="pie">
    <svg viewBox="0 0 160 160" role="img" aria-label=${chartText(title, data)}>
      ${values.map((_, index) => slice(ends[index - 1] ?? 0, ends[index] ?? 0, index))}
    </svg>
    <ul class="legend">${categories.map(
      (category, index) => html`<li><span class="swatch" style=${seriesStyle(index)}></span>
        <span>${category}</span><span class="number">${(values[index] ?? 0).toLocaleString(locale())}</span>
        <span class="number muted">${share.format((values[index] ?? 0) / total)}</span></li>`,
    )}</ul>
  </div>`;
};
