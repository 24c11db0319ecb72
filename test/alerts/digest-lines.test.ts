import { expect, test } from 'vitest';
import type { Digest } from '../../src/alerts/digest.ts';
import { digestLines } from '../../src/alerts/digest-lines.ts';
import type { Reason } from '../../src/tiering/reason.ts';

const REASONS: Reason[] = [
  { code: 'R02', points: 20, values: { days: 50 } },
  { code: 'R07', points: 15, values: { severe: true } },
  { code: 'R08', points: 8, values: { csat: 1, daysAgo: 9 } },
];

const digest: Digest = {
  managerId: 'RM001',
  managerName: 'Ada',
  businessDate: '2026-11-20',
  currency: 'CNY',
  bookSize: 600,
  headline: [
    { kind: 'tier_change', count: 1 },
    { kind: 'churn_risk', count: 1 },
  ],
  entries: [
    {
      clientId: 'C1',
      clientName: '陈雅婷',
      tier: 'key',
      aumMinor: '60000000',
      valueAtRiskMinor: '48000000',
      priority: 1,
      actToday: true,
      coveredForName: null,
      alerts: [
        {
          alertId: 'churn_risk:2026-11-20',
          kind: 'churn_risk',
          severity: 'red',
          priority: 1,
          openedOn: '2026-11-20',
          fact: { kind: 'churn_risk', score: 80, band: 'high', rise: 25, reasons: REASONS },
        },
        {
          alertId: 'tier_change:2026-11-20',
          kind: 'tier_change',
          severity: 'yellow',
          priority: 2,
          openedOn: '2026-11-20',
          fact: { kind: 'tier_change', from: 'premier', to: 'key', direction: 'down' },
        },
      ],
    },
  ],
  moreCount: 17,
};

test('a digest reads in English', () => {
  expect(digestLines(digest, 'en')).toEqual([
    'Your digest for 2026-11-20: Tier changes: 1 · Churn risks: 1',
    'Act today',
    '- 陈雅婷 (C1, Key) · Churn risk high (80 points, up 25 in a week): no salary for 50 days; it used to come every month; a severe complaint is open · Down from Premier to Key · CN¥480K at risk',
    '17 more clients not listed',
    'Data as of 2026-11-20 · 600 clients in your book',
  ]);
});

test('a digest reads in Chinese', () => {
  expect(digestLines(digest, 'zh-CN')).toEqual([
    '2026-11-20 客户日报：等级变动 1 项 · 流失风险 1 项',
    '今日优先处理',
    '- 陈雅婷 (C1, 重点) · 流失风险高（80 分，一周上升 25 分）：代发工资已中断 50 天，此前按月入账；有重大投诉尚未办结 · 等级下调：高端 → 重点 · 风险金额 ¥48万',
    '另有 17 位客户未列出',
    '数据日期：2026-11-20 · 名下客户 600 位',
  ]);
});

test('a silent day is one line with the data date', () => {
  const silent = { ...digest, headline: [], entries: [], moreCount: 0 };
  expect(digestLines(silent, 'en')).toEqual([
    'Nothing new for your 600 clients. Data as of 2026-11-20.',
  ]);
  expect(digestLines(silent, 'zh-CN')).toHaveLength(1);
});
