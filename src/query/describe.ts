/** Says in a sentence how a question was read; the sentence, asked again, gives the same plan. */
import type { Locale } from '../domain/actor.ts';
import { fieldOf } from './catalog.ts';
import { describeCondition, nameOf, spanOf, type Teller, tellerOf } from './describe-condition.ts';
import type { FieldKey } from './field-keys.ts';
import type { Measure, QueryPlan } from './query-plan.ts';

export { codeName, fieldName } from './describe-condition.ts';

const describeMeasure = (teller: Teller, { of, field }: Measure): string =>
  teller.words[of](nameOf(teller, field));

const headOf = (teller: Teller, plan: QueryPlan): string => {
  const { words } = teller;
  const where = plan.where.map((condition) => describeCondition(teller, condition));
  const measures = plan.measures.map((measure) => describeMeasure(teller, measure));
  const names = (keys: readonly FieldKey[]): string[] => keys.map((key) => nameOf(teller, key));
  const client = plan.client?.text ?? '';
  switch (plan.kind) {
    case 'list':
      return words.clients(plan.limit, where);
    case 'count':
      return words.count(where);
    case 'aggregate':
      return words.measures(measures, where);
    case 'share':
      return plan.measures[0]
        ? words.shareOf(nameOf(teller, plan.measures[0].field), where)
        : words.share(where);
    case 'groups':
      return words.groups(names(plan.groupBy), measures, where);
    case 'client':
      return words.client(client, names(plan.show));
    case 'explain':
      return words.explain(client, names(plan.show));
  }
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The day, the span and the comparison of the whole plan. */
const timesOf = (teller: Teller, { asOf, period, versus, series }: QueryPlan): string[] => {
  const { words } = teller;
  const then = versus?.period ? spanOf(teller, versus.period) : versus?.asOf;
  return [
    ...(asOf ? [words.allAsOf(asOf)] : []),
    ...(period ? [words.over(spanOf(teller, period))] : []),
    ...(then ? [words.versus(then)] : []),
    ...(series ? [words.series(series.unit, spanOf(teller, series))] : []),
  ];
};

const sortOf = (teller: Teller, { sort }: QueryPlan): string[] => {
  if (!sort) return [];
  const dated = fieldOf(sort.field).type === 'date';
  return [teller.words.sorted(nameOf(teller, sort.field), sort.direction, dated)];
};

/** The interpretation of a plan in the asker's language. */
export const describe = (plan: QueryPlan, locale: Locale, currency: string): string => {
  const teller = tellerOf(locale, currency);
  const { words } = teller;
  const names = (keys: readonly FieldKey[]): string[] => keys.map((key) => nameOf(teller, key));
  const among = (plan.among ?? []).map((condition) => describeCondition(teller, condition));
  const base = among.length > 0 ? words.among(among) : '';
  const head = headOf(teller, plan);
  const parts = [
    base === '' ? head : words.ofThose(head, base),
    ...(plan.kind === 'share' && plan.groupBy.length > 0 ? [words.each(names(plan.groupBy))] : []),
    ...sortOf(teller, plan),
    ...(plan.kind === 'list' && plan.show.length > 0 ? [words.showing(names(plan.show))] : []),
    ...timesOf(teller, plan),
  ];
  return capitalised(words.join(parts));
};
