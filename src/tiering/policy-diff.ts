/** Decides what differs between two policies: each number that was changed, added or removed, by its place. */
import type { PolicyDocument } from './policy-document.ts';
import { placeText } from './policy-file.ts';

type Leaf = string | number | boolean | null;
/** null on one side = that policy does not have it. */
export type PolicyChange = { path: string; from: Leaf; to: Leaf };

/** An entry of a list is called by its tier or band where it has one, so that sorting changes nothing. */
const entryName = (value: unknown, index: number): string | number => {
  const entry = (value ?? {}) as Record<string, unknown>;
  const name = entry.tier ?? entry.band ?? entry.code;
  return typeof name === 'string' ? name : index;
};

const leavesOf = (value: unknown, path: (string | number)[]): [string, Leaf][] => {
  if (Array.isArray(value))
    return value.flatMap((each, i) => leavesOf(each, [...path, entryName(each, i)]));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
  return value === undefined ? [] : [[placeText(path), value as Leaf]];
};

/** In the order of the newer file, what it no longer has last; the same policy twice gives nothing. */
export const diffPolicies = (from: PolicyDocument, to: PolicyDocument): PolicyChange[] => {
  const before = new Map(leavesOf(from, []));
  const after = new Map(leavesOf(to, []));
  const changed = [...after]
    .filter(([path, value]) => !before.has(path) || before.get(path) !== value)
    .map(([path, value]) => ({ path, from: before.get(path) ?? null, to: value }));
  const removed = [...before]
    .filter(([path]) => !after.has(path))
    .map(([path, value]) => ({ path, from: value, to: null }));
  return [...changed, ...removed];
};
