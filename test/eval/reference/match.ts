/** Decides whether an answer is the expected one, whatever plan it came from. */
import type { Answer, Cell, Group } from '../../../src/assistant/answer.ts';
import type { Expected, ExpectedGroup } from './expectation.ts';
import type { Value } from './facts.ts';

/** Two decimals of money, one of a percentage; anything coarser would hide a wrong answer. */
const CLOSE = 0.051;

const close = (a: unknown, b: number | null): boolean =>
  b === null ? a === null : typeof a === 'number' && Math.abs(a - b) <= CLOSE;

const sameSet = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

const sameValue = (cell: Cell, value: Value): boolean => {
  if (Array.isArray(value)) return Array.isArray(cell) && sameSet(cell, value);
  return typeof value === 'number' ? close(cell, value) : cell === value;
};

const sameClients = (answer: Answer, wanted: Extract<Expected, { kind: 'clients' }>): boolean => {
  const ids = answer.rows.map(({ clientId }) => clientId);
  const limited = wanted.ids.length < wanted.total;
  if (!limited && answer.total !== wanted.total) return false;
  return wanted.ordered ? ids.join() === wanted.ids.join() : sameSet(ids, wanted.ids);
};

const sameNumber = (answer: Answer, value: number | null): boolean =>
  answer.value === null ? close(answer.total, value) : close(answer.value, value);

const cells = (group: Group): unknown[] =>
  Object.entries(group)
    .filter(([key]) => key !== 'count' && key !== 'key' && key !== 'name')
    .map(([, cell]) => cell);

const keyOf = (group: Group): string =>
  (group.keys ?? [group.key]).map((key) => key ?? '').join('/');

const sameGroup = (group: Group | undefined, wanted: ExpectedGroup): boolean =>
  group?.count === wanted.count &&
  wanted.measures.every((measure) => cells(group).some((cell) => close(cell, measure)));

const sameGroups = (answer: Answer, wanted: ExpectedGroup[]): boolean => {
  const filled = answer.groups.filter(({ count }) => count > 0);
  const byKey = new Map(filled.map((group) => [keyOf(group), group]));
  return (
    filled.length === wanted.length &&
    wanted.every((one) => sameGroup(byKey.get(one.keys.map((key) => key ?? '').join('/')), one))
  );
};

/** Either the change itself, or both numbers side by side. */
const sameComparison = (
  answer: Answer,
  { before, now }: Extract<Expected, { kind: 'compare' }>,
): boolean => {
  const all = answer.groups.flatMap((group) => [group.count, ...cells(group)]);
  const has = (value: number | null) => all.some((cell) => close(cell, value));
  if (has(before) && has(now)) return true;
  return before !== null && now !== null && close(answer.value, now - before);
};

/** A fact asked beside another is in the row; a small whole number there could be any of its cells. */
const TELLING_MIN = 100;

const inRow = (answer: Answer, value: Value): boolean =>
  typeof value === 'number' &&
  value > TELLING_MIN &&
  Object.values(answer.rows[0] ?? {}).some((cell) => close(cell, value));

const sameClient = (
  answer: Answer,
  { id, value }: Extract<Expected, { kind: 'client' }>,
): boolean => {
  const found = answer.rows[0]?.clientId ?? answer.assessment?.clientId;
  return (
    found === id &&
    (value === undefined ||
      sameValue(answer.value, value) ||
      (answer.value === null && inRow(answer, value)))
  );
};

/** Answered with the reason why there is no figure, no client and no group. */
const saysNothing = ({ total, value, rows, groups, rules }: Answer): boolean =>
  total === null && value === null && rows.length === 0 && groups.length === 0 && rules.length > 0;

const declinedAs = (answer: Answer, wanted: Expected): boolean => {
  if (wanted.kind === 'refused')
    return answer.status === 'refused' && wanted.reasons.includes(answer.reason ?? '');
  if (wanted.kind === 'clarify') return answer.status === 'clarify';
  if (wanted.kind === 'declined' || wanted.kind === 'notAssessed')
    return answer.status !== 'answered';
  if (wanted.kind !== 'notUnderstood' || answer.status !== 'not_understood') return false;
  const named = answer.notUnderstood.join(' ').toLowerCase();
  return wanted.words.every((word) => named.includes(word.toLowerCase()));
};

const answeredAs = (answer: Answer, wanted: Expected): boolean => {
  switch (wanted.kind) {
    case 'clients':
      return sameClients(answer, wanted);
    case 'number':
      return sameNumber(answer, wanted.value);
    case 'groups':
      return sameGroups(answer, wanted.groups);
    case 'compare':
      return sameComparison(answer, wanted);
    case 'client':
      return sameClient(answer, wanted);
    case 'notAssessed':
      return saysNothing(answer);
    default:
      return wanted.kind === 'answered';
  }
};

/** True for an answer that is right, or a refusal that is right. */
export const matches = (answer: Answer, wanted: Expected): boolean => {
  if (wanted.kind === 'anyOf') return wanted.any.some((one) => matches(answer, one));
  if (answer.status === 'answered') return answeredAs(answer, wanted);
  return declinedAs(answer, wanted);
};

const DECLINES = new Set(['refused', 'clarify', 'notUnderstood', 'declined']);

export const expectsAnswer = (wanted: Expected): boolean =>
  wanted.kind === 'anyOf' ? wanted.any.some(expectsAnswer) : !DECLINES.has(wanted.kind);
