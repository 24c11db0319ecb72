/** Says a reason to the client: why the tier is what it is, and nothing of risk, watch lists or what the bank expects. */
import type { Locale } from '../domain/actor.ts';
import { type ReasonShow, type ReasonValues, showReasonsIn } from './assessment-reasons.ts';
import { catalog } from './catalog.ts';
import { isScoreLine } from './score-reasons.ts';
import { featureNames } from './scorecard-features.ts';

type Values = ReasonValues;
type Show = ReasonShow;
type FeatureKey = keyof (typeof featureNames)['en'];

const clientText = catalog(
  {
    tier_by_aum: (v: Values, s: Show) =>
      `Your service tier follows the average of your assets with us over the last ${v.days} days, ${s.money(v.averageMinor)}. ${s.tier(v.tier)} begins at ${s.money(v.floorMinor)}.`,
    tier_by_deposits: (v: Values, s: Show) =>
      `Your class follows the average of your deposits with us over the last ${v.days} days, ${s.money(v.averageMinor)}. ${s.tier(v.tier)} begins at ${s.money(v.floorMinor)}.`,
    tier_by_credit: (v: Values, s: Show) =>
      `Your class ${s.tier(v.tier)} follows your credit line with us.`,
    first_decision: (v: Values, s: Show) =>
      `We set your service tier to ${s.tier(v.tier)} on ${v.on}.`,
    promoted: (v: Values, s: Show) =>
      `Since ${v.on} you are a ${s.tier(v.to)} client, up from ${s.tier(v.from)}.`,
    demoted: (v: Values, s: Show) =>
      `Since ${v.on} your service tier is ${s.tier(v.to)}, because your average was below that of ${s.tier(v.from)} for several months.`,
    provisional_up: (v: Values, s: Show) =>
      `By today's average you reach ${s.tier(v.computedTier)}; we review tiers on the last day of each month.`,
    provisional_down: (v: Values, s: Show) =>
      `You remain a ${s.tier(v.decidedTier)} client; we review tiers on the last day of each month.`,
    demotion_clock: (v: Values, s: Show) =>
      `You remain a ${s.tier(v.tier)} client. Your average has been below its level at ${v.months === 1 ? 'one month-end' : `${v.months} month-ends`}; after ${v.needed} in a row the tier may change.`,
    demotion_buffer: (v: Values, s: Show) => `You remain a ${s.tier(v.tier)} client.`,
    demotion_held: (v: Values, s: Show) =>
      `You remain a ${s.tier(v.tier)} client until ${v.until} at least.`,
    override: (v: Values, s: Show) =>
      `Your service tier is ${s.tier(v.tier)} until ${v.until}, set for you individually.`,
    score_line: (v: Values, _s: Show) =>
      `To decide when to get in touch with you, we look among other things at this: ${featureNames.en[v.feature as FeatureKey] ?? v.feature}.`,
  },
  {
    tier_by_aum: (v: Values, s: Show) =>
      `您的服务等级依据近 ${v.days} 天在我行的日均资产 ${s.money(v.averageMinor)} 评定，${s.tier(v.tier)}等级起点为 ${s.money(v.floorMinor)}。`,
    tier_by_deposits: (v: Values, s: Show) =>
      `贵单位的类别依据近 ${v.days} 天在我行的日均存款 ${s.money(v.averageMinor)} 评定，${s.tier(v.tier)}起点为 ${s.money(v.floorMinor)}。`,
    tier_by_credit: (v: Values, s: Show) => `贵单位依据在我行的授信额度评定为${s.tier(v.tier)}。`,
    first_decision: (v: Values, s: Show) =>
      `我行于 ${v.on} 将您的服务等级评定为${s.tier(v.tier)}。`,
    promoted: (v: Values, s: Show) =>
      `自 ${v.on} 起，您的服务等级由${s.tier(v.from)}升至${s.tier(v.to)}。`,
    demoted: (v: Values, s: Show) =>
      `因近几个月日均低于${s.tier(v.from)}标准，自 ${v.on} 起您的服务等级为${s.tier(v.to)}。`,
    provisional_up: (v: Values, s: Show) =>
      `按当前日均，您已达到${s.tier(v.computedTier)}标准；等级于每月最后一日评定。`,
    provisional_down: (v: Values, s: Show) =>
      `您目前仍为${s.tier(v.decidedTier)}等级；等级于每月最后一日评定。`,
    demotion_clock: (v: Values, s: Show) =>
      `您目前仍为${s.tier(v.tier)}等级。日均已有 ${v.months} 个月末低于标准，连续 ${v.needed} 个月末后等级可能调整。`,
    demotion_buffer: (v: Values, s: Show) => `您目前仍为${s.tier(v.tier)}等级。`,
    demotion_held: (v: Values, s: Show) => `您的${s.tier(v.tier)}等级至少保留至 ${v.until}。`,
    override: (v: Values, s: Show) =>
      `您的服务等级经单独核定为${s.tier(v.tier)}，有效期至 ${v.until}。`,
    score_line: (v: Values, _s: Show) =>
      `我行在安排与您联系的时间时，会参考包括以下内容在内的信息：${featureNames['zh-CN'][v.feature as FeatureKey] ?? v.feature}。`,
  },
);

const SENTENCES: Record<
  Locale,
  Record<string, (values: Values, show: Show) => string>
> = clientText;

/** null = nothing to say to the client: the reason is the bank's own. */
export const clientReasonSentence = (
  reason: { code: string; values: Values },
  locale: Locale,
  currency: string,
): string | null =>
  SENTENCES[locale][isScoreLine(reason.code) ? 'score_line' : reason.code]?.(
    reason.values,
    showReasonsIn(locale, currency),
  ) ?? null;
