/** "Which client has the highest …" asks for one, "which clients have" for all of them in order. */
import type { QueryPlan } from '../query-plan.ts';
import type { Item, ItemType } from './items.ts';

const RANKED: readonly ItemType[] = ['rank', 'closest', 'nearTo'];
const SINGULAR = /^(?:client|customer|company|business|enterprise|corporate|individual)$/;
const PLURAL = /^(?:clients|customers|companies|businesses|enterprises|corporates|individuals)$/;
const NOUNS: readonly ItemType[] = ['clients', 'code', 'theOne'];

const WHO = /^(?:so |and )?who(?:'s| is| has| holds| owes| owns)(?: got)? (?:the|my) /;

const asksForOne = (items: readonly Item[], text: string): boolean => {
  const words = items
    .filter(({ type }) => NOUNS.includes(type))
    .map(({ type, start, end }) => (type === 'theOne' ? 'client' : text.slice(start, end)));
  if (WHO.test(text) && words.length === 0) return true;
  return words.some((word) => SINGULAR.test(word)) && !words.some((word) => PLURAL.test(word));
};

/** The plan with the limit that the words imply; they must rank, not merely sort. */
export const withImpliedLimit = (
  plan: QueryPlan,
  items: readonly Item[],
  text: string,
): QueryPlan => {
  if (plan.kind !== 'list' || plan.sort === null || plan.limit !== null) return plan;
  const ranked = items.some(({ type }) => RANKED.includes(type));
  return ranked && asksForOne(items, text) ? { ...plan, limit: 1 } : plan;
};
