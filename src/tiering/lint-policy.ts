/** Decides whether a policy's numbers make sense together: bands sorted from 0 without a gap, steps that rise, edges in order. */
import { type ClientKind, TIERS, type Tier, tiersOf } from '../domain/client.ts';
import { isCurrency } from '../domain/money.ts';
import type { Problem } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';
import type { PolicyDocument } from './policy-document.ts';

type PolicyMessages = (typeof policyText)['en'];

const finding = (pick: (t: PolicyMessages) => string): Problem =>
  problem('policy_lint', policyText, pick);

/** `sign` -1: each value must lie below the one before. */
const outOfOrder = (place: string, values: readonly number[], sign: 1 | -1): Problem[] =>
  values.flatMap((value, i) => {
    const before = values[i - 1];
    if (before === undefined || sign * value > sign * before) return [];
    const at = `${place}[${i + 1}]`;
    return [
      finding((t) =>
        sign === 1 ? t.notAscending(at, value, before) : t.notDescending(at, value, before),
      ),
    ];
  });

const notAscending = (place: string, values: readonly number[]): Problem[] =>
  outOfOrder(place, values, 1);

const lintTiers = (document: PolicyDocument, kind: ClientKind): Problem[] => {
  const bands = document[kind];
  const wanted = tiersOf(kind);
  const named = bands.map((band) => band.tier);
  const first = bands[0]?.floor ?? 0;
  return [
    ...(named.join() === wanted.join()
      ? []
      : [finding((t) => t.wrongTiers(kind, named.join(', '), wanted.join(', ')))]),
    ...(first === 0 ? [] : [finding((t) => t.gapBelow(`${kind}[1].floor`, first))]),
    ...notAscending(
      kind,
      bands.map((band) => band.floor),
    ),
  ];
};

const lintCadence = (document: PolicyDocument): Problem[] =>
  TIERS.filter((tier: Tier) => count(document, tier) !== 1).map((tier) =>
    finding((t) => t.cadenceOnce(tier)),
  );

const count = (document: PolicyDocument, tier: Tier): number =>
  document.contactCadence.filter((row) => row.tier === tier).length;

const lintChurnBands = ({ churn }: PolicyDocument): Problem[] => {
  const first = churn.bands[0]?.floor ?? 0;
  const names = churn.bands.map((band) => band.band);
  const wanted = ['low', 'watch', 'medium', 'high'];
  return [
    ...(names.join() === wanted.join()
      ? []
      : [finding((t) => t.wrongTiers('churn.bands', names.join(', '), wanted.join(', ')))]),
    ...(first === 0 ? [] : [finding((t) => t.gapBelow('churn.bands[1].floor', first))]),
    ...notAscending(
      'churn.bands',
      churn.bands.map((band) => band.floor),
    ),
  ];
};

/** Lines whose steps are what is left: the lower the edge, the worse. */
const FALLING = ['R04', 'R06'] as const;
const RISING = ['R01', 'R02', 'R03', 'R09'] as const;

const lintSteps = ({ churn }: PolicyDocument): Problem[] =>
  [...RISING, ...FALLING].flatMap((code) => {
    const { steps } = churn.lines[code];
    const place = `churn.lines.${code}.steps`;
    const edges = steps.map((step) => step.at);
    const points = steps.map((step) => step.points);
    const falls = FALLING.some((each) => each === code);
    return [
      ...outOfOrder(place, edges, falls ? -1 : 1),
      ...notAscending(`${place}.points`, points),
    ];
  });

/** Everything that is wrong with a policy whose shape is right, each with its place. */
export const lintPolicy = (document: PolicyDocument): Problem[] => {
  const { activity, lifecycle } = document;
  return [
    ...(isCurrency(document.currency)
      ? []
      : [finding((t) => t.shape('currency', document.currency))]),
    ...(document.author === document.approver ? [finding((t) => t.sameApprover())] : []),
    ...lintTiers(document, 'individual'),
    ...lintTiers(document, 'corporate'),
    ...notAscending('activity', [
      activity.activeMaxDays,
      activity.quietMaxDays,
      activity.dormantMaxDays,
    ]),
    ...(lifecycle.newMaxDays <= lifecycle.activeMaxDays
      ? []
      : [
          finding((t) =>
            t.notAscending(
              'lifecycle.active_max_days',
              lifecycle.activeMaxDays,
              lifecycle.newMaxDays,
            ),
          ),
        ]),
    ...lintCadence(document),
    ...lintChurnBands(document),
    ...lintSteps(document),
  ];
};
