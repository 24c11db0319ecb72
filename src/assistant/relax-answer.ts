/** Where nothing matches, looks for the nearest wider question that something does match. */
import { type PlanRun, runCount } from '../db/run-plan.ts';
import type { Locale } from '../domain/actor.ts';
import { describe } from '../query/describe.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import { relaxations } from '../query/relax.ts';
import { answerText } from '../text/answer.ts';
import type { Answer, Choice } from './answer.ts';

const SHOWN_MAX = 2;

type Wider = { plan: QueryPlan; total: number };

/** The nearest is the one that lets in fewest. */
const nearest = async (run: PlanRun): Promise<Wider[]> => {
  const found: Wider[] = [];
  for (const plan of relaxations(run.plan)) {
    const total = await runCount({ ...run, plan });
    if (total > 0) found.push({ plan, total });
  }
  return found.toSorted((a, b) => a.total - b.total).slice(0, SHOWN_MAX);
};

/** What to say and offer beside "0": "7: clients with idle days at least 91 days". */
export const relaxed = async (
  run: PlanRun,
  total: number | null,
  { locale, currency }: { locale: Locale; currency: string },
): Promise<Partial<Pick<Answer, 'prompt' | 'choices'>>> => {
  if (total !== 0) return {};
  const wider = await nearest(run);
  if (wider.length === 0) return {};
  const words = answerText[locale];
  const choices = wider.map(
    ({ plan, total: n }): Choice => ({
      label: words.widerHas(n, describe(plan, locale, currency)),
      plan,
      question: null,
    }),
  );
  return { prompt: words.nothingButNear, choices };
};
