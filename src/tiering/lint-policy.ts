/** Decides whether a policy's numbers make sense together: bands without hole or overlap, steps that rise, weights of 100. */
import { type ClientKind, TIERS, type Tier, tiersOf } from '../domain/client.ts';
import { isCurrency } from '../domain/money.ts';
import { lintBands, outOfOrder } from './lint-bands.ts';
import type { Finding } from './lint-finding.ts';
import type { PolicyDocument } from './policy-document.ts';
import type { Path } from './policy-file.ts';
import { lintScorecard } from './scorecard/lint-scorecard.ts';

const CHURN_SCORE_MAX = 100;
const BANDS_WANTED = ['low', 'watch', 'medium', 'high'];

const lintNames = (path: Path, named: readonly string[], wanted: readonly string[]): Finding[] =>
  named.join() === wanted.join()
    ? []
    : [{ path, say: (t, at) => t.wrongTiers(at, named.join(', '), wanted.join(', ')) }];

const lintTiers = (document: PolicyDocument, kind: ClientKind): Finding[] => {
  const bands = document[kind];
  const named = bands.map((band) => band.tier);
  return [...lintNames([kind], named, tiersOf(kind)), ...lintBands([kind], bands, null)];
};

const lintCredit = ({ corporate }: PolicyDocument): Finding[] => {
  const rows = corporate.flatMap(({ targetCreditFloor }, i) =>
    targetCreditFloor === undefined ? [] : [{ i, targetCreditFloor }],
  );
  return outOfOrder(
    rows.map(({ i }) => ['corporate', i, 'targetCreditFloor']),
    rows.map(({ targetCreditFloor }) => targetCreditFloor),
  );
};

/** Every tier once. */
const lintOnce = (path: Path, rows: readonly { tier: Tier }[]): Finding[] =>
  TIERS.filter((tier) => rows.filter((row) => row.tier === tier).length !== 1).map((tier) => {
    const last = rows.findLastIndex((row) => row.tier === tier);
    return { path: last === -1 ? path : [...path, last], say: (t, at) => t.tierOnce(at, tier) };
  });

const lintChurnBands = ({ churn }: PolicyDocument): Finding[] => {
  const path = ['churn', 'bands'];
  const names = churn.bands.map((band) => band.band);
  return [
    ...lintNames(path, names, BANDS_WANTED),
    ...lintBands(path, churn.bands, CHURN_SCORE_MAX),
  ];
};

// decided by | scorecard | finding
//  expert    |     -     | none
//  scorecard |    yes    | none
//  scorecard |    no     | there is none to decide
const lintCards = ({ churn, currency }: PolicyDocument): Finding[] => {
  const { scorecard: card, decidedBy } = churn;
  if (!card)
    return decidedBy === 'scorecard'
      ? [{ path: ['churn', 'decidedBy'], say: (t, at) => t.noScorecard(at) }]
      : [];
  const names = card.bands.map((band) => band.band);
  return [
    ...lintNames(['churn', 'scorecard', 'bands'], names, BANDS_WANTED),
    ...lintScorecard(card, currency),
  ];
};

/** Lines whose steps are what is left: the lower the edge, the worse. */
const FALLING = ['R04', 'R06'] as const;
const RISING = ['R01', 'R02', 'R03', 'R09'] as const;

const lintSteps = ({ churn }: PolicyDocument): Finding[] =>
  [...RISING, ...FALLING].flatMap((code) => {
    const { steps } = churn.lines[code];
    const paths = (key: string) => steps.map((_, i) => ['churn', 'lines', code, 'steps', i, key]);
    const falls = FALLING.some((each) => each === code);
    return [
      ...outOfOrder(
        paths('at'),
        steps.map((step) => step.at),
        falls ? -1 : 1,
      ),
      ...outOfOrder(
        paths('points'),
        steps.map((step) => step.points),
      ),
    ];
  });

/** `value` must not exceed `most`, which another place of the file says. */
const atMost = (path: Path, value: number, most: number): Finding[] =>
  value <= most ? [] : [{ path, say: (t, at) => t.tooMuch(at, value, most) }];

const lintWindows = ({ activity, lifecycle, churn }: PolicyDocument): Finding[] => {
  const { R01, R02 } = churn.lines;
  const line = (code: string, key: string) => ['churn', 'lines', code, key];
  return [
    ...outOfOrder(
      ['activeMaxDays', 'quietMaxDays', 'dormantMaxDays'].map((key) => ['activity', key]),
      [activity.activeMaxDays, activity.quietMaxDays, activity.dormantMaxDays],
    ),
    ...atMost(['lifecycle', 'newMaxDays'], lifecycle.newMaxDays, lifecycle.activeMaxDays),
    ...atMost(line('R01', 'historyMinDays'), R01.historyMinDays, R01.previousDays),
    ...atMost(line('R02', 'monthsMin'), R02.monthsMin, R02.monthsOf),
  ];
};

const lintWeights = ({ valueScore }: PolicyDocument): Finding[] => {
  const { aum, frequency, contribution } = valueScore.weights;
  const sum = aum + frequency + contribution;
  if (sum === 100) return [];
  return [{ path: ['valueScore', 'weights'], say: (t, at) => t.weights(at, sum) }];
};

/** Two tiers of one name could not be told apart. */
const lintTierNames = ({ tierNames = {} }: PolicyDocument): Finding[] =>
  (['en', 'zh'] as const).flatMap((locale) => {
    const rows = Object.entries(tierNames);
    return rows.flatMap(([tier, names], i): Finding[] => {
      const name = names?.[locale] ?? '';
      const taken = rows.slice(0, i).some(([, earlier]) => earlier?.[locale] === name);
      return taken
        ? [{ path: ['tierNames', tier, locale], say: (t, at) => t.nameTaken(at, name) }]
        : [];
    });
  });

const lintPeople = (document: PolicyDocument): Finding[] =>
  document.author.trim().toLowerCase() === document.approver.trim().toLowerCase()
    ? [{ path: ['approver'], say: (t, at) => t.sameApprover(at) }]
    : [];

/** Everything that is wrong with a policy whose shape is right, each with its place. */
export const lintPolicy = (document: PolicyDocument): Finding[] => {
  const { currency } = document;
  return [
    ...(isCurrency(currency)
      ? []
      : [{ path: ['currency'], say: (t, at) => t.shape(at, currency) } satisfies Finding]),
    ...lintPeople(document),
    ...lintTiers(document, 'individual'),
    ...lintTiers(document, 'corporate'),
    ...lintCredit(document),
    ...lintTierNames(document),
    ...lintWindows(document),
    ...lintWeights(document),
    ...lintOnce(['contactCadence'], document.contactCadence),
    ...lintOnce(['expectedProducts'], document.expectedProducts),
    ...lintChurnBands(document),
    ...lintCards(document),
    ...lintSteps(document),
  ];
};
