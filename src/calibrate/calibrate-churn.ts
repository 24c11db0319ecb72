/** Decides a scorecard and its report from a labelled quarter; pure, so that the same clients give the same bytes. */
import type { FeatureName } from '../tiering/scorecard/features.ts';
import { SCORE_LINES_MAX } from '../tiering/scorecard/scorecard.ts';
import { auc } from './auc.ts';
import { buildScorecard, type Provenance } from './build-scorecard.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { GROW_DEFAULTS, type GrowOptions } from './grow-card.ts';
import type { Findings } from './report.ts';
import { type LabelledClient, type Sample, sampleOf } from './sample.ts';
import { calibrateOn, compareHalves, crossValidate, shareByBand } from './validate.ts';

const TENS = Array.from({ length: 11 }, (_, i) => 10 * i);

export type Validation = { folds: number; seed: number };

/** One measure by its fine cells, upwards (`sign` 1) or downwards; what is not recorded ranks lowest. */
const aloneAuc = (sample: Sample, name: FeatureName, sign: 1 | -1): number => {
  const codes = sample.codes.get(name);
  if (!codes) return 0.5;
  return (
    auc(
      Array.from(codes, (code) => sign * code),
      sample.events,
    ) ?? 0.5
  );
};

/** A line reads one measure, or one measure by the bands of another: the second ranks better, the first reads faster. */
export const CARD_KINDS = ['one_way', 'two_way'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

type Contest = { candidates: Candidate[]; options: GrowOptions };

const contestOf = (kind: CardKind, candidates: readonly Candidate[]): Contest =>
  kind === 'two_way'
    ? { candidates: [...candidates], options: GROW_DEFAULTS }
    : {
        candidates: candidates.filter(({ within }) => within === null),
        options: { ...GROW_DEFAULTS, linesMax: SCORE_LINES_MAX },
      };

const OTHER = {
  one_way: {
    kind: 'two_way',
    name: `a card of ${GROW_DEFAULTS.linesMax} lines that may read two measures each, held out`,
  },
  two_way: {
    kind: 'one_way',
    name: `a card of at most ${SCORE_LINES_MAX} lines that read one measure each, held out`,
  },
} as const;

const checkedSample = (clients: readonly LabelledClient[]): Sample => {
  const sample = sampleOf(clients);
  const left = sample.events.reduce((sum, event) => sum + event, 0);
  if (left === 0 || left === clients.length) throw new RangeError('calibrateChurn: one kind only');
  return sample;
};

const benchmarksOf = (sample: Sample, kind: CardKind, otherAuc: number): Findings['benchmarks'] => [
  { name: OTHER[kind].name, auc: otherAuc },
  { name: 'lowest AUM alone (in round steps)', auc: aloneAuc(sample, 'aum', -1) },
  {
    name: 'most days without a transaction alone (not recorded last)',
    auc: aloneAuc(sample, 'idle_days', 1),
  },
];

/** Calibrates a card of `kind` and judges it. Throws RangeError where all clients left or all stayed. */
export const calibrateChurn = (
  clients: readonly LabelledClient[],
  kind: CardKind,
  provenance: Omit<Provenance, 'lowestBalanceAuc'>,
  validation: Validation,
  progress: (line: string) => void = () => {},
): Findings => {
  const sample = checkedSample(clients);
  const all = candidatesOf(sample);
  const { candidates, options } = contestOf(kind, all);
  progress(`${clients.length} clients, ${candidates.length} possible lines`);
  const held = crossValidate(sample, candidates, options, validation);
  progress(`cross-validated: AUC ${held.pooledAuc.toFixed(4)}`);
  const other = contestOf(OTHER[kind].kind, all);
  const { pooledAuc } = crossValidate(sample, other.candidates, other.options, validation);
  const rows = Uint32Array.from(clients, (_, row) => row);
  const card = calibrateOn(sample, candidates, rows, options);
  const lowestBalanceAuc = aloneAuc(sample, 'aum', -1);
  return {
    card: buildScorecard(card, sample.events, held, { ...provenance, lowestBalanceAuc }),
    events: sample.events,
    validation: held,
    halves: compareHalves(sample, candidates, options, validation.seed + 1),
    tens: shareByBand(held.heldOut, sample.events, TENS),
    benchmarks: benchmarksOf(sample, kind, pooledAuc),
  };
};
