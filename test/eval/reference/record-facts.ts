/** What the client's record, contacts, complaints and decisions say on a day or over a period. */
import type { Bank } from './bank-facts.ts';
import type { AssessmentRow, ClientRow } from './tables.ts';

const PLAIN_ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const PHONE_DIGITS_MIN = 7;

/** The sample's unusable phone is all zeros; no number plan has one. */
export const phoneUsable = ({ phone }: ClientRow): boolean => {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length >= PHONE_DIGITS_MIN && new Set(digits).size > 1;
};
export const emailUsable = ({ email }: ClientRow): boolean => PLAIN_ADDRESS.test(email ?? '');

export const onRedList = (client: ClientRow): boolean =>
  !phoneUsable(client) && !emailUsable(client) && !client.address && !client.wechat;

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

export const lastTransactionOn = (bank: Bank, clientId: string, day: string): string | null =>
  bank.transactions.get(clientId)?.findLast(({ on, own }) => own && on <= day)?.on ?? null;

export const idleDays = (bank: Bank, client: ClientRow, day: string): number | null => {
  const last = lastTransactionOn(bank, client.id, day) ?? client.onboardedOn;
  return last === null || last > day ? null : daysBetween(last, day);
};

export const activityOn = (bank: Bank, client: ClientRow, day: string): string | null => {
  const idle = idleDays(bank, client, day);
  if (idle === null) return null;
  if (idle <= 90) return 'active';
  if (idle <= 180) return 'quiet';
  return idle <= 365 ? 'dormant' : 'long_inactive';
};

export const lastContactOn = (bank: Bank, clientId: string): string | null =>
  bank.contacts.get(clientId)?.findLast(({ on, twoWay }) => twoWay && on <= bank.on.toString())
    ?.on ?? null;

export const contactGap = (bank: Bank, client: ClientRow): number | null => {
  const last = lastContactOn(bank, client.id) ?? client.onboardedOn;
  return last === null ? null : daysBetween(last, bank.on.toString());
};

/** How many contacts of a channel or purpose; without either, how many two-way ones. */
export const contacts = (bank: Bank, id: string, sort: string, from: string, to: string): number =>
  (bank.contacts.get(id) ?? []).filter(
    ({ on, channel, purpose, twoWay }) =>
      on >= from && on <= to && (sort === '' ? twoWay : sort === channel || sort === purpose),
  ).length;

export const assessmentOn = (bank: Bank, clientId: string, day: string): AssessmentRow | null =>
  bank.assessments.get(clientId)?.findLast(({ from }) => from <= day) ?? null;

const LADDERS = [
  ['mass', 'potential', 'quality', 'key', 'premier'],
  ['class_3', 'class_2', 'class_1'],
];

/** Positive: the second tier is the higher one. */
export const tierSteps = (from: string, to: string): number => {
  const ladder = LADDERS.find((one) => one.includes(to)) ?? [];
  return ladder.indexOf(to) - ladder.indexOf(from);
};

/** Moves of the in-force tier in a period; a first assessment is none. */
export const tierMoves = (bank: Bank, id: string, from: string, to: string): AssessmentRow[] =>
  (bank.assessments.get(id) ?? []).filter(
    (row) => row.before !== null && row.before !== row.tier && row.from >= from && row.from <= to,
  );

/** Completed years on a day. */
export const ageOn = ({ birthDate }: ClientRow, day: string): number | null =>
  birthDate === null
    ? null
    : Temporal.PlainDate.from(birthDate).until(day, { largestUnit: 'years' }).years;
