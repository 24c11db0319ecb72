import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { locale } from '../words.ts';
import { axisEnd, type ChartData, type Series } from './chart-data.ts';

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 34;
const GRID_LINES = 4;
/** A category's label is cut where the next begins; wide letters take two places. */
const PIXELS_A_PLACE = 5.8;

const plotWidth = WIDTH - LEFT - RIGHT;
const plotHeight = HEIGHT - TOP - BOTTOM;

type Scale = { y: (value: number) => number; x: (index: number) => number; band: number };

const scaleOf = (count: number, end: number): Scale => {
  const band = plotWidth / Math.max(1, count);
  return {
    band,
    x: (index) => LEFT + band * (index + 0.5),
    y: (value) => TOP + plotHeight * (1 - Math.max(0, value) / end),
  };
};

const fitted = (label: string, band: number): string => {
  let room = band / PIXELS_A_PLACE;
  const kept = [...label].filter((letter) => {
    room -= /[\u2e80-\uffef]/.test(letter) ? 2 : 1;
    return room >= 0;
  });
  return kept.length < [...label].length ? `${kept.slice(0, -1).join('')}…` : label;
};

const drawAxes = ({ categories }: ChartData, { x, y, band }: Scale, end: number) => {
  const short = new Intl.NumberFormat(locale(), { notation: 'compact' });
  const ticks = Array.from({ length: GRID_LINES + 1 }, (_, index) => (end / GRID_LINES) * index);
  return svg`${ticks.map(
    (
      tick,
    ) => svg`<line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(tick)} y2=${y(tick)}></line>
      <text class="tick" x=${LEFT - 6} y=${y(tick) + 4} text-anchor="end">${short.format(tick)}</text>`,
  )}${categories.map(
    (category, index) => svg`<text class="tick" x=${x(index)} y=${HEIGHT - 14} text-anchor="middle"
      ><title>${category}</title>${fitted(category, band)}</text>`,
  )}`;
};

const drawBars = ({ categories, series }: ChartData, { x, y, band }: Scale) => {
  const group = Math.min(band * 0.7, 64 * series.length);
  const width = group / Math.max(1, series.length);
  const foot = TOP + plotHeight;
  return series.map(({ name, values }, at) =>
    values.map((value, index) => {
      if (value === null) return nothing;
      const left = x(index) - group / 2 + width * at;
      const top = y(value);
      const count = value.toLocaleString(locale());
      const said = [categories[index], name, count].filter(Boolean).join(' · ');
      return svg`<rect class="series-${at}" x=${left + 1} y=${top} width=${width - 2}
        height=${Math.max(0, foot - top)} rx="2"><title>${said}</title></rect>
        ${series.length === 1 ? svg`<text class="bar-value" x=${x(index)} y=${Math.max(10, top - 4)} text-anchor="middle">${count}</text>` : nothing}`;
    }),
  );
};

const linePath = ({ values }: Series, { x, y }: Scale): string =>
  values
    .map((value, index) => {
      if (value === null) return '';
      const isFirst = index === 0 || values[index - 1] === null;
      return `${isFirst ? 'M' : 'L'} ${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join(' ');

const areaPath = (series: Series, scale: Scale): string => {
  const known = series.values.flatMap((value, index) => (value === null ? [] : [index]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return '';
  const foot = TOP + plotHeight;
  return `${linePath(series, scale)} L ${scale.x(last)} ${foot} L ${scale.x(first)} ${foot} Z`;
};

const drawLines = ({ categories, series }: ChartData, scale: Scale, filled: boolean) =>
  series.map(
    (
      one,
      at,
    ) => svg`${filled ? svg`<path class="area series-${at}" d=${areaPath(one, scale)}></path>` : nothing}
      <path class="line series-${at}" d=${linePath(one, scale)}></path>
      ${one.values.map((value, index) =>
        value === null
          ? nothing
          : svg`<circle class="series-${at}" cx=${scale.x(index)} cy=${scale.y(value)} r="3"
              ><title>${[categories[index], one.name, value.toLocaleString(locale())].filter(Boolean).join(' · ')}</title></circle>`,
      )}`,
  );

const drawLegend = ({ series }: ChartData): TemplateResult | typeof nothing =>
  series.length < 2
    ? nothing
    : html`<ul class="legend across">${series.map(
        ({ name }, at) => html`<li><span class="swatch series-${at}"></span>${name}</li>`,
      )}</ul>`;

/** Bars, lines or areas over categories; with more than one series a legend. */
export const drawPlot = (
  title: string,
  data: ChartData,
  kind: 'bar' | 'line' | 'area',
): TemplateResult => {
  const largest = Math.max(0, ...data.series.flatMap(({ values }) => values.map((v) => v ?? 0)));
  const end = axisEnd(largest);
  const scale = scaleOf(data.categories.length, end);
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${title}>
      ${drawAxes(data, scale, end)}
      ${kind === 'bar' ? drawBars(data, scale) : drawLines(data, scale, kind === 'area')}
    </svg>${drawLegend(data)}`;
};
