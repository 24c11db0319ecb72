/** On what an answer stands: the newest night's date and policy, and the bank's currency. */
import { desc, eq, sql } from 'drizzle-orm';
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
type Stood = {
  on: Temporal.PlainDate;
  version: string;
  hash: string | null;
  currency: string | null;
  country: string | null;
};

const setting = (key: string) =>
  sql<string | null>`(select ${settings.value} from ${settings} where ${settings.key} = ${key})`;
const SETTINGS = { currency: setting('reporting_currency'), country: setting('holiday_calendar') };

/** By hash: a stored policy never changes. */
const known = new Map<string, PolicyDocument | null>();

const loadPolicy = async ({ reader }: Reader, hash: string): Promise<PolicyDocument | null> => {
  const found = known.get(hash);
  if (found !== undefined) return found;
  const [row] = await reader.orm
    .select({ document: policies.document })
    .from(policies)
    .where(eq(policies.hash, hash))
    .limit(1);
  const policy = policyDocumentSchema.safeParse(row?.document);
  const document = policy.success ? policy.data : null;
  known.set(hash, document);
  return document;
};

const standingFrom = async (database: Reader, stood: Stood): Promise<Standing> => {
  const currency = stood.currency ?? DEFAULT_CURRENCY;
  return {
    businessDate: stood.on,
    policyVersion: stood.version,
    policy: stood.hash === null ? null : await loadPolicy(database, stood.hash),
    currency,
    digits: currencyDigits(currency),
    country: stood.country ?? DEFAULT_COUNTRY,
  };
};

/** Problem `no_night_yet`: nothing has been assessed, so that no question has an answer. */
export const loadStanding = async (database: Reader): Promise<Result<Standing>> => {
  const { businessDate: on, policyVersion: version, runId } = nightlyRuns;
  const [run] = await database.reader.orm
    .select({ on, version, hash: policies.hash, ...SETTINGS })
    .from(nightlyRuns)
    .leftJoin(policies, eq(policies.policyVersion, version))
    .orderBy(desc(on), desc(runId))
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
  const hash = sql<
    string | null
  >`(select ${policies.hash} from ${policies} where ${policies.policyVersion} = ${version})`;
  const [stood] = await database.reader.orm
    .select({ hash, ...SETTINGS })
    .from(sql`(select 1) as one`);
  const nothing = { hash: null, currency: null, country: null };
  return standingFrom(database, { on, version, ...(stood ?? nothing) });
};
