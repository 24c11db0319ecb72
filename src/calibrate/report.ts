/** Decides the report of a calibration: what the card is, how well it holds on clients it has not seen, and what it cannot do. */
import type { Scorecard } from '../tiering/scorecard/scorecard.ts';
import { describeCard } from './describe-card.ts';
import { topShare } from './lift.ts';
import type { BandShare, CrossValidation, Halves } from './validate.ts';

export type Findings = {
  card: Scorecard;
  events: Uint8Array;
  validation: CrossValidation;
  halves: Halves;
  /** By ten points, from clients held out. */
  tens: readonly BandShare[];
  benchmarks: readonly { name: string; auc: number }[];
};

const pct = (share: number | null): string =>
  share === null ? '–' : `${(100 * share).toFixed(1)} %`;
const grouped = (value: number): string => value.toLocaleString('en-US');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const ranking = ({ card, validation, benchmarks }: Findings): string =>
  [
    `Area under the curve (the chance that a client who left has more points than one who stayed), integer points, ${validation.folds}-fold cross-validation by a hash of the client id, with bins, choice of lines and weights made anew inside every fold: **${validation.pooledAuc.toFixed(4)}** (by fold: ${validation.foldAucs.map((each) => each.toFixed(4)).join(', ')}).`,
    table(
      ['ranked by', 'AUC'],
      [
        [`this card, ${card.lines.length} lines, held out`, validation.pooledAuc.toFixed(4)],
        ...benchmarks.map(({ name, auc }) => [name, auc.toFixed(4)]),
      ],
    ),
  ].join('\n\n');

const SHARES = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5];

const tops = ({ validation, events }: Findings): string =>
  table(
    ['highest points', 'clients', 'precision', 'lift', 'of all who left'],
    SHARES.map((share) => {
      const top = topShare(validation.heldOut, events, share);
      return [
        pct(share),
        grouped(top.clients),
        pct(top.precision),
        top.lift.toFixed(2),
        pct(top.captured),
      ];
    }),
  );

const byTens = ({ tens }: Findings): string =>
  table(
    ['points from', 'clients', 'left', 'predicted', 'observed'],
    tens.map((band) => [
      String(band.floor),
      grouped(band.clients),
      grouped(band.left),
      pct(band.predicted),
      pct(band.observed),
    ]),
  );

const bands = ({ card }: Findings): string =>
  table(
    ['band', 'points from', 'predicted', 'observed'],
    card.bands.map((band) => [
      band.band,
      String(band.floor),
      `${band.predicted_pct} %`,
      `${band.observed_pct} %`,
    ]),
  );

const stability = ({ halves, card }: Findings): string =>
  [
    'The clients were split in two by their ids, and a card made from each half alone.',
    table(
      ['', 'value'],
      [
        ['AUC of the first half’s card on the second half', halves.firstOnSecond.toFixed(4)],
        ['AUC of the second half’s card on the first half', halves.secondOnFirst.toFixed(4)],
        ['correlation of the points that both give', halves.correlation.toFixed(3)],
        ['clients whose points differ by at most ten', pct(halves.within10)],
        ['lines that both chose', `${halves.sharedLines.length} of ${card.lines.length}`],
      ],
    ),
    `Chosen by both: ${halves.sharedLines.join('; ') || 'none'}.`,
  ].join('\n\n');

const LIMITS = `- It says where money left in one quarter of one bank. It has not been seen on another quarter or bank; apply it to one with \`calibrate score\` before relying on it.
- It ranks by what the label calls an outflow, mostly clients with little left or with money that comes and goes: for whom to call, rank by value at risk.
- Days without a transaction are read as they were found: they do not rank outflow by themselves, and dormancy is not sold as churn.
- Presence or absence in a later file was never looked at: every measure exists on the quarter’s last day.
- The contexts that lines may read first (assets, time deposits, swing, …) and the grid of edges were fixed by a person who had seen this quarter; bins, points and the choice of lines were not.`;

const provenance = ({ card }: Findings): string =>
  table(
    ['', ''],
    Object.entries(card.provenance).map(([key, value]) => [key, String(value)]),
  );

/** The report as Markdown; it names the plots beside it and holds aggregates only. */
export const composeReport = (findings: Findings): string =>
  [
    `# Churn scorecard ${findings.card.version}`,
    `Written by \`npm run calibrate\`; not to be edited. What it predicts: ${findings.card.predicts}.`,
    '## The card',
    describeCard(findings.card),
    '70 points are even odds and every ten points more double them. A line that cannot be assessed adds nothing; 0 points a line are the average client.',
    '## How well it ranks',
    ranking(findings),
    '![Share of all who left, by share of clients looked at](gains.svg)',
    tops(findings),
    '## How true its numbers are',
    bands(findings),
    '![Predicted and observed share by points](calibration.svg)',
    byTens(findings),
    '![Clients by points](points.svg)',
    '## How stable it is',
    stability(findings),
    '## What it cannot do',
    LIMITS,
    '## Where it came from',
    provenance(findings),
    '',
  ].join('\n\n');
