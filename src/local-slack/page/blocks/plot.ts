import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { locale } from '../words.ts';
import { axisOf, type ChartData, chartText, pointText, type Series } from './chart-data.ts';
import { fitted, labelsOf, seriesStyle } from './plot-labels.ts';

const WIDTH = 520;
const LEFT = 50;
const RIGHT = 10;
const TOP = 18;
const PLOT_HEIGHT = 176;
/** Bars so narrow would carry numbers that run into each other. */
const VALUE_BAND_MIN = 30;

const plotWidth = WIDTH - LEFT - RIGHT;

type Scale = {
  y: (value: number) => number;
  x: (index: number) => number;
  band: number;
  ticks: number[];
};

const scaleOf = ({ categories, series }: ChartData): Scale => {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const { from, to, ticks } = axisOf(values);
  const band = plotWidth / Math.max(1, categories.length);
  return {
    band,
    ticks,
    x: (index) => LEFT + band * (index + 0.5),
    y: (value) => TOP + (PLOT_HEIGHT * (to - value)) / (to - from),
  };
};

const drawAxes = ({ yLabel }: ChartData, { y, ticks }: Scale) => {
  const short = new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 });
  return svg`${ticks.map(
    (tick) => svg`<line class=${tick === 0 ? 'grid zero' : 'grid'} x1=${LEFT} x2=${WIDTH - RIGHT}
        y1=${y(tick)} y2=${y(tick)}></line>
      <text class="tick" x=${LEFT - 6} y=${y(tick) + 4} text-anchor="end">${short.format(tick)}</text>`,
  )}${yLabel ? svg`<text class="tick" x="2" y="10">${fitted(yLabel, plotWidth)}</text>` : nothing}`;
};

const drawBars = ({ categories, series }: ChartData, { x, y, band }: Scale) => {
  const group = Math.min(band * 0.72, 56 * series.length);
  const width = group / Math.max(1, series.length);
  const short = new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 });
  return series.map(({ name, values }, at) =>
    values.map((value, index) => {
      if (value === null) return nothing;
      const left = x(index) - group / 2 + width * at;
      const top = y(Math.max(0, value));
      const foot = y(Math.min(0, value));
      const beside = value < 0 ? foot + 12 : top - 4;
      return svg`<rect class="series" style=${seriesStyle(at)} x=${left + 1} y=${top}
          width=${Math.max(1, width - 2)} height=${Math.max(value === 0 ? 0 : 1, foot - top)} rx="2"
          ><title>${pointText(categories[index], name, value)}</title></rect>
        ${
          band / series.length >= VALUE_BAND_MIN
            ? svg`<text class="bar-value" x=${left + width / 2} y=${beside} text-anchor="middle">${short.format(value)}</text>`
            : nothing
        }`;
    }),
  );
};

const linePath = ({ values }: Series, { x, y }: Scale): string =>
  values
    .map((value, index) => {
      if (value === null) return '';
      const isFirst = index === 0 || (values[index - 1] ?? null) === null;
      return `${isFirst ? 'M' : 'L'} ${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join(' ');

/** Filled down to zero, a piece for each unbroken run of values. */
const areaPath = ({ values }: Series, { x, y }: Scale): string => {
  const runs = values.reduce<number[][]>((all, value, index) => {
    if (value === null) return all;
    const last = all.at(-1);
    if (last?.at(-1) === index - 1) last.push(index);
    else all.push([index]);
    return all;
  }, []);
  return runs
    .map((run) => {
      const [first = 0, end = 0] = [run[0], run.at(-1)];
      const along = run.map((at) => `L ${x(at).toFixed(1)} ${y(values[at] ?? 0).toFixed(1)}`);
      return `M ${x(first)} ${y(0)} ${along.join(' ')} L ${x(end)} ${y(0)} Z`;
    })
    .join(' ');
};

const drawLines = ({ categories, series }: ChartData, scale: Scale, filled: boolean) => {
  const short = new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 2 });
  const isAlone = series.length === 1 && scale.band >= VALUE_BAND_MIN;
  const dot = (one: Series, at: number, value: number, index: number) => svg`<circle class="series"
      style=${seriesStyle(at)} cx=${scale.x(index)} cy=${scale.y(value)} r="3.5"
      ><title>${pointText(categories[index], one.name, value)}</title></circle>${
        isAlone
          ? svg`<text class="bar-value" x=${scale.x(index)} y=${scale.y(value) - 8} text-anchor="middle">${short.format(value)}</text>`
          : nothing
      }`;
  return series.map(
    (one, at) => svg`${
      filled
        ? svg`<path class="area" style=${seriesStyle(at)} d=${areaPath(one, scale)}></path>`
        : nothing
    }<path class="line" style=${seriesStyle(at)} d=${linePath(one, scale)}></path>
      ${one.values.map((value, index) => (value === null ? nothing : dot(one, at, value, index)))}`,
  );
};

const drawLegend = ({ series }: ChartData): TemplateResult | typeof nothing =>
  series.length < 2
    ? nothing
    : html`<ul class="legend across">${series.map(
        ({ name }, at) =>
          html`<li><span class="swatch" style=${seriesStyle(at)}></span>${name}</li>`,
      )}</ul>`;

/** Bars, lines or areas over categories; with more than one series a legend. */
export const drawPlot = (
  title: string,
  data: ChartData,
  kind: 'bar' | 'line' | 'area',
): TemplateResult => {
  const scale = scaleOf(data);
  const foot = TOP + PLOT_HEIGHT;
  const labels = labelsOf(data, { x: scale.x, band: scale.band, foot });
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${labels.height}" role="img"
      aria-label=${chartText(title, data)}>
      ${drawAxes(data, scale)} ${labels.drawn}
      ${kind === 'bar' ? drawBars(data, scale) : drawLines(data, scale, kind === 'area')}
    </svg>${drawLegend(data)}`;
};
