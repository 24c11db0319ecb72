import { expect, test } from 'vitest';
import { mayApprove, reachOf } from '../../src/domain/actor.ts';
import { ASSET_LINES, PRODUCT_LINES, tierRank, tierSteps } from '../../src/domain/client.ts';

test('seven product lines are assets, of thirteen', () => {
  expect(ASSET_LINES).toHaveLength(7);
  expect(new Set(PRODUCT_LINES).size).toBe(13);
});

test('tiers have a rank on the ladder of their own kind only', () => {
  expect(tierRank('individual', 'premier')).toBe(4);
  expect(tierRank('corporate', 'premier')).toBe(-1);
  expect(tierSteps('individual', 'premier', 'quality')).toBe(-2);
  expect(tierSteps('corporate', 'class_3', 'class_1')).toBe(2);
});

test('managers see their own book, heads their branch, compliance the bank; compliance approves nothing', () => {
  expect(reachOf('relationship_manager')).toBe('own');
  expect(reachOf('branch_head')).toBe('branch');
  expect(reachOf('compliance')).toBe('bank');
  expect(mayApprove('relationship_manager')).toBe(false);
  expect(mayApprove('branch_head')).toBe(true);
  expect(mayApprove('compliance')).toBe(false);
});
