import { and, eq, gte, ne } from 'drizzle-orm';
import { appendAudit } from '../db/append-audit.ts';
import type { Json } from '../db/canonical-json.ts';
import type { Database } from '../db/database.ts';
import { nightlyRuns, policies, settings } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import type { Actor, Role } from '../domain/actor.ts';
import { fail, ok, type Problem, ProblemError, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';
import { parsePolicyText } from '../tiering/policy.ts';
import type { PolicyDocument } from '../tiering/policy-document.ts';
import { policyHash } from './policy-in-force.ts';
import { loadShippedPolicy, readPolicyFile } from './shipped-policy.ts';

/**
 * `activated` false: this very policy was stored already. `auditId` null: then nothing was done.
 * `nightsBefore`: nights that lie in its time and were decided without it; they stand until they are run again.
 */
export type PolicyActivation = {
  version: string;
  currency: string;
  validFrom: string;
  approver: string;
  activated: boolean;
  auditId: number | null;
  nightsBefore: number;
};

export type ActivationContext = {
  database: Pick<Database, 'service'>;
  now: () => Temporal.Instant;
};

/** Who may put a policy in force [ours]: those who answer for the whole bank. */
const MAY_ACTIVATE: readonly Role[] = ['president', 'compliance', 'admin'];
/** The one who set the program up, for a bank that has no policy of its own yet. */
const OPERATOR = 'operator';

const isAuthor = ({ author }: PolicyDocument, { name, email, managerId }: Actor): boolean =>
  [name, email, managerId].some((each) => each.toLowerCase() === author.trim().toLowerCase());

/** null = this person may. */
const refusalOf = (document: PolicyDocument, actor: Actor): Problem | null => {
  if (!MAY_ACTIVATE.includes(actor.role))
    return problem('policy_authority', policyText, (t) => t.noAuthority(actor.name));
  if (isAuthor(document, actor))
    return problem('policy_own', policyText, (t) => t.ownPolicy(document.version, actor.name));
  return null;
};

const reportingCurrency = async (transaction: ScopedTransaction): Promise<string> => {
  const [row] = await transaction
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, 'reporting_currency'));
  return row?.value ?? 'CNY';
};

/** Without a second person only a bank's first policy of its own is put in force: there is nothing to change yet. */
const refuseUnlessFirst = async (
  transaction: ScopedTransaction,
  { currency, version }: PolicyDocument,
): Promise<void> => {
  const shipped = await loadShippedPolicy();
  const own = and(eq(policies.currency, currency), ne(policies.policyVersion, shipped.version));
  const rows = await transaction
    .select({ version: policies.policyVersion })
    .from(policies)
    .where(own);
  if (rows.every((row) => row.version === version)) return;
  throw new ProblemError(problem('policy_approver', policyText, (t) => t.needsApprover(version)));
};

const store = async (
  transaction: ScopedTransaction,
  document: PolicyDocument,
  { approver, at }: { approver: string; at: Temporal.Instant },
): Promise<boolean> => {
  const { version, currency, author } = document;
  const hash = policyHash(document);
  const validFrom = Temporal.PlainDate.from(document.validFrom);
  const row = { policyVersion: version, currency, validFrom, document, hash, author, approver };
  const inserted = await transaction
    .insert(policies)
    .values({ ...row, recordedAt: at })
    .onConflictDoNothing()
    .returning({ hash: policies.hash });
  if (inserted.length > 0) return true;
  const [stored] = await transaction
    .select({ hash: policies.hash })
    .from(policies)
    .where(eq(policies.policyVersion, version));
  if (stored?.hash === hash) return false;
  throw new ProblemError(
    problem('policy_version_taken', policyText, (t) => t.otherContent(version)),
  );
};

const countNightsWithout = async (
  transaction: ScopedTransaction,
  { version, validFrom }: PolicyDocument,
): Promise<number> =>
  transaction.$count(
    nightlyRuns,
    and(
      gte(nightlyRuns.businessDate, Temporal.PlainDate.from(validFrom)),
      ne(nightlyRuns.policyVersion, version),
    ),
  );

const putInForce = async (
  transaction: ScopedTransaction,
  document: PolicyDocument,
  { actor, at }: { actor: Actor | null; at: Temporal.Instant },
): Promise<PolicyActivation> => {
  const { version, currency, validFrom, author } = document;
  const reporting = await reportingCurrency(transaction);
  if (currency !== reporting)
    throw new ProblemError(
      problem('policy_currency', policyText, (t) => t.otherCurrency(version, currency, reporting)),
    );
  const approver = actor?.email ?? OPERATOR;
  const activated = await store(transaction, document, { approver, at });
  if (!actor) await refuseUnlessFirst(transaction, document);
  const after: Json = { version, validFrom, author, approver, hash: policyHash(document) };
  const auditId = activated
    ? await appendAudit(transaction, {
        at,
        actorId: actor?.managerId ?? OPERATOR,
        action: 'policy_activated',
        clientId: null,
        requestId: null,
        reason: null,
        before: null,
        after,
      })
    : null;
  const nightsBefore = activated ? await countNightsWithout(transaction, document) : 0;
  return { version, currency, validFrom, approver, activated, auditId, nightsBefore };
};

/**
 * Puts a policy file in force from its `valid_from` on, by somebody other than its author, with an audit
 * entry. `actor` null = whoever sets the program up: only for the bank's first policy of its own. Problems:
 * unreadable, mistakes in it, another currency than the bank reports in, a version that is taken by other
 * content, no authority, the author's own policy.
 */
export const activatePolicy = async (
  { database, now }: ActivationContext,
  path: string,
  actor: Actor | null = null,
): Promise<Result<PolicyActivation>> => {
  const text = await readPolicyFile(path);
  const document = text.ok ? parsePolicyText(text.value) : text;
  if (!document.ok) return document;
  const refusal = actor ? refusalOf(document.value, actor) : null;
  if (refusal) return fail(refusal);
  try {
    const at = now();
    const activation = await database.service.orm.transaction((transaction) =>
      putInForce(transaction, document.value, { actor, at }),
    );
    return ok(activation);
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
};
