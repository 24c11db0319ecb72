import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writePolicyWithCard } from '../../src/calibrate/write-policy.ts';
import { parsePolicyText } from '../../src/tiering/policy.ts';
import { diffPolicies } from '../../src/tiering/policy-diff.ts';
import { parseScorecard } from '../../src/tiering/scorecard/scorecard.ts';
import { policyText } from '../tiering/facts-of.ts';

const example = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../examples/xiamen/${name}`, import.meta.url)), 'utf8');

const written = (): string => {
  const card = parseScorecard(example('churn-scorecard.yaml'));
  if (!card.ok) throw new Error(card.problem.en);
  return writePolicyWithCard({
    base: policyText,
    card: card.value,
    version: 'xiamen-calibrated-1',
    data: 'Xiamen bank (DataCastle 2020), 69,126 individuals, third quarter of 2019',
    author: 'Bellwether',
    appliesTo: ['individual'],
  });
};

const documentOf = (text: string) => {
  const document = parsePolicyText(text);
  if (!document.ok) throw new Error(document.problem.en);
  return document.value;
};

describe('the calibrated policy that is shipped', () => {
  test('is the shipped policy with the shipped scorecard in it, byte for byte', () => {
    expect(example('policy.yaml')).toBe(written());
  });

  test('differs from the shipped policy in its name and in the scorecard alone', () => {
    const changes = diffPolicies(documentOf(policyText), documentOf(example('policy.yaml')));
    const others = changes.filter(({ path }) => !path.startsWith('churn.scorecard.'));
    expect(others).toEqual([
      { path: 'version', from: 'standard-cny-1', to: 'xiamen-calibrated-1' },
      { path: 'churn.decided_by', from: null, to: 'scorecard' },
    ]);
    expect(changes.length).toBeGreaterThan(100);
  });

  test('says what its points come from: data, method, day and hash', () => {
    const { provenance } = documentOf(example('policy.yaml')).churn.scorecard ?? {};
    expect(provenance).toMatchObject({
      calibratedOn: '2026-11-21',
      dataSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      auc: 0.8683,
    });
  });
});
