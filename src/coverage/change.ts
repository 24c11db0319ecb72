/** What a request would change, as it is stored with the request and read back when it is decided. */
import { z } from 'zod';
import { TIERS } from '../domain/client.ts';
import { OVERRIDE_REASONS, REASSIGN_REASONS } from '../domain/reason-codes.ts';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `from` null = the client is unowned. `effectiveOn`: first day of the new manager. */
const reassignChange = z.strictObject({
  kind: z.literal('reassign'),
  from: z.string().nullable(),
  to: z.string(),
  effectiveOn: isoDate,
  reasonCode: z.enum(REASSIGN_REASONS),
  reasonText: z.string(),
});
export type ReassignChange = z.infer<typeof reassignChange>;

/** `until`: last day on which the override holds. `renews`: the live override that it prolongs, if any. */
export const overrideChange = z.strictObject({
  kind: z.literal('override'),
  from: z.enum(TIERS),
  to: z.enum(TIERS),
  until: isoDate,
  renews: z.string().nullable(),
  reasonCode: z.enum(OVERRIDE_REASONS),
  reasonText: z.string(),
});
export type OverrideChange = z.infer<typeof overrideChange>;

export const changeSchema = z.discriminatedUnion('kind', [reassignChange, overrideChange]);
export type Change = z.infer<typeof changeSchema>;

export type ChangeStatus =
  | 'applied'
  | 'pending'
  | 'unchanged'
  | 'rejected'
  | 'cancelled'
  | 'stale'
  | 'lapsed';

/**
 * What became of a request. `unchanged` wrote nothing, so its ids are null; `approvalsMissing` counts the
 * people who still have to agree.
 */
export type ChangeOutcome = {
  status: ChangeStatus;
  requestId: string | null;
  auditId: number | null;
  clientId: string;
  clientName: string;
  approvalsMissing: number;
  change: Change;
  /** Names of the managers in a reassignment; null = unowned, or an override. */
  fromName: string | null;
  toName: string | null;
};
