import { canonicalJson, type Json, sha256 } from '../db/canonical-json.ts';
import type { Transaction } from '../db/database.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';
import { type Policy, policyOf } from '../tiering/policy.ts';
import { type PolicyDocument, policyDocumentSchema } from '../tiering/policy-document.ts';
import { loadShippedPolicy } from './shipped-policy.ts';

export type StoredPolicy = { policy: Policy; hash: string };

export const policyHash = (document: PolicyDocument): string =>
  sha256(canonicalJson(document as Json));

/** The currency in which the bank reports: set by its first import. */
export const findReportingCurrency = async (tx: Transaction): Promise<string> => {
  const [row] = await tx<{ value: string }[]>`
    select value from settings where key = 'reporting_currency'`;
  return row?.value ?? 'CNY';
};

/** Puts the shipped policy into the table. Another content under its version is refused: a version never changes. */
const storeShipped = async (
  tx: Transaction,
  document: PolicyDocument,
  at: Temporal.Instant,
): Promise<Result<null>> => {
  const { version, currency, validFrom, author, approver } = document;
  const hash = policyHash(document);
  const inserted = await tx`
    insert into policies (policy_version, currency, valid_from, document, hash, author, approver, recorded_at)
    values (${version}, ${currency}, ${validFrom}::text::date, ${JSON.stringify(document)}::text::jsonb, ${hash},
            ${author}, ${approver}, ${at.toString()}::text::timestamptz)
    on conflict (policy_version) do nothing returning 1`;
  if (inserted.length > 0) return ok(null);
  const [stored] = await tx<{ hash: string }[]>`
    select hash from policies where policy_version = ${version}`;
  if (stored?.hash === hash) return ok(null);
  return fail(problem('policy_version_taken', policyText, (t) => t.otherContent(version)));
};

const findStored = async (
  tx: Transaction,
  currency: string,
  on: Temporal.PlainDate,
): Promise<StoredPolicy | null> => {
  const [row] = await tx<{ document: unknown; hash: string }[]>`
    select document, hash from policies
     where currency = ${currency} and valid_from <= ${on.toString()}::text::date
     order by valid_from desc, recorded_at desc limit 1`;
  if (!row) return null;
  const document = typeof row.document === 'string' ? JSON.parse(row.document) : row.document;
  return { policy: policyOf(policyDocumentSchema.parse(document)), hash: row.hash };
};

/** The policy in the reporting currency that holds on D; `document` = the shipped one, which is not in the table yet. */
export const findPolicyInForce = async (
  tx: Transaction,
  on: Temporal.PlainDate,
): Promise<Result<StoredPolicy & { document: PolicyDocument | null }>> => {
  const currency = await findReportingCurrency(tx);
  const stored = await findStored(tx, currency, on);
  if (stored) return ok({ ...stored, document: null });
  const shipped = await loadShippedPolicy();
  if (shipped.currency === currency && shipped.validFrom <= on.toString())
    return ok({ policy: policyOf(shipped), hash: policyHash(shipped), document: shipped });
  return fail(
    problem('policy_none', policyText, (t) => t.noneForCurrency(currency, on.toString())),
  );
};

/** The policy of the night of D; the shipped one is stored on its first use. */
export const policyInForce = async (
  tx: Transaction,
  on: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<Result<StoredPolicy>> => {
  const found = await findPolicyInForce(tx, on);
  if (!found.ok || !found.value.document) return found;
  const kept = await storeShipped(tx, found.value.document, at);
  return kept.ok ? found : kept;
};
