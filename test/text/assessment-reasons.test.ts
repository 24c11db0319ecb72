import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/domain/actor.ts';
import { assessmentReasonText, reasonSentence } from '../../src/text/assessment-reasons.ts';
import { assessClient } from '../../src/tiering/assess-client.ts';
import { CHURN_LINES } from '../../src/tiering/churn/card.ts';
import { average, date, factsOf, previousOf, standardPolicy } from '../tiering/facts-of.ts';

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
      'Average AUM fell by 50 %, from CN¥12,345,678.90 to CN¥6,172,839.45.',
    );
    expect(say('R01', values, 'zh-CN')).toBe(
      '日均资产下降 50%，由 ¥12,345,678.90 降至 ¥6,172,839.45。',
    );
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
      const said = new Set(reasons.map((reason) => reason.code));
      expect([...said].sort()).toEqual(Object.keys(assessmentReasonText[locale]).sort());
      for (const reason of reasons)
        expect(reasonSentence(reason, locale, 'CNY')).not.toMatch(/undefined|null|NaN|[a-z]_[a-z]/);
    },
  );
});
