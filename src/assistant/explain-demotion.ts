/** Says what would keep a tier that is about to be lost: the counterfactual of the demotion clock. */
import type { Database } from '../db/database.ts';
import { loadClientOnDate } from '../db/metrics/load-client.ts';
import type { Actor, Locale } from '../domain/actor.ts';
import { minorToNumber } from '../domain/money.ts';
import { showReasonsIn } from '../text/assessment-reasons.ts';
import { outlookText } from '../text/outlook.ts';
import { type DemotionOutlook, demotionOutlook } from '../tiering/demotion-outlook.ts';
import { policyOf } from '../tiering/policy.ts';
import type { Answer, ExplainedDemotion } from './answer.ts';
import type { Standing } from './standing.ts';

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

type Explained = { actor: Actor; standing: Standing };

const loadDemotion = async (
  database: Pick<Database, 'reader'>,
  { actor, standing }: Explained,
  { clientId, locale }: { clientId: string; locale: Locale },
): Promise<ExplainedDemotion | null> => {
  if (!standing.policy) return null;
  const policy = policyOf(standing.policy);
  const on = standing.businessDate;
  const client = await loadClientOnDate(database, actor, { clientId, on, policy });
  if (!client?.stored) return null;
  const outlook = demotionOutlook(client.facts, policy, on, client.stored);
  return outlook && explainedDemotion(outlook, standing, locale);
};

/**
 * An answer that explains one client, with what keeps its tier, from the facts of the same date. It reads in a
 * transaction of its own: never call it while another one of the reader is held.
 */
export const withDemotion = async (
  database: Pick<Database, 'reader'>,
  explained: Explained,
  answer: Answer,
): Promise<Answer> => {
  const { assessment, language: locale } = answer;
  if (!assessment) return answer;
  const { clientId } = assessment;
  const demotion = await loadDemotion(database, explained, { clientId, locale });
  return { ...answer, assessment: { ...assessment, demotion } };
};
