/** Says one condition of a plan in words that mean the same condition when they are asked. */
import type { Locale } from '../domain/actor.ts';
import { queryText } from '../text/query.ts';
import { type CatalogField, fieldOf } from './catalog.ts';
import type { FieldKey } from './field-keys.ts';
import type { Condition, SimpleCondition, Span } from './query-plan.ts';

type Words = (typeof queryText)[Locale];
export type Teller = { words: Words; locale: Locale; currency: string };

export const tellerOf = (locale: Locale, currency: string): Teller => ({
  words: queryText[locale],
  locale,
  currency,
});

const CURRENCY_WORDS: Record<string, string> = { CNY: '元' };

/** What a field is called within a sentence; English names begin small unless they are abbreviations. */
export const fieldName = (key: FieldKey, locale: Locale): string => {
  const { name } = fieldOf(key);
  if (locale === 'zh-CN') return name.zh;
  return /^[A-Z][a-z]/.test(name.en) ? name.en.charAt(0).toLowerCase() + name.en.slice(1) : name.en;
};

export const nameOf = (teller: Teller, key: FieldKey): string => fieldName(key, teller.locale);

/** What a code is called; the code itself where the catalog names none. */
export const codeName = (field: CatalogField, code: string, locale: Locale): string => {
  const names = locale === 'zh-CN' ? field.codeNames.zh : field.codeNames.en;
  return names[code] ?? code;
};

const numberText = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);

const amountOf = ({ locale, currency }: Teller, key: FieldKey, value: number): string => {
  const text = numberText(value);
  const chinese = locale === 'zh-CN';
  const { type } = fieldOf(key);
  if (type === 'money')
    return chinese && CURRENCY_WORDS[currency]
      ? `${text}${CURRENCY_WORDS[currency]}`
      : `${text} ${currency}`;
  if (type === 'percent') return `${text}%`;
  if (type === 'days') return chinese ? `${text}天` : `${text} days`;
  if (type === 'points') return chinese ? `${text}分` : `${text} points`;
  return text;
};

/** Of the spellings of one value only the one that has a name is told. */
const told = (field: CatalogField, codes: readonly string[]): readonly string[] => {
  const named = codes.filter((code) => field.codeNames.en[code]);
  return field.type === 'text' && named.length > 0 ? named : codes;
};

const codesOf = ({ words, locale }: Teller, key: FieldKey, codes: readonly string[]): string =>
  words.or(
    told(fieldOf(key), codes).map((code) => codeName(fieldOf(key), code, locale).toLowerCase()),
  );

const coded = (teller: Teller, condition: Extract<Condition, { op: 'in' }>): string => {
  const { words } = teller;
  const field = fieldOf(condition.field);
  const codes = codesOf(teller, condition.field, condition.codes);
  if (condition.field === 'productLines')
    return condition.is ? words.holds(codes) : words.holdsNot(codes);
  const name = nameOf(teller, field.key);
  return condition.is ? words.is(name, codes) : words.isNot(name, codes);
};

const shift = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

const periodOf = (words: Words, from: string | null, to: string | null): string | null => {
  if (from !== null && to !== null) return words.period(from, to);
  if (from !== null) return words.after(shift(from, -1));
  return to === null ? null : words.before(shift(to, 1));
};

/** A span of days; without a beginning it is all that was before its end. */
export const spanOf = ({ words }: Teller, { from, to }: Span): string =>
  from === null ? words.upTo(to) : words.period(from, to);

const eventOf = ({ locale }: Teller, key: FieldKey, plain: boolean): string => {
  const { eventWords } = fieldOf(key);
  if (locale === 'zh-CN') return eventWords.zh[0] ?? '';
  return (plain ? eventWords.en.find((word) => !word.endsWith('ed')) : eventWords.en[0]) ?? '';
};

const everHappened = (teller: Teller, field: FieldKey, is: boolean): string => {
  const { words } = teller;
  if (field === 'closedOn') return is ? words.closed : words.notClosed;
  const event = eventOf(teller, field, false);
  const name = nameOf(teller, field);
  if (event === '') return is ? words.known(name) : words.notKnown(name);
  return is ? words.ever(event) : words.never(event);
};

const happened = (teller: Teller, condition: Extract<Condition, { op: 'within' }>): string => {
  const { words } = teller;
  const { field, is, from, to } = condition;
  const period = periodOf(words, from, to);
  if (period === null) return everHappened(teller, field, is);
  const name = nameOf(teller, field);
  if (is) return words.dated(name, period);
  const event = fieldOf(field).whenNull === 'never' ? eventOf(teller, field, true) : '';
  return event !== '' && from !== null && to === null
    ? words.noEvent(event, from)
    : words.notDated(name, period);
};

const moved = (teller: Teller, condition: Extract<Condition, { op: 'moved' }>): string => {
  const { words } = teller;
  const { field, is, direction, from, to, period } = condition;
  const codes = (given: string[] | null): string =>
    given === null ? '' : codesOf(teller, field, given);
  const say = is ? words.moved : words.notMoved;
  return say(
    nameOf(teller, field),
    words[direction],
    codes(from),
    codes(to),
    spanOf(teller, period),
  );
};

const plainCondition = (teller: Teller, condition: SimpleCondition): string => {
  const { words } = teller;
  const name = nameOf(teller, condition.field);
  const amount = (value: number): string => amountOf(teller, condition.field, value);
  const bare = (value: number): string =>
    ['money', 'percent'].includes(fieldOf(condition.field).type)
      ? amount(value)
      : numberText(value);
  switch (condition.op) {
    case 'in':
      return coded(teller, condition);
    case 'only': {
      const codes = codesOf(teller, condition.field, condition.codes);
      return condition.is ? words.holdsOnly(codes) : words.holdsNotOnly(codes);
    }
    case 'flag':
      return condition.is ? words.flag(name) : words.notFlag(name);
    case 'within':
      return happened(teller, condition);
    case 'known':
      return condition.is ? words.known(name) : words.notKnown(name);
    case 'text':
      return condition.is ? words.text(name, condition.text) : words.notText(name, condition.text);
    case 'moved':
      return moved(teller, condition);
    case 'between': {
      const [from, to] = [bare(condition.from), bare(condition.to)];
      return condition.is ? words.between(name, from, to) : words.notBetween(name, from, to);
    }
    default:
      return words[condition.op](name, amount(condition.value));
  }
};

type Time = { asOf?: string | undefined; period?: Span | undefined };

const timeOf = (condition: SimpleCondition): Time => {
  if (condition.op === 'moved') return {};
  return {
    asOf: 'asOf' in condition ? condition.asOf : undefined,
    period: 'period' in condition ? condition.period : undefined,
  };
};

/** With the day or the span in which it is read, where it has its own. */
const timed = (teller: Teller, text: string, { asOf, period }: Time): string => {
  if (asOf) return teller.words.was(text, asOf);
  return period ? teller.words.during(text, spanOf(teller, period)) : text;
};

/** One condition in words; alternatives of one time say it once. */
export const describeCondition = (teller: Teller, condition: Condition): string => {
  if (condition.op !== 'any')
    return timed(teller, plainCondition(teller, condition), timeOf(condition));
  const [first, ...others] = condition.of.map(timeOf);
  const one = others.every((time) => JSON.stringify(time) === JSON.stringify(first));
  const plain = condition.of.map((simple) => plainCondition(teller, simple));
  if (one) return timed(teller, teller.words.orElse(plain), first ?? {});
  return teller.words.orElse(
    condition.of.map((simple, at) => timed(teller, plain[at] ?? '', timeOf(simple))),
  );
};
