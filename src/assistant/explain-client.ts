import { loadClientOnDate } from '../db/metrics/load-client.ts';
import type { Actor, Locale } from '../domain/actor.ts';
import { minorToNumber } from '../domain/money.ts';
import type { Result } from '../domain/result.ts';
import { EMPTY_PLAN } from '../query/understand/plans.ts';
import { showReasonsIn } from '../text/assessment-reasons.ts';
import { outlookText } from '../text/outlook.ts';
import { type DemotionOutlook, demotionOutlook } from '../tiering/demotion-outlook.ts';
import { policyOf } from '../tiering/policy.ts';
import type { Answer, ExplainedDemotion } from './answer.ts';
import { type AssistantContext, answerChoice } from './answer-question.ts';
import { loadStanding, type Standing } from './standing.ts';

type Asked = { actor: Actor; clientId: string; locale: Locale };

const inWords = (
  outlook: DemotionOutlook,
  { currency }: Standing,
  locale: Locale,
): Pick<ExplainedDemotion, 'text' | 'clientText'> => {
  const { money, tier } = showReasonsIn(locale, currency);
  const words = outlookText[locale];
  const keeps = {
    tier: tier(outlook.tier),
    below: tier(outlook.below),
    lacking: money(outlook.lackingMinor.toString()),
    buffer: money(outlook.bufferLackingMinor.toString()),
    pct: outlook.bufferPct,
    months: outlook.months,
    needed: outlook.needed,
    earliestOn: outlook.earliestOn.toString(),
    heldUntil: outlook.heldUntil?.toString() ?? null,
  };
  const more = outlook.bufferLackingMinor === 0n ? words.inBuffer(keeps) : words.buffer(keeps);
  return { text: [words.keeps(keeps), more], clientText: words.clientKeeps(keeps) };
};

const explainedDemotion = (
  outlook: DemotionOutlook,
  standing: Standing,
  locale: Locale,
): ExplainedDemotion => {
  const number = (minor: bigint) => minorToNumber(minor, standing.digits);
  return {
    tier: outlook.tier,
    below: outlook.below,
    months: outlook.months,
    needed: outlook.needed,
    average: number(outlook.averageMinor),
    floor: number(outlook.floorMinor),
    lacking: number(outlook.lackingMinor),
    bufferLacking: number(outlook.bufferLackingMinor),
    earliestOn: outlook.earliestOn.toString(),
    heldUntil: outlook.heldUntil?.toString() ?? null,
    ...inWords(outlook, standing, locale),
  };
};

/** What keeps the tier, from the facts of the same date; null = nothing is to be lost. */
const loadDemotion = async (
  { database }: AssistantContext,
  { actor, clientId, locale }: Asked,
): Promise<ExplainedDemotion | null> => {
  const loaded = await loadStanding(database);
  if (!loaded.ok || !loaded.value.policy) return null;
  const standing = loaded.value;
  const policy = policyOf(loaded.value.policy);
  const on = standing.businessDate;
  const client = await loadClientOnDate(database, actor, { clientId, on, policy });
  if (!client?.stored) return null;
  const outlook = demotionOutlook(client.facts, policy, on, client.stored);
  return outlook && explainedDemotion(outlook, standing, locale);
};

/**
 * Why one client, named by id, has its tier and its risk: the same answer as to "why …" in words, with what
 * would keep a tier that is about to be lost.
 */
export const explainClient = async (
  context: AssistantContext,
  asked: Asked,
): Promise<Result<Answer>> => {
  const plan = {
    ...EMPTY_PLAN,
    kind: 'explain' as const,
    client: { by: 'id' as const, text: asked.clientId },
  };
  const { actor, locale } = asked;
  const answer = await answerChoice(context, { actor, plan, locale });
  if (!answer.ok || !answer.value.assessment) return answer;
  const demotion = await loadDemotion(context, asked);
  const assessment = { ...answer.value.assessment, demotion };
  return { ok: true, value: { ...answer.value, assessment } };
};
