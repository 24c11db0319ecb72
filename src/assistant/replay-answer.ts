/** Runs an answer again as it was: the plan, the date, the policy and the scope of its receipt. */
import { eq } from 'drizzle-orm';
import { managers, receipts } from '../db/schema/index.ts';
import type { Within } from '../db/scope.ts';
import { type Actor, LOCALES, type Locale, reachOf } from '../domain/actor.ts';
import { compareDates } from '../domain/business-date.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type QueryPlan, queryPlanSchema } from '../query/query-plan.ts';
import { answerText } from '../text/answer.ts';
import { problem } from '../text/catalog.ts';
import { policyOf } from '../tiering/policy.ts';
import { type Answer, REFUSAL_REASONS } from './answer.ts';
import { type Asked, answerPlan, refusedAnswer } from './answer-plan.ts';
import type { AssistantContext } from './answer-question.ts';
import { withDemotion } from './explain-demotion.ts';
import { resultHash, rowHashes, withReceipt } from './receipts.ts';
import { loadStanding, loadStandingOf, type Standing } from './standing.ts';
import { asActorOnDay } from './state-on-day.ts';

/** `identical`: the figures are those of the receipt. `changes`: what is different, in words; empty = nothing. */
export type Replay = Answer & { identical: boolean; changes: string[] };

type Receipt = typeof receipts.$inferSelect;

const findActor = async (
  { service }: AssistantContext['database'],
  managerId: string,
): Promise<Actor | null> => {
  const [row] = await service.orm.select().from(managers).where(eq(managers.managerId, managerId));
  return row ?? null;
};

const mayReplay = ({ actorId }: Receipt, by: Actor | null): boolean =>
  by === null || by.managerId === actorId || by.role === 'compliance';

const changedRows = (before: Receipt['rowHashes'], answer: Answer, locale: Locale): string[] => {
  const then = new Map(before ?? []);
  const now = new Map(rowHashes(answer));
  const added = [...now.keys()].filter((clientId) => !then.has(clientId)).length;
  const gone = [...then.keys()].filter((clientId) => !now.has(clientId)).length;
  const other = [...now].filter(
    ([clientId, hash]) => then.has(clientId) && then.get(clientId) !== hash,
  ).length;
  return added + gone + other > 0 ? [answerText[locale].changedRows(added, gone, other)] : [];
};

const changesOf = (receipt: Receipt, answer: Answer, actor: Actor): string[] => {
  const words = answerText[answer.language];
  const total = receipt.total !== answer.total;
  return [
    ...(receipt.scope === reachOf(actor.role) ? [] : [words.changedScope]),
    ...(total ? [words.changedTotal(receipt.total ?? 0, answer.total ?? 0)] : []),
    ...changedRows(receipt.rowHashes, answer, answer.language),
  ];
};

/** Today's figures are at hand; those of an earlier date are computed again, by the policy of that date. */
const withinDay = async (
  { database }: AssistantContext,
  actor: Actor,
  standing: Standing,
): Promise<Result<Within | undefined>> => {
  const newest = await loadStanding(database);
  const today =
    newest.ok &&
    compareDates(newest.value.businessDate, standing.businessDate) === 0 &&
    newest.value.policyVersion === standing.policyVersion;
  if (today) return ok(undefined);
  const { businessDate: on, policy, policyVersion } = standing;
  if (!policy) return fail(problem('no_policy', answerText, (t) => t.noPolicy(policyVersion)));
  const day = { on, policy: policyOf(policy) };
  return ok((work) => asActorOnDay(database, actor, day, work));
};

const localeOf = ({ locale }: Receipt): Locale => LOCALES.find((known) => known === locale) ?? 'en';

const runAgain = async (
  context: AssistantContext,
  receipt: Receipt,
  asked: Asked,
  plan: QueryPlan,
): Promise<Result<Replay>> => {
  const { actor, standing } = asked;
  const within = await withinDay(context, actor, standing);
  if (!within.ok) return within;
  const ran = await answerPlan(context.database, asked, plan, within.value);
  const answer = await withDemotion(context.database, asked, ran);
  const identical = resultHash(answer) === receipt.resultHash;
  const changes = identical ? [] : changesOf(receipt, answer, actor);
  const unsaid = !identical && changes.length === 0;
  const words = answerText[asked.locale];
  return ok({
    ...answer,
    plannedBy: receipt.plannedBy === 'model' ? 'model' : 'grammar',
    receiptId: receipt.receiptId,
    identical,
    changes: unsaid ? [words.changedFigures] : changes,
  });
};

const refusedAgain = (receipt: Receipt, { locale, standing }: Asked): Replay | null => {
  const reason = REFUSAL_REASONS.find((known) => known === receipt.reason);
  if (receipt.status !== 'refused' || !reason) return null;
  const { receiptId } = receipt;
  return { ...refusedAnswer(reason, locale, standing), receiptId, identical: true, changes: [] };
};

/**
 * Replays a receipt as its asker. `by` null = a person at the terminal of the machine; otherwise only the asker
 * and compliance may. The replay leaves a receipt of its own. Problems: `no_receipt` (unknown, or not one's own),
 * `ran_nothing` (it asked back or did not understand), `no_policy` (the policy of that date is not stored).
 */
export const replayAnswer = async (
  context: AssistantContext,
  { receiptId, by }: { receiptId: string; by: Actor | null },
): Promise<Result<Replay>> => {
  const { database, now } = context;
  const [receipt] = await database.service.orm
    .select()
    .from(receipts)
    .where(eq(receipts.receiptId, receiptId));
  const actor = receipt ? await findActor(database, receipt.actorId) : null;
  if (!receipt || !actor || !mayReplay(receipt, by))
    return fail(problem('no_receipt', answerText, (t) => t.noReceipt));
  const { businessDate, policyVersion } = receipt;
  const standing = await loadStandingOf(database, businessDate, policyVersion);
  const asked: Asked = { actor, locale: localeOf(receipt), standing, knownAt: receipt.at };
  const refused = refusedAgain(receipt, asked);
  if (refused) return ok(refused);
  const plan = queryPlanSchema.safeParse(receipt.plan);
  if (receipt.status !== 'answered' || !plan.success)
    return fail(problem('ran_nothing', answerText, (t) => t.ranNothing));
  const replayed = await runAgain(context, receipt, asked, plan.data);
  const question = `replay ${receiptId}`;
  if (replayed.ok)
    await withReceipt(
      database,
      { actor: by ?? actor, question, at: now(), standing },
      replayed.value,
    );
  return replayed;
};
