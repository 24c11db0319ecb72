import type { Locale } from '../domain/actor.ts';
import type { AlertKind } from '../domain/alert-kind.ts';
import { catalog } from './catalog.ts';
import { han } from './han.ts';

export const alertKindNames: Record<Locale, Record<AlertKind, string>> = {
  en: {
    tier_change: 'Tier changes',
    churn_risk: 'Churn risks',
    complaint: 'Complaints',
    salary_stop: 'Salaries stopped',
    account_closed: 'Accounts closed',
    balance_fall: 'Balance falls',
  },
  'zh-CN': {
    tier_change: '等级变动',
    churn_risk: '流失风险',
    complaint: '客户投诉',
    salary_stop: '代发工资中断',
    account_closed: '账户销户',
    balance_fall: '资产下降',
  },
};

const times = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** The digest, the alerts in it, and what can be said about delivering. */
export const alertsText = catalog(
  {
    digestTitle: (date: string) => `Your digest for ${date}`,
    digestSilent: (date: string, clients: number) =>
      `Nothing new for your ${times(clients, 'client', 'clients')}. Data as of ${date}.`,
    digestFooter: (date: string, clients: number) =>
      `Data as of ${date} · ${times(clients, 'client', 'clients')} in your book`,
    digestHeadline: (title: string, counts: string) => `${title}: ${counts}`,
    headlineItem: (kind: string, count: number) => `${kind}: ${count}`,
    actToday: 'Act today',
    afterwards: 'This week',
    more: (count: number) => `${times(count, 'more client', 'more clients')} not listed`,
    valueAtRisk: (amount: string) => `${amount} at risk`,
    coveredFor: (name: string) => `covering for ${name}`,
    tierUp: (from: string, to: string) => `Up from ${from} to ${to}`,
    tierDown: (from: string, to: string) => `Down from ${from} to ${to}`,
    churnRisk: (score: number, band: string) => `Churn risk ${band} (${score} points)`,
    churnRising: (score: number, band: string, rise: number) =>
      `Churn risk ${band} (${score} points, up ${rise} in a week)`,
    withReasons: (risk: string, reasons: string[]) => `${risk}: ${reasons.join('; ')}`,
    complaint: (since: string) => `Complaint open since ${since}`,
    complaintSevere: (since: string) => `Severe complaint open since ${since}`,
    salaryStop: (days: number) => `No salary for ${days} days`,
    accountClosed: (on: string, pct: number, from: string, to: string) =>
      `Account closed on ${on}; average assets down ${pct}% (${from} → ${to})`,
    balanceFall: (pct: number, from: string, to: string) =>
      `Average assets down ${pct}% in a month (${from} → ${to})`,
    dataQuality: (kind: string, clients: number, base: number, date: string) =>
      `Data check for ${date}: "${kind}" would have been reported for ${clients} of ${base} clients in one night, which points to a feed rather than to the clients. These alerts are held back for three days. Please have the delivery of that night checked.`,
    nightMissing: (date: string) =>
      `The night of ${date} has not run, so there is nothing to alert of. Run "nightly --business-date ${date}" first.`,
    noDigest: (date: string) =>
      `There is no digest for ${date}: either no night ran for that date or you had no clients on it. Leave out the date for the newest digest.`,
    noDigestYet:
      'There is no digest for you yet: a digest is made by the nightly run for everyone who has clients.',
    delivered: (sent: number, skipped: number, failed: number) =>
      `${sent} sent, ${skipped} put off, ${failed} failed.`,
  },
  {
    digestTitle: (date: string) => `${date} 客户日报`,
    digestSilent: (date: string, clients: number) =>
      `您名下 ${clients} 位客户暂无新变化。数据日期：${date}。`,
    digestFooter: (date: string, clients: number) => `数据日期：${date} · 名下客户 ${clients} 位`,
    digestHeadline: (title: string, counts: string) => `${title}：${counts}`,
    headlineItem: (kind: string, count: number) => `${kind} ${count} 项`,
    actToday: '今日优先处理',
    afterwards: '本周跟进',
    more: (count: number) => `另有 ${count} 位客户未列出`,
    valueAtRisk: (amount: string) => `风险金额 ${amount}`,
    coveredFor: (name: string) => han`代${name}管理`,
    tierUp: (from: string, to: string) => `等级上调：${from} → ${to}`,
    tierDown: (from: string, to: string) => `等级下调：${from} → ${to}`,
    churnRisk: (score: number, band: string) => `流失风险${band}（${score} 分）`,
    churnRising: (score: number, band: string, rise: number) =>
      `流失风险${band}（${score} 分，一周上升 ${rise} 分）`,
    withReasons: (risk: string, reasons: string[]) => `${risk}：${reasons.join('；')}`,
    complaint: (since: string) => `投诉未结（${since} 起）`,
    complaintSevere: (since: string) => `重大投诉未结（${since} 起）`,
    salaryStop: (days: number) => `代发工资已中断 ${days} 天`,
    accountClosed: (on: string, pct: number, from: string, to: string) =>
      `${on} 销户；平均资产下降 ${pct}%（${from} → ${to}）`,
    balanceFall: (pct: number, from: string, to: string) =>
      `近一月平均资产下降 ${pct}%（${from} → ${to}）`,
    dataQuality: (kind: string, clients: number, base: number, date: string) =>
      `${date} 数据核查：一夜之间全行 ${base} 位客户中有 ${clients} 位触发“${kind}”，更可能是数据供数异常而非客户变化。相关提醒已暂缓三天，请核查当晚供数。`,
    nightMissing: (date: string) =>
      `${date} 的夜间批处理尚未运行，无法生成提醒。请先运行“nightly --business-date ${date}”。`,
    noDigest: (date: string) =>
      `没有 ${date} 的日报：当天未跑批，或您当天名下没有客户。不填日期即可查看最新一期。`,
    noDigestYet: '您还没有日报：日报由夜间批处理为名下有客户的经理生成。',
    delivered: (sent: number, skipped: number, failed: number) =>
      `已发送 ${sent} 条，暂缓 ${skipped} 条，失败 ${failed} 条。`,
  },
);
