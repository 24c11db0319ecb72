/** Closed lists of why a person changed something; free text goes beside the code, never instead of it. */

export const OVERRIDE_REASONS = [
  'assets_elsewhere',
  'expected_inflow',
  'family_relationship',
  'corporate_link',
  'service_recovery',
  'data_error',
  'risk_concern',
] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

export const REASSIGN_REASONS = [
  'manager_left',
  'book_balance',
  'client_request',
  'expertise',
  'branch_move',
  'conflict_of_interest',
] as const;
export type ReassignReason = (typeof REASSIGN_REASONS)[number];

/** Shortest free-text reason, in code points: long enough to say something in Chinese (slack/ux). */
export const REASON_TEXT_MIN = 5;
export const REASON_TEXT_MAX = 500;
