import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { freshFeeds } from '../../src/tiering/fresh-feeds.ts';
import { checkPolicyText, parsePolicyText } from '../../src/tiering/policy.ts';
import { date, policyText, standardPolicy } from './facts-of.ts';

const berka = readFileSync(new URL('../../examples/berka/policy.yaml', import.meta.url), 'utf8');
const changed = (from: string, to: string) => {
  expect(policyText).toContain(from);
  return checkPolicyText(policyText.replace(from, to)).map((problem) => problem.en);
};

describe('a policy file', () => {
  test('that is shipped has no mistakes, nor has the example', () => {
    expect(checkPolicyText(policyText)).toEqual([]);
    expect(checkPolicyText(berka)).toEqual([]);
  });

  test('states the basis of every number in a comment or in its block', () => {
    const floors = policyText.split('\n').filter((each) => each.includes('tier:'));
    expect(floors.filter((each) => !/\[(doc|src|ours)\]/.test(each))).toEqual([]);
  });

  test.each([
    ['floor: 50000,', 'floor: 10000,', 'individual[3]'],
    ['floor: 50000,', 'floor: 9000,', 'individual[3]'],
    ['{ tier: mass, floor: 0,', '{ tier: mass, floor: 1,', 'individual[1].floor'],
    ['tier: quality, floor', 'tier: key, floor', 'individual'],
    ['tier: class_2, floor', 'tier: premier, floor', 'corporate'],
    ['quiet_max_days: 180', 'quiet_max_days: 90', 'activity.quiet_max_days'],
    ['{ band: watch, floor: 20,', '{ band: watch, floor: 0,', 'churn.bands[2]'],
    ['{ at: 35, points: 20 }', '{ at: 55, points: 20 }', 'churn.lines.R01.steps[3]'],
    ['{ at: 35, points: 20 }', '{ at: 35, points: 40 }', 'churn.lines.R01.steps[3].points'],
    ['{ at: 50, points: 8 }', '{ at: 20, points: 8 }', 'churn.lines.R04.steps[2]'],
    ['{ tier: mass, days: null }', '{ tier: key, days: 30 }', '"mass"'],
    ['approver: to be named by the bank', 'approver: Bellwether', 'author and approver'],
    ['demotion_months: 3', 'demotion_months: three', 'decisions.demotion_months'],
    ['hold_months: 6', 'hold_moths: 6', 'decisions'],
    ['currency: CNY', 'currency: yuan', 'currency'],
  ])('with "%s" changed to "%s" names the place %s', (from, to, place) => {
    const problems = changed(from, to);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join('\n')).toContain(place);
  });

  // The staff grades of the documents had this hole: 80 and 90 in two bands, 70 to 80 in none.
  test.each([
    ['below: 40 }', 'below: 35 }', 'values from 35 to below 40 belong to no band'],
    ['below: 40 }', 'below: 45 }', 'values from 40 to below 45 belong to two bands'],
    ['floor: 40, below: 70 }', 'floor: 80, below: 70 }', '70 must lie above'],
    ['{ band: high, floor: 70 }', '{ band: high, floor: 80 }', '70 to below 80 belong to no band'],
    ['{ band: high, floor: 70 }', '{ band: high, floor: 70, below: 90 }', 'from 90 on'],
    ['below: 50000 }', 'below: 50001 }', 'values from 50000 to below 50001 belong to two bands'],
    ['contribution: 25 }', 'contribution: 30 }', 'add up to 105'],
    ['months_min: 3', 'months_min: 5', '5 is more than the 4'],
    ['hold_months: 6', 'hold_moths: 6', 'no field "hold_moths"'],
    ['  logins: 45', '  log_ins: 45', 'log_ins'],
    ['[trade_finance]', '[trade_financing]', 'needs.professional_lines[1]'],
  ])('with "%s" changed to "%s" says "%s" and the line', (from, to, words) => {
    const line = policyText.split('\n').findIndex((each) => each.includes(from)) + 1;
    const problems = checkPolicyText(policyText.replace(from, to));
    const found = problems.find((each) => each.en.includes(words));
    expect(found?.en).toContain(`line ${found?.line}`);
    expect(found?.zh).toContain(`第 ${found?.line} 行`);
    expect(found?.zh).not.toMatch(/Invalid|Unrecognized/);
    // A hole may be told at the band before it.
    expect([line - 1, line]).toContain(found?.line);
  });

  test('may call its tiers something else, each by a name of its own', () => {
    const named = (key: string) => `${policyText}
tier_names:
  premier: { en: Diamond, zh: 钻石 }
  key: { en: ${key}, zh: 金质 }
`;
    const document = parsePolicyText(named('Gold'));
    expect(document.ok && document.value.tierNames?.key).toEqual({ en: 'Gold', zh: '金质' });
    const [problem] = checkPolicyText(named('Diamond'));
    expect(problem).toMatchObject({ line: policyText.split('\n').length + 3 });
  });

  test('that is no YAML is refused with a sentence in both languages', () => {
    const [problem] = checkPolicyText('version: [');
    expect(problem?.code).toBe('policy_unreadable');
    expect(problem?.zh).toContain('策略文件');
  });

  test('reads floors as whole units of its own currency', () => {
    const document = parsePolicyText(berka);
    expect(document.ok && document.value.currency).toBe('CZK');
    expect(standardPolicy().ladders.individual.map((rule) => rule.floorMinor)).toEqual([
      0n,
      1_000_000n,
      5_000_000n,
      30_000_000n,
      100_000_000n,
    ]);
  });
});

describe('a feed is fresh', () => {
  const on = date('2026-03-31');
  const fresh = (feed: string, through: string) =>
    [...freshFeeds(new Map([[feed, date(through)]]), standardPolicy(), on)].sort();

  test.each([
    ['contacts', '2026-02-28', ['contacts']],
    ['contacts', '2026-02-27', []],
    ['contacts', '2026-04-30', ['contacts']],
    ['transactions', '2026-03-24', ['salary', 'transactions']],
    ['transactions', '2026-03-23', []],
    ['salary', '2026-03-31', ['salary']],
    ['campaigns', '2026-03-31', []],
  ])('%s through %s: %o', (feed, through, expected) => {
    expect(fresh(feed, through)).toEqual(expected);
  });
});
