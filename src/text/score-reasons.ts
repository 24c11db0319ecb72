/** Says what a churn scorecard read of a client, line by line, and what it adds up to. */
import type { Locale } from '../domain/actor.ts';
import type { ChurnBand } from '../domain/client.ts';
import { catalog } from './catalog.ts';
import { churnBandNames } from './fields.ts';
import { featureNames } from './scorecard-features.ts';

type Value = string | number | boolean | null | undefined;
export type ScoreValues = Record<string, Value>;
type Money = { money: (value: Value) => string };

const UNKNOWN = 'unknown';
const HUNDREDTHS = 100;

const unitWords = catalog(
  {
    unrecorded: 'not recorded',
    days: (n: string) => `${n} days`,
    count: (n: string) => n,
  },
  {
    unrecorded: '无记录',
    days: (n: string) => `${n} 天`,
    count: (n: string) => n,
  },
);

/** A measure as people read it: money, a percentage with one decimal, a count, or days. */
const measured = (locale: Locale, unit: Value, value: Value, show: Money): string => {
  const words = unitWords[locale];
  if (value === UNKNOWN) return words.unrecorded;
  if (unit === 'money') return show.money(value);
  if (unit === 'share') return `${(Number(value) / HUNDREDTHS).toFixed(1)}%`;
  return unit === 'days' ? words.days(String(value)) : words.count(String(value));
};

const nameOf = (locale: Locale, feature: Value): string =>
  featureNames[locale][feature as keyof (typeof featureNames)['en']] ?? String(feature);

const bandOf = (locale: Locale, band: Value): string =>
  churnBandNames[locale][band as ChurnBand] ?? String(band);

const readings = (locale: Locale, v: ScoreValues, show: Money): [string, string | null] => {
  const own = `${nameOf(locale, v.feature)}${locale === 'en' ? ': ' : '：'}${measured(locale, v.unit, v.value, show)}`;
  if (v.within === undefined || v.within === null) return [own, null];
  const first = `${nameOf(locale, v.within)} ${measured(locale, v.withinUnit, v.withinValue, show)}`;
  return [own, first];
};

export const scoreReasonText = catalog(
  {
    score_line: (v: ScoreValues, s: Money) => {
      const [own, first] = readings('en', v, s);
      return first === null ? `${own}.` : `${own}, read with ${first}.`;
    },
    churn_sum: (v: ScoreValues, _s: Money) =>
      `Scorecard ${v.card}: ${v.base} to begin with, ${v.lines} from its lines, gives ${v.score} of 100.`,
    p_alive: (v: ScoreValues, _s: Money) =>
      `P(alive) is ${v.pct} % by the rhythm of transactions in ${v.days} days: a second opinion, not part of the score.`,
    p_alive_not_assessable: (v: ScoreValues, _s: Money) =>
      `P(alive) is not assessable: no repeated transaction in ${v.days} days.`,
    churn_second_opinion: (v: ScoreValues, _s: Money) =>
      `Second opinion, not part of the score: the ${v.card === 'expert' ? 'expert card' : 'calibrated scorecard'} gives ${v.score} (${bandOf('en', v.band)}), with ${v.coveragePct} % of it assessed${v.lines ? `; most from ${v.lines}` : ''}.`,
  },
  {
    score_line: (v: ScoreValues, s: Money) => {
      const [own, first] = readings('zh-CN', v, s);
      return first === null ? `${own}。` : `${own}（${first}）。`;
    },
    churn_sum: (v: ScoreValues, _s: Money) =>
      `评分卡 ${v.card}：基础分 ${v.base}，各项合计 ${v.lines}，得分 ${v.score}（满分 100）。`,
    p_alive: (v: ScoreValues, _s: Money) =>
      `活跃概率（P(alive)）为 ${v.pct}%：依据近 ${v.days} 天的交易节奏推算，仅供参考，不计入得分。`,
    p_alive_not_assessable: (v: ScoreValues, _s: Money) =>
      `活跃概率（P(alive)）无法评估：近 ${v.days} 天没有重复交易。`,
    churn_second_opinion: (v: ScoreValues, _s: Money) =>
      `参考意见（不计入得分）：${v.card === 'expert' ? '专家评分卡' : '校准评分卡'}评为 ${v.score} 分（${bandOf('zh-CN', v.band)}），可评估项占 ${v.coveragePct}%${v.lines ? `，主要来自 ${v.lines}` : ''}。`,
  },
);

/** All lines of a scorecard are worded alike: S01 to S15 share one sentence. */
export const isScoreLine = (code: string): boolean => /^S\d\d$/.test(code);
