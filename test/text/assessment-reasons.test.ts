import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/domain/actor.ts';
import { assessmentReasonText, reasonSentence } from '../../src/text/assessment-reasons.ts';
import { clientReasonSentence } from '../../src/text/client-safe-reasons.ts';
import { assessClient } from '../../src/tiering/assess-client.ts';
import { CHURN_LINES } from '../../src/tiering/churn/card.ts';
import type { Behaviour } from '../../src/tiering/scorecard/facts.ts';
import { average, date, factsOf, previousOf, standardPolicy } from '../tiering/facts-of.ts';
import { policyWithCard } from '../tiering/policy-with-card.ts';
import { factsOf as measured } from '../tiering/scorecard/facts-of.ts';

const policy = standardPolicy();
const say = (
  code: string,
  values: Record<string, string | number | boolean | null>,
  locale: Locale,
) => reasonSentence({ code, values }, locale, 'CNY');

describe('a reason in words', () => {
  test('exists for every line of the churn card', () => {
    for (const { code } of CHURN_LINES)
      expect(Object.keys(assessmentReasonText.en)).toContain(code);
  });

  test('tells the numbers that made it, in the reader’s language', () => {
    const values = { fallPct: 50, previousMinor: '1234567890', recentMinor: '617283945' };
    expect(say('R01', values, 'en')).toBe(
      'Average AUM fell by 50%, from CN¥12,345,678.90 to CN¥6,172,839.45.',
    );
    expect(say('R01', values, 'zh-CN')).toBe(
      '日均资产下降 50%，由 ¥12,345,678.90 降至 ¥6,172,839.45。',
    );
  });

  test('of a scorecard says the measure as people read it', () => {
    const values = {
      feature: 'fall_from_peak',
      unit: 'share',
      value: '5000',
      within: 'idle_days',
      withinUnit: 'days',
      withinValue: 'unknown',
    };
    expect(say('S02', values, 'en')).toBe(
      'Fall from the highest month-end: 50.0%, read with Days since the last transaction not recorded.',
    );
    expect(say('S02', values, 'zh-CN')).toBe(
      '较月末最高存款降幅：50.0%（距最近一次交易天数 无记录）。',
    );
  });

  test('of a scorecard tells the client what is looked at, and nothing of risk', () => {
    const reason = { code: 'S02', values: { feature: 'fall_from_peak' } };
    expect(clientReasonSentence(reason, 'en', 'CNY')).toBe(
      'To decide when to get in touch with you, we look among other things at this: Fall from the highest month-end.',
    );
    expect(clientReasonSentence(reason, 'zh-CN', 'CNY')).toContain('较月末最高存款降幅');
    expect(clientReasonSentence({ code: 'churn_sum', values: {} }, 'en', 'CNY')).toBeNull();
  });

  test.each(['en', 'zh-CN'] as const)(
    'never shows a hole in %s, whatever an assessment says',
    (locale) => {
      const worst = factsOf({
        avg3: average(100_000),
        recent: { sumMinor: 30n, days: 30 },
        before: { sumMinor: 9_000n, days: 90 },
        endedProducts: 2,
        openComplaint: 'severe',
        csat: 1,
        csatDaysAgo: 4,
        contactGapDays: 400,
        aumMinor: 100n,
        aumBeforeMinor: 100n,
        sentElsewhereMinor: 90n,
        maturingMinor: 90n,
        loginDaysBefore: 60,
        idleDays: 300,
        salaryDaysAgo: [50, 80, 110],
        transactionDaysAgo: [100, 110, 120, 130, 140, 150],
        newProducts: 1,
        productLines: ['loan'],
        override: { tier: 'premier', validTo: date('2026-05-01') },
      });
      const previous = previousOf({ decidedTier: 'key', inForceTier: 'key', monthsBelow: 2 });
      const corporate = factsOf({
        kind: 'corporate',
        targetCreditMinor: 10n ** 12n,
        freshFeeds: new Set(),
      });
      const reasons = [
        ...assessClient(worst, policy, date('2026-03-31'), previous).reasons,
        ...assessClient(worst, policy, date('2026-03-31'), previousOf()).reasons,
        ...assessClient(worst, policy, date('2026-03-30'), previous).reasons,
        ...assessClient(worst, policy, date('2026-03-31'), { ...previous, monthsBelow: 0 }).reasons,
        ...assessClient(worst, policy, date('2026-03-31'), {
          ...previous,
          promotedOn: date('2026-01-31'),
        }).reasons,
        ...assessClient(factsOf({ avg3: average(280_000) }), policy, date('2026-03-31'), previous)
          .reasons,
        ...assessClient(corporate, policy, date('2026-03-31'), null).reasons,
        ...assessClient({ ...corporate, targetCreditMinor: null }, policy, date('2026-03-31'), null)
          .reasons,
        ...assessClient(
          factsOf({ avg3: average(400_000), contribution12mMinor: 50_000n }),
          policy,
          date('2026-03-30'),
          previousOf(),
        ).reasons,
      ];
      const unrecorded = { ...measured().behaviour, idleDays: null } as Behaviour;
      const scorecards = [measured(), measured({ behaviour: unrecorded })];
      for (const scorecard of scorecards)
        for (const decidedBy of ['expert', 'scorecard'] as const) {
          const facts = factsOf({ aumMinor: 5_000_000n, scorecard });
          const cards = policyWithCard({ decidedBy });
          reasons.push(...assessClient(facts, cards, date('2026-03-31'), null).reasons);
        }
      const keyOf = (code: string) => (/^S\d\d$/.test(code) ? 'score_line' : code);
      const said = new Set(reasons.map((reason) => keyOf(reason.code)));
      expect([...said].sort()).toEqual(Object.keys(assessmentReasonText[locale]).sort());
      for (const reason of reasons)
        expect(reasonSentence(reason, locale, 'CNY')).not.toMatch(/undefined|null|NaN|[a-z]_[a-z]/);
    },
  );
});
