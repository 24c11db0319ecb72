/** Makes a plan of what is asked about one client. */
import { type Condition, fieldsIn, type Span, simpleOf } from '../query-plan.ts';
import { type Assembly, checked, itemsOf, left, unique } from './assembly.ts';
import type { Item } from './items.ts';
import type { Parts } from './parts.ts';
import { EMPTY_PLAN } from './plans.ts';

/** "What does the household of Li Na hold": the word for holding stands behind the household. */
const holdsTogether = (items: readonly Item[]): boolean => {
  const at = items.findIndex((item) => item.type === 'field' && item.field === 'household');
  return at >= 0 && items.slice(at).some(({ type }) => type === 'has');
};

/** The spans over which it is asked what happened: "how often did I visit Wu Jie this year". */
const spansOf = (conditions: readonly Condition[]): Span[] => {
  const spans = conditions
    .flatMap(simpleOf)
    .flatMap((one) => (one.op !== 'moved' && 'period' in one && one.period ? [one.period] : []));
  return [...new Map(spans.map((span) => [JSON.stringify(span), span])).values()];
};

/** One client: every field or code that is named is what is asked about it. */
export const oneClient = (parts: Parts, items: readonly Item[]): Assembly => {
  const reference = parts.references[0];
  const strange = itemsOf(parts).filter(({ type }) => type !== 'measure');
  const doing = items.filter(({ type }) => type === 'howMany' || type === 'share');
  if (!reference || parts.references.length > 1) return left(...parts.references.slice(1));
  if (strange.length > 0 || doing.length > 0) return left(...strange, ...doing);
  const show = unique([
    ...fieldsIn(parts.conditions),
    ...(items.some(({ type }) => type === 'move' || type === 'dropped') ? (['tier'] as const) : []),
    ...parts.fields.map(({ field }) => field),
    ...items.flatMap((item) => (item.type === 'event' ? [item.field] : [])),
    ...parts.shown,
    ...parts.measures.map(({ field }) => field),
  ]);
  if (holdsTogether(items) && !show.includes('householdAum')) show.push('householdAum');
  const told = show.includes('householdAum') ? show.filter((key) => key !== 'household') : show;
  const kind = parts.marks.has('why') ? 'explain' : 'client';
  const client = { by: reference.by, text: reference.text };
  const spans = spansOf(parts.conditions);
  if (spans.length > 1) return left(...items.filter(({ type }) => type === 'condition'));
  const over = spans[0] ? { period: spans[0] } : {};
  return checked({ ...EMPTY_PLAN, kind, show: told, client, ...over }, items);
};
