import { nothing, svg } from 'lit-html';
import type { ChartData } from './chart-data.ts';

/** A letter's width in the picture, larger where the page is narrow; wide letters take two places. */
const pixelsAPlace = (): number => (matchMedia('(max-width: 720px)').matches ? 7.4 : 5.8);
const WIDE = /[\u1100-\u11ff\u2e80-\uffef]/;
/** Colours after these begin again. */
const COLOURS = 12;
const SLANTED_LINES = 58;
const STRAIGHT_LINES = 22;
const AXIS_LABEL = 16;

export const seriesStyle = (at: number): string => `--series: var(--series-${at % COLOURS})`;

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0) * pixelsAPlace();

/** The label, cut with an ellipsis where it would be wider than this many pixels. */
export const fitted = (label: string, pixels: number): string => {
  if (widthOf(label) <= pixels) return label;
  let room = pixels - pixelsAPlace();
  const kept = [...label].filter((letter) => {
    room -= widthOf(letter);
    return room >= 0;
  });
  return `${kept.join('')}…`;
};

type Place = { x: (index: number) => number; band: number; foot: number };

/** Names of the categories under the axis, slanted where they would run into each other. */
export const labelsOf = ({ categories, xLabel }: ChartData, { x, band, foot }: Place) => {
  const slanted = categories.some((category) => widthOf(category) > band - 4);
  const height = foot + (slanted ? SLANTED_LINES : STRAIGHT_LINES) + (xLabel ? AXIS_LABEL : 0);
  const drawn = categories.map((category, index) =>
    slanted
      ? svg`<text class="tick" x=${x(index)} y=${foot + 14} text-anchor="end"
          transform="rotate(-35 ${x(index)} ${foot + 14})"><title>${category}</title>${fitted(category, 84)}</text>`
      : svg`<text class="tick" x=${x(index)} y=${foot + 16} text-anchor="middle"
          ><title>${category}</title>${category}</text>`,
  );
  const under = xLabel
    ? svg`<text class="tick" x="280" y=${height - 4} text-anchor="middle">${fitted(xLabel, 440)}</text>`
    : nothing;
  return { height, drawn: svg`${drawn}${under}` };
};
