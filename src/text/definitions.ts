/** The definitions that an answer states, with the numbers that were in force. */
import { catalog } from './catalog.ts';

const days = (from: number, to: number | null): string =>
  to === null ? `> ${from}` : `${from}–${to}`;

export const definitionText = catalog(
  {
    activity: (state: string, from: number, to: number | null, on: string) =>
      `${state} = no client-initiated transaction for ${days(from, to)} days as of ${on}`,
    highValue: (tiers: string) => `high-value = in-force tier ${tiers}`,
    tier: 'tier = the tier in force: a live override, else the last decision on a month-end',
    computedTier: 'computed tier = what policy says of today’s figures, not yet decided',
    aum: (on: string) =>
      `AUM = deposits and investments on ${on}; loans, mortgages and cards are not counted`,
    avg3: (from: string, to: string) =>
      `three-month average AUM = mean of day-end AUM ${from} to ${to}`,
    noContact: 'not contacted = no two-way contact in the period; never contacted is included',
    contactGap: 'contact gap = days since the last two-way contact; if never, since onboarding',
    noTransaction: 'no transaction = none that the client initiated; not recorded is left out',
    churn: (score: string) => `churn risk bands by score: ${score}`,
    scorecard: (version: string) =>
      `churn score = points of the calibrated scorecard ${version}; the expert card is a second opinion`,
    valueAtRisk: 'value at risk = churn score ÷ 100 × AUM (a corporate: its 12-month contribution)',
    lifecycle: 'lifecycle = the stage that the policy gives on the data date',
    nextTierGap: 'gap to next tier = what the three-month average lacks for the next tier',
    productCount: 'products = product lines with an open account, whatever the balance',
    watch: 'on watch = the flag 重点关注 beside the tier, never a tier',
    closedOut: 'closed clients are left out',
    series:
      'each figure is that of the end of its month or quarter, the last one of the last day, for the clients of today',
    newClients: 'onboarded = the day of opening the relationship',
    idleDays:
      'idle days = days since the last client-initiated transaction; if never, since onboarding',
  },
  {
    activity: (state: string, from: number, to: number | null, on: string) =>
      `${state} = 截至${on}，客户主动交易已中断${to === null ? `超过${from}` : `${from}–${to}`}天`,
    highValue: (tiers: string) => `高价值 = 生效等级为${tiers}`,
    tier: '等级 = 生效等级：有效的人工调整优先，否则为最近一次月末评定',
    computedTier: '测算等级 = 按当日数据和政策测算、尚未评定的等级',
    aum: (on: string) => `资产 = ${on}的存款与投资类资产之和，不含贷款、按揭和信用卡`,
    avg3: (from: string, to: string) => `三个月日均资产 = ${from}至${to}的日终资产平均值`,
    noContact: '没有联系 = 期间内没有双向联系；从未联系的也计入',
    contactGap: '联系间隔 = 距最近一次双向联系的天数；从未联系的自开户日起算',
    noTransaction: '没有交易 = 客户没有主动发起的交易；未记录的不计入',
    churn: (score: string) => `流失风险按评分分档：${score}`,
    scorecard: (version: string) => `流失评分取自校准评分卡 ${version}，专家评分卡作为参考意见`,
    valueAtRisk: '风险金额 = 流失评分 ÷ 100 × 资产（对公客户为十二个月综合贡献）',
    lifecycle: '生命周期 = 数据日按政策划分的阶段',
    nextTierGap: '升级差额 = 三个月日均资产距上一等级门槛的差额',
    productCount: '产品 = 账户未关闭的产品种类，不论余额',
    watch: '重点关注 = 等级之外的标记，不是等级',
    closedOut: '不含已销户客户',
    series: '各期数值取期末日，最后一期取所问的最后一天；客户范围以今天为准',
    newClients: '开户 = 建立客户关系之日',
    idleDays: '未动账天数 = 距客户最近一次主动交易的天数；从未交易的自开户日起算',
  },
);
