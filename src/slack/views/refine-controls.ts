/** Decides which controls a condition of a plan is edited by. */
import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../domain/actor.ts';
import { fieldOf } from '../../query/catalog.ts';
import { describeCondition, tellerOf } from '../../query/describe-condition.ts';
import type { Condition, SimpleCondition } from '../../query/query-plan.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { slackRefineText } from '../../text/slack-refine.ts';
import { context } from './blocks.ts';
import {
  chosenFrom,
  codesElement,
  codesLabel,
  control,
  date,
  nameOf,
  number,
  words as text,
} from './refine-elements.ts';
import { type IdleEdges, type IdleSpan, idleOf } from './refine-idle.ts';

export type Controls = {
  locale: Locale;
  currency: string;
  /** null = the policy is not at hand: activity is then chosen by its names. */
  edges: IdleEdges | null;
};

const SIGNS = { gte: '≥', gt: '>', lte: '≤', lt: '<', eq: '=' } as const;

/** A condition in words. */
export const sayCondition = (
  condition: Condition,
  { locale, currency }: Pick<Controls, 'locale' | 'currency'>,
): string => describeCondition(tellerOf(locale, currency), condition);

/** A condition that has no controls, or no room for them. */
export const kept = (condition: Condition, controls: Controls): KnownBlock[] => [
  context([slackAnswerText[controls.locale].refineKept(sayCondition(condition, controls))]),
];

const yesOrNo = (is: boolean, yes: string, no: string) =>
  chosenFrom(
    [
      ['yes', yes],
      ['no', no],
    ],
    is ? 'yes' : 'no',
  );

const idleControls = (
  condition: Condition,
  idle: IdleSpan,
  at: string,
  locale: Locale,
): KnownBlock[] => {
  const words = slackAnswerText[locale];
  const days = nameOf('idleDays', locale);
  const states = condition.op === 'in' ? codesLabel(condition.field, condition.codes, locale) : '';
  return [
    control(`${at}_from`, words.from(days), number(idle.from, false), {
      hint: words.idleHint(states),
    }),
    control(`${at}_to`, words.to(days), number(idle.to, false)),
  ];
};

const movedControls = (
  { field, is, direction, from, to, period }: Extract<Condition, { op: 'moved' }>,
  at: string,
  locale: Locale,
): KnownBlock[] => {
  const words = slackAnswerText[locale];
  const more = slackRefineText[locale];
  const name = nameOf(field, locale);
  const ways: [string, string][] = [
    ['up', words.up],
    ['down', words.down],
    ['any', words.any],
  ];
  const label = is ? words.moved(name) : more.notMoved(name);
  return [
    control(`${at}_way`, label, chosenFrom(ways, direction)),
    ...(from
      ? [control(`${at}_was`, more.movedFrom(name), codesElement(field, from, locale))]
      : []),
    ...(to ? [control(`${at}_became`, more.movedTo(name), codesElement(field, to, locale))] : []),
    control(`${at}_from`, words.from(name), date(period.from)),
    control(`${at}_to`, words.to(name), date(period.to)),
  ];
};

/** The two ends of a span of amounts or of days. */
const spanControls = (
  condition: Extract<Condition, { op: 'between' | 'within' }>,
  at: string,
  locale: Locale,
): KnownBlock[] => {
  const words = slackAnswerText[locale];
  const name = nameOf(condition.field, locale);
  const label = condition.is ? name : slackRefineText[locale].outside(name);
  const [from, to] =
    condition.op === 'within'
      ? [date(condition.from), date(condition.to)]
      : [number(condition.from, isDecimal(condition)), number(condition.to, isDecimal(condition))];
  return [control(`${at}_from`, words.from(label), from), control(`${at}_to`, words.to(label), to)];
};

const isDecimal = ({ field }: SimpleCondition): boolean =>
  ['money', 'percent'].includes(fieldOf(field).type);

/** What a free text is among its spellings cannot be chosen from a list. */
const codeControls = (
  condition: Extract<Condition, { op: 'in' | 'only' }>,
  at: string,
  controls: Controls,
): KnownBlock[] => {
  const { field, is, codes, op } = condition;
  if (fieldOf(field).type === 'text') return kept(condition, controls);
  const { locale } = controls;
  const name = nameOf(field, locale);
  const more = slackRefineText[locale];
  const only = is ? more.only(name) : more.notOnly(name);
  const label = is ? name : slackAnswerText[locale].notOf(name);
  return [control(`${at}_codes`, op === 'only' ? only : label, codesElement(field, codes, locale))];
};

const valueControls = (
  condition: SimpleCondition,
  at: string,
  controls: Controls,
): KnownBlock[] => {
  const { locale, edges } = controls;
  const words = slackAnswerText[locale];
  const more = slackRefineText[locale];
  const idle = idleOf(condition, edges);
  if (idle) return idleControls(condition, idle, at, locale);
  const name = nameOf(condition.field, locale);
  switch (condition.op) {
    case 'in':
    case 'only':
      return codeControls(condition, at, controls);
    case 'flag':
      return [control(`${at}_is`, name, yesOrNo(condition.is, words.yes, words.no))];
    case 'known':
      return [control(`${at}_is`, name, yesOrNo(condition.is, more.known, more.notKnown))];
    case 'text':
      return [
        control(`${at}_text`, condition.is ? name : more.withoutText(name), text(condition.text)),
      ];
    case 'between':
    case 'within':
      return spanControls(condition, at, locale);
    case 'moved':
      return movedControls(condition, at, locale);
    default: {
      const element = number(condition.value, isDecimal(condition));
      return [control(`${at}_value`, `${name} ${SIGNS[condition.op]}`, element)];
    }
  }
};

/** The day or the span of days that the condition alone is about. */
const timeControls = (condition: SimpleCondition, at: string, locale: Locale): KnownBlock[] => {
  const more = slackRefineText[locale];
  const name = nameOf(condition.field, locale);
  if ('asOf' in condition && condition.asOf)
    return [control(`${at}_asof`, more.asOf(name), date(condition.asOf))];
  if (condition.op === 'moved' || !('period' in condition) || !condition.period) return [];
  return [
    control(`${at}_since`, more.since(name), date(condition.period.from)),
    control(`${at}_till`, more.till(name), date(condition.period.to)),
  ];
};

const simpleControls = (condition: SimpleCondition, at: string, controls: Controls) => {
  const values = valueControls(condition, at, controls);
  // What is kept says its time itself.
  if (values.some(({ type }) => type === 'context')) return values;
  return [...values, ...timeControls(condition, at, controls.locale)];
};

/** Where the controls of an alternative begin. */
export const alternativeAt = (at: string, index: number): string => `${at}a${index}`;

/** The controls of one condition; names begin with `at`. What has no control of its own stays as it is. */
export const controlsOf = (condition: Condition, at: string, controls: Controls): KnownBlock[] => {
  if (condition.op !== 'any') return simpleControls(condition, at, controls);
  const { anyOf } = slackRefineText[controls.locale];
  const alternatives = condition.of.flatMap((each, index) =>
    simpleControls(each, alternativeAt(at, index), controls),
  );
  return [context([anyOf(sayCondition(condition, controls))]), ...alternatives];
};
