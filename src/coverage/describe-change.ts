/** Decides how a change, and what became of it, is said in a sentence. */
import type { Locale } from '../domain/actor.ts';
import { coverageText } from '../text/coverage.ts';
import { tierNames } from '../text/fields.ts';
import type { Change, ChangeOutcome } from './change.ts';

type Described = Pick<ChangeOutcome, 'clientName' | 'change' | 'fromName' | 'toName'>;

/** "Anna Smith from Quality to Key, until 2027-02-18." */
export const describeChange = (of: Described, locale: Locale): string => {
  const words = coverageText[locale];
  const { clientName, change, fromName, toName } = of;
  if (change.kind === 'override') {
    const names = tierNames[locale];
    return words.overrideSentence(clientName, names[change.from], names[change.to], change.until);
  }
  const [from, to] = [fromName ?? words.unowned, toName ?? change.to];
  return words.reassignSentence(clientName, from, to, change.effectiveOn);
};

/** What became of a request, with the change in it. */
export const describeOutcome = (outcome: ChangeOutcome, locale: Locale): string => {
  const words = coverageText[locale];
  const what = describeChange(outcome, locale);
  switch (outcome.status) {
    case 'pending':
      return words.pending(what, outcome.approvalsMissing);
    case 'unchanged':
      return words.unchanged(outcome.clientName);
    case 'stale':
      return words.staleRequest(what);
    default:
      return words[outcome.status](what);
  }
};

/** The managers of a reassignment, old and new; an override has none. */
export const sidesOf = (change: Change): [from: string | null, to: string | null] =>
  change.kind === 'reassign' ? [change.from, change.to] : [null, null];
