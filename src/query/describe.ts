/** Says in a sentence how a question was read; the sentence, asked again, gives the same plan. */
import type { Locale } from '../domain/actor.ts';
import { queryText } from '../text/query.ts';
import { type CatalogField, fieldOf } from './catalog.ts';
import type { FieldKey } from './field-keys.ts';
import type { Condition, Measure, QueryPlan } from './query-plan.ts';

type Words = (typeof queryText)[Locale];
type Teller = { words: Words; locale: Locale; currency: string };

const CURRENCY_WORDS: Record<string, string> = { CNY: '元' };

const nameOf = (teller: Teller, key: FieldKey): string => fieldName(key, teller.locale);

/** What a field is called within a sentence; English names begin small unless they are abbreviations. */
export const fieldName = (key: FieldKey, locale: Locale): string => {
  const { name } = fieldOf(key);
  if (locale === 'zh-CN') return name.zh;
  return /^[A-Z][a-z]/.test(name.en) ? name.en.charAt(0).toLowerCase() + name.en.slice(1) : name.en;
};

/** What a code is called; the code itself where the catalog names none. */
export const codeName = (field: CatalogField, code: string, locale: Locale): string => {
  const names = locale === 'zh-CN' ? field.codeNames.zh : field.codeNames.en;
  return names[code] ?? code;
};

const amountOf = ({ locale, currency }: Teller, key: FieldKey, value: number): string => {
  const text = new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);
  const chinese = locale === 'zh-CN';
  const { type } = fieldOf(key);
  if (type === 'money')
    return chinese && CURRENCY_WORDS[currency]
      ? `${text}${CURRENCY_WORDS[currency]}`
      : `${text} ${currency}`;
  if (type === 'days') return chinese ? `${text}天` : `${text} days`;
  if (type === 'points') return chinese ? `${text}分` : `${text} points`;
  return text;
};

const coded = (teller: Teller, condition: Extract<Condition, { op: 'in' }>): string => {
  const { words, locale } = teller;
  const field = fieldOf(condition.field);
  const codes = words.or(
    condition.codes.map((code) => codeName(field, code, locale).toLowerCase()),
  );
  if (field.type === 'codes') return condition.is ? words.holds(codes) : words.holdsNot(codes);
  const name = nameOf(teller, condition.field);
  return condition.is ? words.is(name, codes) : words.isNot(name, codes);
};

const shift = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

const periodOf = (words: Words, from: string | null, to: string | null): string | null => {
  if (from !== null && to !== null) return words.period(from, to);
  if (from !== null) return words.after(shift(from, -1));
  return to === null ? null : words.before(shift(to, 1));
};

const eventOf = ({ locale }: Teller, key: FieldKey, plain: boolean): string => {
  const { eventWords } = fieldOf(key);
  if (locale === 'zh-CN') return eventWords.zh[0] ?? '';
  return (plain ? eventWords.en.find((word) => !word.endsWith('ed')) : eventWords.en[0]) ?? '';
};

const happened = (teller: Teller, condition: Extract<Condition, { op: 'within' }>): string => {
  const { words } = teller;
  const { field, is, from, to } = condition;
  const period = periodOf(words, from, to);
  const name = nameOf(teller, field);
  const recurs = fieldOf(field).whenNull === 'never';
  if (period === null && field === 'closedOn') return is ? words.closed : words.notClosed;
  if (period === null) {
    const event = eventOf(teller, field, false);
    return is ? words.ever(event) : words.never(event);
  }
  if (is) return words.dated(name, period);
  return recurs && from !== null && to === null
    ? words.noEvent(eventOf(teller, field, true), from)
    : words.notDated(name, period);
};

/** One condition in words. */
const describeCondition = (teller: Teller, condition: Condition): string => {
  const { words } = teller;
  const name = nameOf(teller, condition.field);
  const amount = (value: number): string => amountOf(teller, condition.field, value);
  const bare = (value: number): string =>
    fieldOf(condition.field).type === 'money'
      ? amount(value)
      : new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);
  switch (condition.op) {
    case 'in':
      return coded(teller, condition);
    case 'flag':
      return condition.is ? words.flag(name) : words.notFlag(name);
    case 'within':
      return happened(teller, condition);
    case 'between': {
      const [from, to] = [bare(condition.from), bare(condition.to)];
      return condition.is ? words.between(name, from, to) : words.notBetween(name, from, to);
    }
    default:
      return words[condition.op](name, amount(condition.value));
  }
};

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
      return words.share(where);
    case 'groups':
      return words.groups(names(plan.groupBy), measures, where);
    case 'client':
      return words.client(client, names(plan.show));
    case 'explain':
      return words.explain(client, names(plan.show));
  }
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The interpretation of a plan in the asker's language. */
export const describe = (plan: QueryPlan, locale: Locale, currency: string): string => {
  const teller = { words: queryText[locale], locale, currency };
  const parts = [headOf(teller, plan)];
  if (plan.sort) {
    const { field, direction } = plan.sort;
    const dated = fieldOf(field).type === 'date';
    parts.push(teller.words.sorted(nameOf(teller, field), direction, dated));
  }
  if (plan.kind === 'list' && plan.show.length > 0)
    parts.push(teller.words.showing(plan.show.map((key) => nameOf(teller, key))));
  return capitalised(teller.words.join(parts));
};
