/** Says why an assessment is as it is: a sentence in each language for every reason code, with its numbers. */
import type { Locale } from '../domain/actor.ts';
import type { NeedTier, ProductLine, Tier } from '../domain/client.ts';
import { currencyDigits, formatMinor } from '../domain/money.ts';
import { catalog } from './catalog.ts';
import { needTierNames, productLineNames, tierNames } from './fields.ts';
import { isScoreLine, scoreReasonText } from './score-reasons.ts';

type Value = string | number | boolean | null;
export type ReasonValues = Record<string, Value | undefined>;
type Values = ReasonValues;

/** Shows what a reason carries: money from minor units as decimal text, tiers from codes. */
export type ReasonShow = {
  money: (value: Value | undefined) => string;
  tier: (value: Value | undefined) => string;
  need: (value: Value | undefined) => string;
  /** Codes of product lines, separated by spaces. */
  lines: (value: Value | undefined) => string;
};

type Show = ReasonShow;

const many = (count: Value | undefined, one: string, more: string): string =>
  `${count} ${Number(count) === 1 ? one : more}`;

const english = {
  ...scoreReasonText.en,
  tier_by_aum: (v: Values, s: Show) =>
    `Average AUM over ${v.days} days is ${s.money(v.averageMinor)}: ${s.tier(v.tier)} begins at ${s.money(v.floorMinor)}${v.nextFloorMinor ? `, the next tier at ${s.money(v.nextFloorMinor)}` : ''}.`,
  tier_by_deposits: (v: Values, s: Show) =>
    `Average deposits over ${v.days} days are ${s.money(v.averageMinor)}: ${s.tier(v.tier)} begins at ${s.money(v.floorMinor)}${v.nextFloorMinor ? `, the next class at ${s.money(v.nextFloorMinor)}` : ''}.`,
  tier_by_credit: (v: Values, s: Show) =>
    `Target credit of ${s.money(v.targetCreditMinor)} reaches ${s.tier(v.tier)}, which begins at ${s.money(v.floorMinor)}.`,
  first_decision: (v: Values, s: Show) => `First assessed on ${v.on}: ${s.tier(v.tier)} at once.`,
  promoted: (v: Values, s: Show) =>
    `Moved up from ${s.tier(v.from)} to ${s.tier(v.to)} on ${v.on}, with an average of ${s.money(v.averageMinor)}.`,
  demoted: (v: Values, s: Show) =>
    `Moved down from ${s.tier(v.from)} to ${s.tier(v.to)} on ${v.on}, with an average of ${s.money(v.averageMinor)}.`,
  provisional_up: (v: Values, s: Show) =>
    `Policy computes ${s.tier(v.computedTier)} today; ${s.tier(v.decidedTier)} stands until the last day of the month.`,
  provisional_down: (v: Values, s: Show) =>
    `Policy computes ${s.tier(v.computedTier)} today; ${s.tier(v.decidedTier)} stands for now.`,
  demotion_clock: (v: Values, s: Show) =>
    `Below the floor of ${s.tier(v.tier)} on ${v.months} month-ends in a row; ${v.needed} lead to a demotion.`,
  demotion_buffer: (v: Values, s: Show) =>
    `Below the floor of ${s.tier(v.tier)} on ${v.months} month-ends in a row, but not below ${v.pct}% of it: the tier stands.`,
  demotion_held: (v: Values, s: Show) =>
    `Below the floor of ${s.tier(v.tier)} on ${v.months} month-ends in a row, but held until ${v.until} after the promotion.`,
  override: (v: Values, s: Show) =>
    `An override puts ${s.tier(v.tier)} in force until ${v.until}; policy decided ${s.tier(v.decidedTier)}.`,
  R01: (v: Values, s: Show) =>
    `Average AUM fell by ${v.fallPct}%, from ${s.money(v.previousMinor)} to ${s.money(v.recentMinor)}.`,
  R02: (v: Values) => `No salary for ${v.days} days; it used to come every month.`,
  R03: (v: Values) =>
    `${many(v.ended, 'product', 'products')} closed or matured without renewal in ${v.days} days${v.last ? '; none is left' : ''}.`,
  R04: (v: Values) =>
    `Transactions on ${many(v.now, 'day', 'days')} of the last ${v.days}, on ${v.before} of the ${v.days} before.`,
  R05: (v: Values) =>
    `No transaction for ${v.idleDays} days; the usual gap is ${many(v.medianDays, 'day', 'days')}.`,
  R06: (v: Values) =>
    `${Number(v.now) === 0 ? 'No log-in' : `Log-ins on ${many(v.now, 'day', 'days')}`} last month, after about ${many(v.before, 'day', 'days')} a month before.`,
  R07: (v: Values): string => (v.severe ? 'A severe complaint is open.' : 'A complaint is open.'),
  R08: (v: Values) => `The last survey, ${v.daysAgo} days ago, gave ${v.csat} of 5.`,
  R09: (v: Values) =>
    v.never
      ? `Never contacted in ${v.gapDays} days, against a cadence of ${v.cadenceDays}.`
      : `No two-way contact for ${v.gapDays} days, against a cadence of ${v.cadenceDays}.`,
  R10: (v: Values, s: Show) =>
    `${s.money(v.sentMinor)} sent to own accounts at other banks, ${v.pct}% of AUM.`,
  R11: (v: Values, s: Show) =>
    `${s.money(v.maturingMinor)}, ${v.pct}% of AUM, matures within ${v.days} days with no renewal instructed.`,
  R12: (v: Values) =>
    `Speaks for staying: ${[
      ...(v.newProducts ? [many(v.newProducts, 'new product', 'new products')] : []),
      ...(v.grewPct === null || v.grewPct === undefined ? [] : [`AUM grew by ${v.grewPct}%`]),
      ...(v.loan ? ['a loan in force'] : []),
    ].join(', ')}.`,
  not_assessed: (v: Values) =>
    `${v.assessed} of ${v.total} churn signals could be assessed; not ${v.codes}, for lack of recent data.`,
  value_score: (v: Values, s: Show) =>
    `Value score ${v.score} of 100: place on the ladder of tiers ${v.aumPct}, activity ${v.frequencyPct} (transactions on ${v.transactionDays} of ${v.days} days), contribution ${v.contributionPct} (${s.money(v.contributionMinor)} in 12 months).`,
  value_not_assessed: (v: Values) =>
    `Value score not assessed, for lack of ${String(v.missing).replace('frequency', 'recent transactions').replace('contribution', 'a contribution').replace(' a ', ' and a ')}; place on the ladder of tiers ${v.aumPct} of 100.`,
  need_tier: (v: Values, s: Show) =>
    `Needs: ${s.need(v.needTier)}${v.lines ? `, because of ${s.lines(v.lines)}` : ''}.`,
  product_gap: (v: Values, s: Show) =>
    `Expected at ${s.tier(v.tier)} and not held: ${s.lines(v.lines)}.`,
  contact_due: (v: Values) => `Next contact by ${v.dueOn}: every ${v.cadenceDays} days.`,
  contact_overdue: (v: Values) =>
    `Contact was due by ${v.dueOn}: none for ${v.gapDays} days, against a cadence of ${v.cadenceDays}.`,
  contact_not_assessed: (v: Values) =>
    `The contact cadence of ${v.cadenceDays} days is not assessed, for lack of recent contact data.`,
};

