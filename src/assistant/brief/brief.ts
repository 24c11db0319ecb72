/** One client on a page, as data: everything that a manager wants to know before a call. */
import type { Tier } from '../../domain/client.ts';
import type { Answer } from '../answer.ts';

/** `balance`: units of the account's own currency; null = the line has none. Dates are ISO text. */
export type BriefProduct = {
  line: string;
  name: string | null;
  balance: number | null;
  currency: string;
  maturesOn: string | null;
  renewalInstructed: boolean | null;
};

export type BriefContact = {
  on: string;
  channel: string;
  twoWay: boolean;
  managerName: string | null;
  note: string | null;
};

/** A move of the tier in force; newest first in lists. */
export type BriefMove = { on: string; from: Tier; to: Tier };

export type BriefOverride = { tier: Tier; lastDay: string; reasonCode: string };

/** Somebody else of the bank's clients, whom the reader may see as well. */
export type BriefRelative = { clientId: string; name: string; tier: Tier | null };

/** `relation` as the bank writes it; `outgoing`: this client is the one who owns, employs, refers. */
export type BriefLink = BriefRelative & { relation: string; outgoing: boolean };

export type Brief = {
  clientId: string;
  name: string;
  /** The facts of the catalog's card, and tier and churn with their reasons. */
  answer: Answer;
  moves: BriefMove[];
  /** null = no override is in force. */
  override: BriefOverride | null;
  products: BriefProduct[];
  contacts: BriefContact[];
  household: BriefRelative[];
  links: BriefLink[];
};
