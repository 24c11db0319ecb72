/** What is said of what may come: what keeps a tier, and how it would go on with other money. */
import { catalog } from './catalog.ts';

type Keeps = {
  tier: string;
  below: string;
  lacking: string;
  buffer: string;
  pct: number;
  months: number;
  needed: number;
  earliestOn: string;
  heldUntil: string | null;
};

export const outlookText = catalog(
  {
    keeps: (k: Keeps) =>
      `${k.lacking} more on average keeps ${k.tier}; month ${k.months} of ${k.needed} below the floor; earliest demotion to ${k.below} ${k.earliestOn}${k.heldUntil ? `, after the hold until ${k.heldUntil}` : ''}.`,
    buffer: (k: Keeps) =>
      `${k.buffer} more on average already prevents it: nobody is moved down from ${k.pct}% of the floor on.`,
    inBuffer: (k: Keeps) =>
      `At this average it will not come to that: it is not below ${k.pct}% of the floor.`,
    clientKeeps: (k: Keeps) =>
      `With ${k.lacking} more on average you keep ${k.tier}; otherwise it may change on ${k.earliestOn} at the earliest.`,
    notAfter: (on: string, businessDate: string) =>
      `${on} does not lie after the business date, ${businessDate}. Choose a later date for the money to move.`,
    amount: (text: string) =>
      `"${text}" is not an amount. Give a positive number of at most two decimals, or "half" for a withdrawal.`,
    nothingToDo: () => 'Say how much comes or goes: --deposit AMOUNT or --withdraw AMOUNT.',
    moves: (minor: string, on: string) => `If ${minor} moves on ${on}:`,
    table: 'Month-end | Average | Computed | In force | Months below | In force without it',
    moveTo: (on: string, from: string, to: string) =>
      `On ${on} the tier changes from ${from} to ${to}.`,
    noMove: (months: number) => `The tier stays as it is for ${months} months.`,
    without: (moves: string) => `Without it: ${moves}`,
  },
  {
    keeps: (k: Keeps) =>
      `日均再增加 ${k.lacking} 即可保持${k.tier}；目前连续低于起点 ${k.months} 个月末（满 ${k.needed} 个将下调）；最早于 ${k.earliestOn} 降至${k.below}${k.heldUntil ? `（升级保护期至 ${k.heldUntil}）` : ''}。`,
    buffer: (k: Keeps) => `日均再增加 ${k.buffer} 即可避免下调：不低于起点的 ${k.pct}% 不下调。`,
    inBuffer: (k: Keeps) => `按目前日均不会下调：未低于起点的 ${k.pct}%。`,
    clientKeeps: (k: Keeps) =>
      `日均再增加 ${k.lacking} 即可保持${k.tier}等级；否则最早可能于 ${k.earliestOn} 调整。`,
    notAfter: (on: string, businessDate: string) =>
      `${on} 不晚于业务日期 ${businessDate}，请选择之后的资金变动日期。`,
    amount: (text: string) =>
      `「${text}」不是有效金额。请填写不超过两位小数的正数；转出可填 half（一半）。`,
    nothingToDo: () => '请说明资金变动：--deposit 金额 或 --withdraw 金额。',
    moves: (minor: string, on: string) => `若于 ${on} 变动 ${minor}：`,
    table: '月末 | 日均 | 测算等级 | 生效等级 | 低于起点月数 | 不变动时生效等级',
    moveTo: (on: string, from: string, to: string) => `${on} 等级由${from}变为${to}。`,
    noMove: (months: number) => `${months} 个月内等级不变。`,
    without: (moves: string) => `若不变动：${moves}`,
  },
);
