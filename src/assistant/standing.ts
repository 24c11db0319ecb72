/** On what an answer stands: the newest night's date and policy, and the bank's currency. */
import { desc, eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { nightlyRuns, policies, settings } from '../db/schema/index.ts';
import { currencyDigits } from '../domain/money.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { answerText } from '../text/answer.ts';
import { problem } from '../text/catalog.ts';
import { type PolicyDocument, policyDocumentSchema } from '../tiering/policy-document.ts';

export type Standing = {
  businessDate: Temporal.PlainDate;
  policyVersion: string;
  /** null = the policy's document is not in the database; definitions then carry no numbers. */
  policy: PolicyDocument | null;
  currency: string;
  digits: number;
};

const DEFAULT_CURRENCY = 'CNY';

/** Problem `no_night_yet`: nothing has been assessed, so that no question has an answer. */
export const loadStanding = async (
  database: Pick<Database, 'reader'>,
): Promise<Result<Standing>> => {
  const { orm } = database.reader;
  const [run] = await orm
    .select({
      on: nightlyRuns.businessDate,
      version: nightlyRuns.policyVersion,
      document: policies.document,
    })
    .from(nightlyRuns)
    .leftJoin(policies, eq(policies.policyVersion, nightlyRuns.policyVersion))
    .orderBy(desc(nightlyRuns.businessDate), desc(nightlyRuns.runId))
    .limit(1);
  if (!run) return fail(problem('no_night_yet', answerText, (t) => t.noNightYet));
  const [setting] = await orm
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, 'reporting_currency'));
  const currency = setting?.value ?? DEFAULT_CURRENCY;
  const policy = policyDocumentSchema.safeParse(run.document);
  return ok({
    businessDate: run.on,
    policyVersion: run.version,
    policy: policy.success ? policy.data : null,
    currency,
    digits: currencyDigits(currency),
  });
};
