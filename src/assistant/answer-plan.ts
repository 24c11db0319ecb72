/** Runs a plan inside the asker's scope and says how it was read, on what it stands and what is not known. */
import type { Database } from '../db/database.ts';
import { runMoves } from '../db/run-moves.ts';
import { type PlanRun, runCount } from '../db/run-plan.ts';
import { loadCoveredManagers } from '../db/run-plan-scope.ts';
import { asActor, type Within } from '../db/scope.ts';
import { type Actor, type Locale, reachOf } from '../domain/actor.ts';
import { describe } from '../query/describe.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import { EMPTY_PLAN } from '../query/understand/plans.ts';
import { answerText } from '../text/answer.ts';
import type { Answer, RefusalReason } from './answer.ts';
import { blankAnswer } from './blank-answer.ts';
import { definitionsOf } from './definitions.ts';
import { namesForeignPlace } from './named-places.ts';
import { loadDelivered, notAssessed, withUnknowns } from './not-assessed.ts';
import { relaxed } from './relax-answer.ts';
import { answerClient } from './run-client.ts';
import { answerSet } from './run-set.ts';
import type { Standing } from './standing.ts';

/** How far an answer has come: its question is a plan, the plan has run. `total`: as in the answer. */
export type Step = { step: 'understood' } | { step: 'queried'; total: number | null };

/**
 * `onStep` is told each step when it happens, for who watches the answer come about. `knownAt`: of an earlier
 * answer, whose coverage counts as it was known then.
 */
export type Asked = {
  actor: Actor;
  locale: Locale;
  standing: Standing;
  onStep?: ((step: Step) => void) | undefined;
  knownAt?: Temporal.Instant;
};

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

/**
 * Runs one plan as the asker. Whoever made the plan, nothing in it can widen the asker's scope. `within` is
 * given where the answer is about another day than today, or where a transaction of the asker's is open.
 */
export const answerPlan = async (
  database: Pick<Database, 'service' | 'reader'>,
  asked: Asked,
  plan: QueryPlan,
  within: Within = (work) => asActor(database, asked.actor, asked.standing.businessDate, work),
): Promise<Answer> => {
  const { actor, locale, standing, onStep } = asked;
  onStep?.({ step: 'understood' });
  const { businessDate: on, digits, currency, country } = standing;
  const blank: Answer = {
    ...blankAnswer('answered', locale, standing),
    plan,
    interpretation: describe(plan, locale, currency),
    rules: definitionsOf(plan, standing, locale),
  };
  return within(async (transaction): Promise<Answer> => {
    const knownAt = asked.knownAt ?? null;
    const run = { transaction, actor, plan, on, digits, country, knownAt };
    if (await namesForeignPlace(run)) return refusedAnswer('other_book', locale, standing);
    const [coveredManagers, delivered] = await Promise.all([
      reachOf(actor.role) === 'own' ? loadCoveredManagers(database.service.orm, actor, on) : [],
      loadDelivered(transaction),
    ]);
    const unassessed = notAssessed(plan, delivered, locale);
    const base = { ...blank, rules: [...unassessed.lines, ...blank.rules] };
    if (unassessed.whole) return { ...base, scope: await scopeOf(run, locale) };
    if (!plan.client) {
      const mine: PlanRun = { ...run, whose: 'mine' };
      const set = await answerSet({ run: mine, coveredManagers, locale });
      onStep?.({ step: 'queried', total: set.total });
      const moves = await runMoves(mine);
      const wider = await relaxed(mine, set.total, { locale, currency });
      return withUnknowns(
        {
          ...base,
          ...set,
          ...(moves ? { moves } : {}),
          ...wider,
          scope: await scopeOf(run, locale),
        },
        delivered,
        locale,
      );
    }
    const answer = await answerClient({ run, locale, currency });
    onStep?.({ step: 'queried', total: answer.total });
    if (answer.status === 'refused') return refusedAnswer('other_book', locale, standing);
    return withUnknowns(
      { ...base, ...answer, scope: await scopeOf(run, locale) },
      delivered,
      locale,
    );
  });
};
