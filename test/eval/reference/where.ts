/** Decides which clients a condition of a question set means; "not" is the complement, and unknown meets nothing. */
import type { Bank } from './bank-facts.ts';
import { factOf, type Value } from './facts.ts';
import { dayOf, periodOf } from './periods.ts';
import type { ClientRow } from './tables.ts';

/** null = everybody; ["aum", ">=", 300000]; ["and", a, b]; ["or", a, b]; ["not", a]. */
export type Where = null | [string, ...unknown[]];

const DAY_FACTS = /On$/;

/** What a date is compared with may be an expression: "D-30d". */
const compared = (bank: Bank, fact: string, operator: string, value: unknown): unknown =>
  typeof value === 'string' && DAY_FACTS.test(fact) && operator !== 'during'
    ? dayOf(value, bank.on).toString()
    : value;

const ordered = (value: Value, operator: string, other: unknown): boolean => {
  if (value === null || typeof value !== typeof other) return false;
  const sign = value < (other as Value & {}) ? -1 : value > (other as Value & {}) ? 1 : 0;
  if (operator === '>') return sign > 0;
  if (operator === '>=') return sign >= 0;
  if (operator === '<') return sign < 0;
  return sign <= 0;
};

const within = (bank: Bank, value: Value, expression: string): boolean => {
  const { from, to } = periodOf(expression, bank.on);
  return typeof value === 'string' && value >= from && value <= to;
};

const holds = (bank: Bank, value: Value, operator: string, other: unknown): boolean => {
  switch (operator) {
    case '=':
      return value === other;
    case 'in':
      return (other as Value[]).includes(value);
    case 'has':
      return [other].flat().some((one) => (value as unknown[]).includes(one));
    case 'only':
      return Array.isArray(value) && value.length === 1 && value[0] === other;
    case 'known':
      return value !== null;
    case 'during':
      return within(bank, value, String(other));
    default:
      return ordered(value, operator, other);
  }
};

export const meets = (bank: Bank, client: ClientRow, where: Where): boolean => {
  if (where === null) return true;
  const [head, ...rest] = where;
  if (head === 'and') return rest.every((part) => meets(bank, client, part as Where));
  if (head === 'or') return rest.some((part) => meets(bank, client, part as Where));
  if (head === 'not') return !meets(bank, client, rest[0] as Where);
  const [operator = '=', other = true] = rest as [string, unknown];
  return holds(bank, factOf(bank, client, head), operator, compared(bank, head, operator, other));
};
