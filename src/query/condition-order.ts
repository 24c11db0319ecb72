/** Decides the one order in which a plan lists its conditions, so that the order of words does not matter. */
import { FIELD_KEYS } from './field-keys.ts';
import { type Condition, fieldsIn } from './query-plan.ts';

/** Each condition once, in the catalog's order. */
export const inOrder = (conditions: readonly Condition[]): Condition[] => {
  const once = new Map(conditions.map((condition) => [JSON.stringify(condition), condition]));
  const rank = (condition: Condition): number =>
    FIELD_KEYS.indexOf(fieldsIn([condition])[0] ?? 'clientId');
  return [...once]
    .sort(([textA, a], [textB, b]) => rank(a) - rank(b) || (textA < textB ? -1 : 1))
    .map(([, condition]) => condition);
};
