/** Decides whether a policy's scorecard can be added up for every client: bins without hole, a cell for every case, bands in order. */
import { lintBands, outOfOrder } from '../lint-bands.ts';
import type { Finding } from '../lint-finding.ts';
import type { Path } from '../policy-file.ts';
import { FEATURES, type FeatureName, mayBeUnknown } from './features.ts';
import type { PolicyScorecard } from './policy-scorecard.ts';
import type { ScoreCell, ScoreLine } from './scorecard.ts';

const SCORE_MAX = 100;
const PATH = ['churn', 'scorecard'];

const isFine = (name: FeatureName): boolean => ['money', 'share'].includes(FEATURES[name].unit);

/** Edges are compared as whole numbers: cents, hundredths of a percent, counts and days. */
const lintEdges = (path: Path, name: FeatureName, edges: readonly number[]): Finding[] => {
  const paths = edges.map((_, i) => [...path, i]);
  const decimals = isFine(name) ? 2 : 0;
  return [
    ...outOfOrder(paths, edges),
    ...edges.flatMap((edge, i): Finding[] =>
      Number(edge.toFixed(decimals)) === edge
        ? []
        : [{ path: paths[i] ?? path, say: (t, at) => t.edgeDecimals(at, edge, decimals) }],
    ),
  ];
};

const lintCell = (path: Path, name: FeatureName, cell: ScoreCell): Finding[] => {
  const [given, wanted] = [cell.points.length, cell.edges.length + 1];
  return [
    ...lintEdges([...path, 'edges'], name, cell.edges),
    ...(given === wanted
      ? []
      : [{ path: [...path, 'points'], say: (t, at) => t.binPoints(at, given, wanted) } as Finding]),
    ...(mayBeUnknown(name) === (cell.unknown !== undefined)
      ? []
      : [{ path, say: (t, at) => t.unknownPoints(at, name, mayBeUnknown(name)) } as Finding]),
  ];
};

const lintLine = (line: ScoreLine, index: number): Finding[] => {
  const path = [...PATH, 'lines', index];
  const { within } = line;
  const last = within && mayBeUnknown(within.feature) ? 1 : 0;
  const wanted = within ? within.edges.length + 1 + last : 1;
  const given = line.cells.length;
  return [
    ...(within ? lintEdges([...path, 'within', 'edges'], within.feature, within.edges) : []),
    ...(given === wanted
      ? []
      : [{ path: [...path, 'cells'], say: (t, at) => t.cellCount(at, given, wanted) } as Finding]),
    ...line.cells.flatMap((cell, i) => lintCell([...path, 'cells', i], line.feature, cell)),
  ];
};

const lintCodes = ({ lines }: PolicyScorecard): Finding[] =>
  lines.flatMap(({ code }, i): Finding[] => {
    const wanted = `S${String(i + 1).padStart(2, '0')}`;
    return code === wanted
      ? []
      : [{ path: [...PATH, 'lines', i, 'code'], say: (t, at) => t.lineCode(at, code, wanted) }];
  });

const lintCurrency = (card: PolicyScorecard, currency: string): Finding[] =>
  card.currency === currency
    ? []
    : [
        {
          path: [...PATH, 'currency'],
          say: (t, at) => t.cardCurrency(at, card.currency, currency),
        },
      ];

/** Everything that is wrong with a scorecard whose shape is right; its bands' names are checked with the others'. */
export const lintScorecard = (card: PolicyScorecard, currency: string): Finding[] => [
  ...lintCurrency(card, currency),
  ...lintCodes(card),
  ...card.lines.flatMap(lintLine),
  ...lintBands([...PATH, 'bands'], card.bands, SCORE_MAX),
];
