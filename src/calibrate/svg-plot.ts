/** Decides how a plot looks: points on two axes as a small SVG document, without a library. */

export type Series = {
  name: string;
  colour: string;
  /** `x` and `y` on the scale of the axes. */
  points: readonly { x: number; y: number }[];
  as: 'line' | 'dots' | 'bars';
};
export type Axis = { label: string; min: number; max: number; ticks: readonly number[] };
export type Plot = { title: string; x: Axis; y: Axis; series: readonly Series[] };

const WIDTH = 560;
const HEIGHT = 360;
const INSET = { left: 60, right: 20, top: 40, bottom: 50 };
const BAR_WIDTH = 22;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const rounded = (value: number): string => value.toFixed(1);

const atX = ({ x }: Plot, value: number): number =>
  INSET.left + ((value - x.min) / (x.max - x.min)) * (WIDTH - INSET.left - INSET.right);
const atY = ({ y }: Plot, value: number): number =>
  HEIGHT - INSET.bottom - ((value - y.min) / (y.max - y.min)) * (HEIGHT - INSET.top - INSET.bottom);

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${rounded(x)}" y="${rounded(y)}" font-size="11" fill="#333" ${more}>${escaped(words)}</text>`;

const axes = (plot: Plot): string[] => {
  const [x0, x1] = [INSET.left, WIDTH - INSET.right];
  const [y0, y1] = [HEIGHT - INSET.bottom, INSET.top];
  const middle = 'text-anchor="middle"';
  return [
    ...plot.y.ticks.flatMap((tick) => [
      `<line x1="${x0}" x2="${x1}" y1="${rounded(atY(plot, tick))}" y2="${rounded(atY(plot, tick))}" stroke="#ddd"/>`,
      text(x0 - 6, atY(plot, tick) + 4, String(tick), 'text-anchor="end"'),
    ]),
    ...plot.x.ticks.map((tick) => text(atX(plot, tick), y0 + 16, String(tick), middle)),
    `<line x1="${x0}" x2="${x1}" y1="${y0}" y2="${y0}" stroke="#333"/>`,
    text((x0 + x1) / 2, HEIGHT - 12, plot.x.label, middle),
    text(-(y0 + y1) / 2, 16, plot.y.label, `${middle} transform="rotate(-90)"`),
  ];
};

const bar = (plot: Plot, colour: string, { x, y }: { x: number; y: number }): string => {
  const top = atY(plot, y);
  const height = atY(plot, plot.y.min) - top;
  return `<rect x="${rounded(atX(plot, x) - BAR_WIDTH / 2)}" y="${rounded(top)}" width="${BAR_WIDTH}" height="${rounded(height)}" fill="${colour}" fill-opacity="0.6"/>`;
};

const drawn = (plot: Plot, { as, colour, points }: Series): string => {
  if (as === 'bars') return points.map((point) => bar(plot, colour, point)).join('');
  const at = points.map(({ x, y }) => ({ x: rounded(atX(plot, x)), y: rounded(atY(plot, y)) }));
  if (as === 'dots')
    return at.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`).join('');
  const path = at.map(({ x, y }) => `${x},${y}`).join(' ');
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`;
};

const legend = ({ series }: Plot): string[] =>
  series.flatMap(({ name, colour }, i) => [
    `<rect x="${INSET.left + 12}" y="${INSET.top + 6 + i * 16}" width="10" height="10" fill="${colour}"/>`,
    text(INSET.left + 28, INSET.top + 15 + i * 16, name),
  ]);

/** A complete SVG document with a white ground, so that it reads on any page. */
export const svgPlot = (plot: Plot): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(WIDTH / 2, 22, plot.title, 'text-anchor="middle" font-weight="bold"'),
    ...axes(plot),
    ...plot.series.map((each) => drawn(plot, each)),
    ...legend(plot),
    '</svg>',
    '',
  ].join('\n');