export const assessmentReasonText = catalog(english, {
  ...scoreReasonText['zh-CN'],
  tier_by_aum: (v: Values, s: Show) =>
    `近 ${v.days} 天日均资产 ${s.money(v.averageMinor)}，达到${s.tier(v.tier)}起点 ${s.money(v.floorMinor)}${v.nextFloorMinor ? `，高一级起点为 ${s.money(v.nextFloorMinor)}` : ''}。`,
  tier_by_deposits: (v: Values, s: Show) =>
    `近 ${v.days} 天日均存款 ${s.money(v.averageMinor)}，达到${s.tier(v.tier)}起点 ${s.money(v.floorMinor)}${v.nextFloorMinor ? `，高一类起点为 ${s.money(v.nextFloorMinor)}` : ''}。`,
  tier_by_credit: (v: Values, s: Show) =>
    `目标授信 ${s.money(v.targetCreditMinor)}，达到${s.tier(v.tier)}起点 ${s.money(v.floorMinor)}。`,
  first_decision: (v: Values, s: Show) => `${v.on} 首次评定，即定为${s.tier(v.tier)}。`,
  promoted: (v: Values, s: Show) =>
    `${v.on} 由${s.tier(v.from)}升至${s.tier(v.to)}，日均 ${s.money(v.averageMinor)}。`,
  demoted: (v: Values, s: Show) =>
    `${v.on} 由${s.tier(v.from)}降至${s.tier(v.to)}，日均 ${s.money(v.averageMinor)}。`,
  provisional_up: (v: Values, s: Show) =>
    `今日测算为${s.tier(v.computedTier)}，月末评定前仍按${s.tier(v.decidedTier)}执行。`,
  provisional_down: (v: Values, s: Show) =>
    `今日测算为${s.tier(v.computedTier)}，目前仍按${s.tier(v.decidedTier)}执行。`,
  demotion_clock: (v: Values, s: Show) =>
    `已连续 ${v.months} 个月末低于${s.tier(v.tier)}起点，连续 ${v.needed} 个月末将下调。`,
  demotion_buffer: (v: Values, s: Show) =>
    `已连续 ${v.months} 个月末低于${s.tier(v.tier)}起点，但未低于起点的 ${v.pct}%，等级不变。`,
  demotion_held: (v: Values, s: Show) =>
    `已连续 ${v.months} 个月末低于${s.tier(v.tier)}起点，但升级后保护期至 ${v.until}，等级不变。`,
  override: (v: Values, s: Show) =>
    `人工调整为${s.tier(v.tier)}，有效期至 ${v.until}；按政策评定为${s.tier(v.decidedTier)}。`,
  R01: (v: Values, s: Show) =>
    `日均资产下降 ${v.fallPct}%，由 ${s.money(v.previousMinor)} 降至 ${s.money(v.recentMinor)}。`,
  R02: (v: Values) => `代发工资已中断 ${v.days} 天，此前按月入账。`,
  R03: (v: Values) =>
    `近 ${v.days} 天有 ${v.ended} 个产品销户或到期未续${v.last ? '，且已无在用产品' : ''}。`,
  R04: (v: Values) => `近 ${v.days} 天中 ${v.now} 天有交易，此前 ${v.days} 天为 ${v.before} 天。`,
  R05: (v: Values) => `已 ${v.idleDays} 天无交易，平时约 ${v.medianDays} 天一笔。`,
  R06: (v: Values) =>
    `上月${Number(v.now) === 0 ? '未登录' : `登录 ${v.now} 天`}，此前月均登录约 ${v.before} 天。`,
  R07: (v: Values): string => (v.severe ? '有重大投诉尚未办结。' : '有投诉尚未办结。'),
  R08: (v: Values) => `最近一次满意度（${v.daysAgo} 天前）为 ${v.csat} 分（满分 5 分）。`,
  R09: (v: Values) =>
    v.never
      ? `开户 ${v.gapDays} 天以来从未联系，应每 ${v.cadenceDays} 天联系一次。`
      : `已 ${v.gapDays} 天无双向联系，应每 ${v.cadenceDays} 天联系一次。`,
  R10: (v: Values, s: Show) => `向本人他行账户转出 ${s.money(v.sentMinor)}，占资产 ${v.pct}%。`,
  R11: (v: Values, s: Show) =>
    `${v.days} 天内有 ${s.money(v.maturingMinor)} 到期且无续接安排，占资产 ${v.pct}%。`,
  R12: (v: Values) =>
    `有利留存的因素：${[
      ...(v.newProducts ? [`新增产品 ${v.newProducts} 个`] : []),
      ...(v.grewPct === null || v.grewPct === undefined ? [] : [`资产增长 ${v.grewPct}%`]),
      ...(v.loan ? ['有存续贷款'] : []),
    ].join('、')}。`,
  not_assessed: (v: Values) =>
    `流失信号 ${v.total} 项中评估了 ${v.assessed} 项；因缺少近期数据未评估：${v.codes}。`,
  value_score: (v: Values, s: Show) =>
    `价值得分 ${v.score}（满分 100）：等级位置 ${v.aumPct} 分，活跃 ${v.frequencyPct} 分（近 ${v.days} 天中 ${v.transactionDays} 天有交易），贡献 ${v.contributionPct} 分（近 12 个月 ${s.money(v.contributionMinor)}）。`,
  value_not_assessed: (v: Values) =>
    `价值得分未评估，缺少${String(v.missing).replace('frequency', '近期交易数据').replace('contribution', '贡献度数据').replace(' ', '和')}；等级位置 ${v.aumPct} 分（满分 100）。`,
  need_tier: (v: Values, s: Show) =>
    `服务需求：${s.need(v.needTier)}${v.lines ? `（持有${s.lines(v.lines)}）` : ''}。`,
  product_gap: (v: Values, s: Show) =>
    `${s.tier(v.tier)}客户通常持有而尚未持有：${s.lines(v.lines)}。`,
  contact_due: (v: Values) => `下次联系不晚于 ${v.dueOn}（每 ${v.cadenceDays} 天一次）。`,
  contact_overdue: (v: Values) =>
    `应于 ${v.dueOn} 前联系，现已 ${v.gapDays} 天未联系（每 ${v.cadenceDays} 天一次）。`,
  contact_not_assessed: (v: Values) =>
    `缺少近期联系记录，未评估联系频率（要求每 ${v.cadenceDays} 天一次）。`,
});

const SENTENCES: Record<
  Locale,
  Record<string, (values: Values, show: Show) => string>
> = assessmentReasonText;

/** How amounts, tiers and products of reasons are shown; `currency` is the reporting currency. */
export const showReasonsIn = (locale: Locale, currency: string): ReasonShow => {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const digits = currencyDigits(currency);
  return {
    money: (value) =>
      format.format(formatMinor(BigInt(String(value ?? 0)), digits) as Intl.StringNumericLiteral),
    tier: (value) => tierNames[locale][value as Tier] ?? String(value),
    need: (value) => needTierNames[locale][value as NeedTier] ?? String(value),
    lines: (value) =>
      String(value ?? '')
        .split(' ')
        .map((line) => productLineNames[locale][line as ProductLine] ?? line)
        .join(locale === 'zh-CN' ? '、' : ', '),
  };
};

/** One reason of an assessment in words; amounts in `currency`, the reporting currency. */
export const reasonSentence = (
  reason: { code: string; values: Values },
  locale: Locale,
  currency: string,
): string =>
  SENTENCES[locale][isScoreLine(reason.code) ? 'score_line' : reason.code]?.(
    reason.values,
    showReasonsIn(locale, currency),
  ) ?? reason.code;
