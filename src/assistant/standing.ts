/** On what an answer stands: the newest night's date and policy, and the bank's currency. */
import { desc, eq, inArray } from 'drizzle-orm';
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
  /** Whose working days and number plan hold, as an ISO code. */
  country: string;
};

const DEFAULT_CURRENCY = 'CNY';
const DEFAULT_COUNTRY = 'CN';

type Reader = Pick<Database, 'reader'>;
type Stood = { on: Temporal.PlainDate; version: string; document: unknown };

const standingFrom = async ({ reader }: Reader, run: Stood): Promise<Standing> => {
  const rows = await reader.orm
    .select()
    .from(settings)
    .where(inArray(settings.key, ['reporting_currency', 'holiday_calendar']));
  const set = new Map(rows.map(({ key, value }) => [key, value]));
  const currency = set.get('reporting_currency') ?? DEFAULT_CURRENCY;
  const policy = policyDocumentSchema.safeParse(run.document);
  return {
    businessDate: run.on,
    policyVersion: run.version,
    policy: policy.success ? policy.data : null,
    currency,
    digits: currencyDigits(currency),
    country: set.get('holiday_calendar') ?? DEFAULT_COUNTRY,
  };
};

/** Problem `no_night_yet`: nothing has been assessed, so that no question has an answer. */
export const loadStanding = async (database: Reader): Promise<Result<Standing>> => {
  const [run] = await database.reader.orm
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
  return ok(await standingFrom(database, run));
};

/** On what an earlier answer stood: its date and its policy. */
export const loadStandingOf = async (
  database: Reader,
  on: Temporal.PlainDate,
  version: string,
): Promise<Standing> => {
  const [policy] = await database.reader.orm
    .select({ document: policies.document })
    .from(policies)
    .where(eq(policies.policyVersion, version));
  return standingFrom(database, { on, version, document: policy?.document ?? null });
};
