/** Relations seen from either end, and age bands. */

/** A relation of the bundle, or the same relation seen from its other end. */
export const LINKS = [
  'owner_of',
  'owned_by',
  'executive_of',
  'led_by',
  'payroll_employee_of',
  'employer_of',
  'spouse_of',
  'parent_of',
  'child_of',
  'referred_by',
  'referrer_of',
  'supplier_of',
  'supplied_by',
  'buyer_of',
  'sells_to',
  'authorised_user_of',
  'authorises',
] as const;
export type Link = (typeof LINKS)[number];

/** What a relation is called at its other end; a marriage is the same from both. */
export const LINK_INVERSES = {
  owner_of: 'owned_by',
  executive_of: 'led_by',
  payroll_employee_of: 'employer_of',
  spouse_of: 'spouse_of',
  parent_of: 'child_of',
  referred_by: 'referrer_of',
  supplier_of: 'supplied_by',
  buyer_of: 'sells_to',
  authorised_user_of: 'authorises',
} as const satisfies Record<string, Link>;

export const AGE_BANDS = ['young', 'prime', 'middle', 'senior'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
/** Completed years from which on a band holds. */
export const AGE_BAND_FROM: Record<AgeBand, number> = {
  young: 0,
  prime: 30,
  middle: 45,
  senior: 60,
};
