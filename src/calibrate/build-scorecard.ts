/** Decides the scorecard file: the card from all clients, its bands with what they predict and hold, and where it came from. */
import type { Scorecard } from '../tiering/scorecard/scorecard.ts';
import { topShare } from './lift.ts';
import type { CrossValidation } from './validate.ts';
import { BAND_FLOORS, type BandShare, type IntegerCard, shareByBand } from './validate.ts';

export type Provenance = {
  version: string;
  currency: string;
  /** Last day of the quarter that the card was made from. */
  quarterEndsOn: string;
  /** Given by whoever calibrates; no clock is read. */
  calibratedOn: string;
  dataSha256: string;
  lowestBalanceAuc: number;
};

export const METHOD =
  'stagewise weight of evidence with monotone bins on a fixed grid of round numbers, refitted by logistic regression (Newton), scaled to integers; docs/churn-calibration.md';

const TOP_DECILE = 0.1;
const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
const percent = (share: number | null): number => rounded(100 * (share ?? 0), 1);

const bandsOf = (shares: readonly BandShare[]): Scorecard['bands'] =>
  BAND_FLOORS.map(({ band, floor }, i) => ({
    band,
    floor,
    predicted_pct: percent(shares[i]?.predicted ?? null),
    observed_pct: percent(shares[i]?.observed ?? null),
  }));

/** All figures of the file come from points that each client got from a card which had not seen that client. */
export const buildScorecard = (
  card: IntegerCard,
  events: Uint8Array,
  { heldOut, pooledAuc, foldAucs, folds, seed }: CrossValidation,
  from: Provenance,
): Scorecard => {
  const top = topShare(heldOut, events, TOP_DECILE);
  const floors = BAND_FLOORS.map(({ floor }) => floor);
  return {
    version: from.version,
    currency: from.currency,
    predicts: 'money flows out in the quarter after',
    ...card,
    bands: bandsOf(shareByBand(heldOut, events, floors)),
    provenance: {
      method: METHOD,
      calibrated_on: from.calibratedOn,
      quarter_ends_on: from.quarterEndsOn,
      data_sha256: from.dataSha256,
      clients: events.length,
      clients_who_left: events.reduce((sum, event) => sum + event, 0),
      seed,
      folds,
      auc: rounded(pooledAuc, 4),
      auc_by_fold: foldAucs.map((each) => each.toFixed(4)).join(' '),
      auc_lowest_balance_alone: rounded(from.lowestBalanceAuc, 4),
      top_decile_precision: rounded(top.precision, 4),
      top_decile_lift: rounded(top.lift, 2),
      top_decile_captured: rounded(top.captured, 4),
    },
  };
};
