import { expect, test } from 'vitest';
import { parsePolicyText } from '../../src/tiering/policy.ts';
import { diffPolicies } from '../../src/tiering/policy-diff.ts';
import { policyText } from './facts-of.ts';

const documentOf = (text: string) => {
  const document = parsePolicyText(text);
  if (!document.ok) throw new Error(document.problem.en);
  return document.value;
};
const shipped = documentOf(policyText);
const changed = (...pairs: [string, string][]) =>
  documentOf(pairs.reduce((text, [from, to]) => text.replace(from, to), policyText));

test('a policy does not differ from itself, nor when a list only lies in another order', () => {
  expect(diffPolicies(shipped, shipped)).toEqual([]);
  const contactCadence = [...shipped.contactCadence].reverse();
  expect(diffPolicies(shipped, { ...shipped, contactCadence })).toEqual([]);
});

test('each changed number is told by its place, with both values', () => {
  const other = changed(
    ['below: 50000 }', 'below: 60000 }'],
    ['floor: 50000,', 'floor: 60000,'],
    ['hold_months: 6', 'hold_months: 12'],
    ['days: null }', 'days: 365 }'],
  );
  expect(diffPolicies(shipped, other)).toEqual([
    { path: 'individual.potential.below', from: 50_000, to: 60_000 },
    { path: 'individual.quality.floor', from: 50_000, to: 60_000 },
    { path: 'decisions.hold_months', from: 6, to: 12 },
    { path: 'contact_cadence.mass.days', from: null, to: 365 },
  ]);
});

test('what is added or removed is told once, and the other way round with the sides exchanged', () => {
  const named = { ...shipped, tierNames: { key: { en: 'Gold', zh: '金质' } } };
  const there = diffPolicies(shipped, named);
  expect(there).toEqual([
    { path: 'tier_names.key.en', from: null, to: 'Gold' },
    { path: 'tier_names.key.zh', from: null, to: '金质' },
  ]);
  const back = diffPolicies(named, shipped);
  expect(back.map(({ path, from, to }) => ({ path, from: to, to: from }))).toEqual(there);
});
