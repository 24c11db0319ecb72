/** The shape of a fact: what it is asked with, and what it may be. */
import type { Bank } from './bank-facts.ts';
import type { ClientRow, StateRow } from './tables.ts';

export type Value = string | number | boolean | string[] | null;

/** `fund@D-30d` of "holding": argument "fund", time "D-30d"; both may be empty. */
export type Asked = {
  bank: Bank;
  client: ClientRow;
  state: StateRow;
  argument: string;
  time: string;
};
export type Fact = (asked: Asked) => Value;
