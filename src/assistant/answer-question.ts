/** From a question to an answer with its receipt: understand, run inside the asker's scope, say how. */
import type { Database } from '../db/database.ts';
import type { PlanRun } from '../db/run-plan.ts';
import { runCount } from '../db/run-plan.ts';
import { loadCoveredManagers } from '../db/run-plan-scope.ts';
import { asActor } from '../db/scope.ts';
import { type Actor, type Locale, reachOf } from '../domain/actor.ts';
import { ok, type Result } from '../domain/result.ts';
import { describe } from '../query/describe.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import { suggest } from '../query/suggest.ts';
import { EMPTY_PLAN } from '../query/understand/plans.ts';
import {
  languageOf,
  normalise,
  type UnderstandContext,
  type Understanding,
  understand,
} from '../query/understand.ts';
import { answerText } from '../text/answer.ts';
import type { Answer, RefusalReason } from './answer.ts';
import { blankAnswer } from './blank-answer.ts';
import { definitionsOf } from './definitions.ts';
import { withReceipt } from './receipts.ts';
import { answerClient } from './run-client.ts';
import { answerSet } from './run-set.ts';
import { loadStanding, type Standing } from './standing.ts';
import { seesWholeBank } from './whole-bank.ts';

export type AssistantContext = {
  database: Pick<Database, 'service' | 'reader'>;
  now: () => Temporal.Instant;
};

/** `locale` decides only where the question has no words of either language. */
export type Question = { actor: Actor; text: string; locale: Locale };

type Asked = { actor: Actor; locale: Locale; standing: Standing };

export const refusedAnswer = (
  reason: RefusalReason,
  locale: Locale,
  standing: Standing | null,
): Answer => ({
  ...blankAnswer('refused', locale, standing),
  reason,
  reasonText: answerText[locale][reason],
});

const scopeOf = async (run: Omit<PlanRun, 'whose'>, locale: Locale): Promise<string> => {
  const words = answerText[locale];
  if (run.plan.client) return words.oneClient;
  const n = await runCount({ ...run, plan: EMPTY_PLAN, whose: 'mine' });
  const reach = reachOf(run.actor.role);
  if (reach === 'own') return words.yours(n);
  return reach === 'branch' ? words.branch(n) : words.bank(n);
};

/** Runs one plan as the asker. Whoever made the plan, nothing in it can widen the asker's scope. */
export const answerPlan = async (
  database: AssistantContext['database'],
  { actor, locale, standing }: Asked,
  plan: QueryPlan,
): Promise<Answer> => {
  const { businessDate: on, digits, currency } = standing;
  const coveredManagers =
    reachOf(actor.role) === 'own' ? await loadCoveredManagers(database.service.orm, actor, on) : [];
  const blank: Answer = {
    ...blankAnswer('answered', locale, standing),
    plan,
    interpretation: describe(plan, locale, currency),
    rules: definitionsOf(plan, standing, locale),
  };
  return asActor(database, actor, on, async (transaction): Promise<Answer> => {
    const run = { transaction, actor, plan, on, digits };
    if (!plan.client) {
      const set = await answerSet({ run: { ...run, whose: 'mine' }, coveredManagers, locale });
      return { ...blank, ...set, scope: await scopeOf(run, locale) };
    }
    const answer = await answerClient({ run, locale, currency });
    if (answer.status === 'refused') return refusedAnswer('other_book', locale, standing);
    return { ...blank, ...answer, scope: await scopeOf(run, locale) };
  });
};

const clarified = (
  { locale, standing }: Asked,
  { cause, choices }: Extract<Understanding, { status: 'clarify' }>,
): Answer => ({
  ...blankAnswer('clarify', locale, standing),
  prompt: answerText[locale][cause],
  choices: choices.map((plan) => ({
    label: describe(plan, locale, standing.currency),
    plan,
    question: null,
  })),
});

const answerFor = (
  context: AssistantContext,
  asked: Asked,
  understanding: Understanding,
): Promise<Answer> | Answer => {
  const { locale, standing } = asked;
  switch (understanding.status) {
    case 'plan':
      return answerPlan(context.database, asked, understanding.plan);
    case 'clarify':
      return clarified(asked, understanding);
    case 'refused':
      return refusedAnswer(understanding.reason, locale, standing);
    case 'not_understood':
      return {
        ...blankAnswer('not_understood', locale, standing),
        notUnderstood: understanding.words,
        suggestions: suggest(understanding.words, locale),
      };
  }
};

/**
 * Answers a question of a verified person. Problem `no_night_yet` where there are no data to answer from;
 * everything else that can be asked has an answer, if only "refused" or "not understood".
 */
export const answerQuestion = async (
  context: AssistantContext,
  { actor, text, locale }: Question,
): Promise<Result<Answer>> => {
  const loaded = await loadStanding(context.database);
  if (!loaded.ok) return loaded;
  const standing = loaded.value;
  const language = languageOf(normalise(text)?.text ?? text) ?? locale;
  const asked: Asked = { actor, locale: language, standing };
  const understandContext: UnderstandContext = {
    businessDate: standing.businessDate,
    currency: standing.currency,
    reach: reachOf(actor.role),
    seesWholeBank: await seesWholeBank(context.database, actor),
  };
  const answer = await answerFor(context, asked, understand(text, understandContext));
  const receipt = { actor, question: text, at: context.now(), standing };
  return ok(await withReceipt(context.database, receipt, answer));
};

/** Runs the plan of a choice that the asker picked; the grammar made it, so that it is not read again. */
export const answerChoice = async (
  context: AssistantContext,
  { actor, plan, locale }: { actor: Actor; plan: QueryPlan; locale: Locale },
): Promise<Result<Answer>> => {
  const loaded = await loadStanding(context.database);
  if (!loaded.ok) return loaded;
  const standing = loaded.value;
  const answer = await answerPlan(context.database, { actor, locale, standing }, plan);
  const question = JSON.stringify(plan);
  const receipt = { actor, question, at: context.now(), standing };
  return ok(await withReceipt(context.database, receipt, answer));
};
