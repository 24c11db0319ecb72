/** The shipped policy that has a calibrated scorecard: nights under it compute both churn cards. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../src/db/database.ts';
import { activatePolicy } from '../../src/nightly/activate-policy.ts';
import { type Policy, parsePolicyText, policyOf } from '../../src/tiering/policy.ts';

const PATH = fileURLToPath(new URL('../../examples/xiamen/policy.yaml', import.meta.url));
const now = () => Temporal.Instant.from('2026-01-01T01:00:00Z');

export const calibratedPolicy = (): Policy => {
  const document = parsePolicyText(readFileSync(PATH, 'utf8'));
  if (!document.ok) throw new Error(document.problem.en);
  return policyOf(document.value);
};

export const activateCalibrated = async (database: Pick<Database, 'service'>): Promise<void> => {
  const activated = await activatePolicy({ database, now }, PATH);
  if (!activated.ok) throw new Error(activated.problem.en);
};
