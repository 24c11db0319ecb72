/** Decides how lately a client moved money on their own: idle days against the policy's three edges. */
import type { ActivityState } from '../domain/client.ts';
import type { Policy } from './policy.ts';

/** null idle days are unknown, never dormant. */
export const activityOf = (idleDays: number | null, policy: Policy): ActivityState => {
  const { activeMaxDays, quietMaxDays, dormantMaxDays } = policy.activity;
  if (idleDays === null) return 'unknown';
  if (idleDays <= activeMaxDays) return 'active';
  if (idleDays <= quietMaxDays) return 'quiet';
  return idleDays <= dormantMaxDays ? 'dormant' : 'long_inactive';
};
