/** Decides the one stage of a client's life with the bank: the first that matches, in the order of the rules. */
import { compareDates, daysBetween } from '../domain/business-date.ts';
import { type LifecycleStage, LOAN_LINES } from '../domain/client.ts';
import type { ClientFacts, PreviousAssessment } from './facts.ts';
import type { Policy } from './policy.ts';

export type Life = Pick<PreviousAssessment, 'lifecycle' | 'lostOn' | 'wonBackOn'>;
type History = Pick<PreviousAssessment, 'lostOn' | 'wonBackOn'>;

const owesUs = (facts: ClientFacts): boolean =>
  LOAN_LINES.some((line) => facts.productLines.includes(line));

// open loan | all products closed | AUM low for the window | → lost
//    yes    |          -          |           -            | no
//    no     |         yes         |           -            | yes
//    no     |         no          |          yes           | yes
//    no     |         no          |          no            | no
const isLost = (facts: ClientFacts): boolean =>
  !owesUs(facts) && (facts.openAccounts === 0 || facts.lowAum);

/** The day the loss began; it stands while the client stays lost. */
const lossOf = (facts: ClientFacts, on: Temporal.PlainDate, previous: Life | null): History => {
  if (previous?.lifecycle === 'lost') return { lostOn: previous.lostOn ?? on, wonBackOn: null };
  return { lostOn: facts.openAccounts === 0 ? (facts.lastClosedOn ?? on) : on, wonBackOn: null };
};

/** A transaction within the months after the loss brings the client back; the first one seen counts. */
const returnOf = (facts: ClientFacts, policy: Policy, previous: Life | null): History => {
  const { lostOn = null, wonBackOn = null } = previous ?? {};
  const last = facts.lastTransactionOn;
  if (lostOn === null || wonBackOn !== null || last === null) return { lostOn, wonBackOn };
  const until = lostOn.add({ months: policy.lifecycle.wonBackWithinMonths });
  const inTime = compareDates(last, lostOn) > 0 && compareDates(last, until) <= 0;
  return { lostOn, wonBackOn: inTime ? last : null };
};

// idle ≤ active edge | months with us ≥ 24 | lines ≥ 3 | last CSAT ≥ 4 | churn < 40 | → loyal
// all five hold: loyal. An unknown CSAT does not hold.
const isLoyal = (
  facts: ClientFacts,
  policy: Policy,
  on: Temporal.PlainDate,
  firstOn: Temporal.PlainDate,
  churnScore: number,
): boolean => {
  const rule = policy.lifecycle;
  const since = on.subtract({ months: rule.loyalMinMonths });
  return (
    facts.productLines.length >= rule.loyalMinProductLines &&
    facts.csat !== null &&
    facts.csat >= rule.loyalMinCsat &&
    churnScore < rule.loyalChurnBelow &&
    compareDates(firstOn, since) <= 0
  );
};

/** Exactly one stage on D; what `previous` knows of a loss lets a return be seen. */
export const lifecycleOf = (
  facts: ClientFacts,
  policy: Policy,
  on: Temporal.PlainDate,
  previous: Life | null,
  churnScore: number,
): Life => {
  const rule = policy.lifecycle;
  const firstOn = facts.firstProductOn;
  if (firstOn === null) return { lifecycle: 'prospect', lostOn: null, wonBackOn: null };
  if (isLost(facts)) return { lifecycle: 'lost', ...lossOf(facts, on, previous) };
  const history = returnOf(facts, policy, previous);
  const stage = (lifecycle: LifecycleStage): Life => ({ lifecycle, ...history });
  if (history.wonBackOn && daysBetween(history.wonBackOn, on) < rule.wonBackDays)
    return stage('won_back');
  if (daysBetween(firstOn, on) <= rule.newMaxDays) return stage('new');
  if (facts.idleDays === null) return stage('unassessed');
  if (facts.idleDays > rule.activeMaxDays) return stage('dormant');
  return stage(isLoyal(facts, policy, on, firstOn, churnScore) ? 'loyal' : 'active');
};
