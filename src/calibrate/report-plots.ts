/** Decides the plots of a calibration report: gains, calibration and the spread of points. */
import type { Findings } from './report.ts';
import { type Axis, svgPlot } from './svg-plot.ts';

const BLUE = '#1f5fa8';
const ORANGE = '#c65f11';
const GREY = '#999999';

const PERCENT = [0, 20, 40, 60, 80, 100];
const percentAxis = (label: string): Axis => ({ label, min: 0, max: 100, ticks: PERCENT });

const gains = ({ validation: { heldOut }, events }: Findings): string => {
  const order = Array.from(events, (_, i) => i).sort(
    (a, b) => (heldOut[b] ?? 0) - (heldOut[a] ?? 0) || a - b,
  );
  const all = events.reduce((sum, event) => sum + event, 0);
  let left = 0;
  const points = [{ x: 0, y: 0 }];
  order.forEach((row, i) => {
    left += events[row] ?? 0;
    const x = (100 * (i + 1)) / order.length;
    if (Math.floor(x) > (points.at(-1)?.x ?? 0))
      points.push({ x: Math.floor(x), y: (100 * left) / all });
  });
  return svgPlot({
    title: 'Who is found by looking at the highest points first (held out)',
    x: percentAxis('clients looked at, %'),
    y: percentAxis('of all who left, %'),
    series: [
      { name: 'card', colour: BLUE, as: 'line', points },
      {
        name: 'chance',
        colour: GREY,
        as: 'line',
        points: [
          { x: 0, y: 0 },
          { x: 100, y: 100 },
        ],
      },
    ],
  });
};

const calibration = ({ tens }: Findings): string => {
  const at = (share: number | null, floor: number) =>
    share === null ? [] : [{ x: Math.min(100, floor + 5), y: 100 * share }];
  return svgPlot({
    title: 'Predicted and observed share who left, by points (held out)',
    x: { label: 'points', min: 0, max: 100, ticks: PERCENT },
    y: percentAxis('left, %'),
    series: [
      {
        name: 'predicted',
        colour: GREY,
        as: 'line',
        points: tens.flatMap(({ predicted, floor }) => at(predicted, floor)),
      },
      {
        name: 'observed',
        colour: ORANGE,
        as: 'dots',
        points: tens.flatMap(({ observed, floor }) => at(observed, floor)),
      },
    ],
  });
};

const spread = ({ tens, events }: Findings): string => {
  const left = events.reduce((sum, event) => sum + event, 0);
  const share = (part: number, whole: number, floor: number) => ({
    x: Math.min(100, floor + 5),
    y: (100 * part) / whole,
  });
  return svgPlot({
    title: 'Where clients lie on the scale (held out)',
    x: { label: 'points', min: 0, max: 110, ticks: PERCENT },
    y: { label: 'share of each group, %', min: 0, max: 50, ticks: [0, 10, 20, 30, 40, 50] },
    series: [
      {
        name: 'stayed',
        colour: BLUE,
        as: 'bars',
        points: tens.map((ten) => share(ten.clients - ten.left, events.length - left, ten.floor)),
      },
      {
        name: 'left',
        colour: ORANGE,
        as: 'bars',
        points: tens.map((ten) => share(ten.left, left, ten.floor)),
      },
    ],
  });
};

/** SVG documents by the file name that the report gives them. */
export const reportPlots = (findings: Findings): Record<string, string> => ({
  'gains.svg': gains(findings),
  'calibration.svg': calibration(findings),
  'points.svg': spread(findings),
});
