import { describe, expect, test } from 'vitest';
import { checkPolicyText } from '../../../src/tiering/policy.ts';
import { policyText } from '../facts-of.ts';
import { textWithCard } from '../policy-with-card.ts';

const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split('\n').length;

describe('a scorecard in a policy', () => {
  test('is accepted when its bins, cells, codes and bands are whole', () => {
    expect(checkPolicyText(textWithCard)).toEqual([]);
  });

  test.each([
    ['edges fall', 'edges: [1000, 50000]', 'edges: [50000, 1000]', 'lie above'],
    ['two edges are equal', 'edges: [1000, 50000]', 'edges: [1000, 1000]', 'lie above'],
    ['a bin has no points', 'points: [45, 10, -20]', 'points: [45, 10]', '3 bins'],
    ['there are points for no bin', 'points: [45, 10, -20]', 'points: [45, 10, 1, 2]', '3 bins'],
    ['points are not whole', 'points: [45, 10, -20]', 'points: [45, 10.5, -20]', 'int'],
    [
      'an edge is finer than a cent',
      'edges: [1000, 50000]',
      'edges: [1000.001, 50000]',
      '2 decimal',
    ],
    ['an edge of days is not whole', 'edges: [91]', 'edges: [91.5]', '0 decimal'],
    ['a cell is missing', '          - { edges: [], points: [3] }\n', '', '3'],
    ['"not recorded" has no points', ', unknown: -9 }', ' }', 'unknown'],
    ['"not recorded" cannot be', '-20] }', '-20], unknown: 3 }', 'unknown'],
    ['a measure does not exist', 'feature: fall_from_peak', 'feature: wealth', 'wealth|Invalid'],
    ['a code is skipped', 'code: S02', 'code: S04', 'S02'],
    ['bands leave a hole', 'below: 40, predicted', 'below: 35, predicted', 'hole'],
    ['bands overlap', 'below: 40, predicted', 'below: 45, predicted', 'overlap'],
    [
      'a band is missing',
      '      - { band: watch, floor: 20, below: 40, predicted_pct: 6, observed_pct: 6 }\n',
      '',
      'watch',
    ],
    [
      'it is in another currency',
      'version: test-card-1\n    currency: CNY',
      'version: test-card-1\n    currency: USD',
      'USD',
    ],
    [
      'the data have no hash',
      `data_sha256: ${'0a'.repeat(32)}`,
      'data_sha256: none',
      'data_sha256',
    ],
  ])('is refused where %s, with the line', (_name, from, to, words) => {
    expect(textWithCard).toContain(from);
    const [first] = checkPolicyText(textWithCard.replace(from, to));
    expect(first?.en).toMatch(new RegExp(words));
    const at = lineOf(textWithCard, '  scorecard:');
    expect(first?.line).toBeGreaterThanOrEqual(at);
    expect(first?.zh).toContain(`${first?.line}`);
  });

  test('names the very line of an edge', () => {
    const spoilt = textWithCard.replace('edges: [50], points', 'edges: [50, 20], points');
    const [first] = checkPolicyText(spoilt);
    expect(first?.line).toBe(lineOf(spoilt, 'edges: [50, 20]'));
    expect(first?.en).toContain('churn.scorecard.lines[2].cells[1].edges[2]');
  });

  test('is needed where it is to decide', () => {
    const [first] = checkPolicyText(`${policyText}\n  decided_by: scorecard\n`);
    expect(first?.en).toContain('churn.decided_by');
    expect(checkPolicyText(`${policyText}\n  decided_by: expert\n`)).toEqual([]);
  });
});
