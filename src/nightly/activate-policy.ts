import type { Database } from '../db/database.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';
import { parsePolicyText } from '../tiering/policy.ts';
import { findReportingCurrency, storePolicy } from './policy-in-force.ts';
import { readPolicyFile } from './shipped-policy.ts';

/** `activated` false: this very policy was stored already. */
export type PolicyActivation = {
  version: string;
  currency: string;
  validFrom: string;
  activated: boolean;
};

/**
 * Puts a policy file in force from its `valid_from` on. Problems: unreadable, mistakes in it, another
 * currency than the bank reports in, a version that is taken by other content.
 */
export const activatePolicy = async (
  context: { database: Pick<Database, 'service'>; now: () => Temporal.Instant },
  path: string,
): Promise<Result<PolicyActivation>> => {
  const text = await readPolicyFile(path);
  const document = text.ok ? parsePolicyText(text.value) : text;
  if (!document.ok) return document;
  const { version, currency, validFrom } = document.value;
  return context.database.service.sql.begin(async (tx): Promise<Result<PolicyActivation>> => {
    const reporting = await findReportingCurrency(tx);
    if (currency !== reporting)
      return fail(
        problem('policy_currency', policyText, (t) =>
          t.otherCurrency(version, currency, reporting),
        ),
      );
    const stored = await storePolicy(tx, document.value, context.now());
    return stored.ok ? ok({ version, currency, validFrom, activated: stored.value }) : stored;
  });
};
