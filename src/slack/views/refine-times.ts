/** Decides how the day, the span of days and the comparison of a whole plan are edited and read back. */
import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../domain/actor.ts';
import type { QueryPlan, Span } from '../../query/query-plan.ts';
import { slackRefineText } from '../../text/slack-refine.ts';
import { control, date } from './refine-elements.ts';
import { textOf, type Values } from './refine-values.ts';

const AS_OF = 'as_of';
export const PERIOD = 'period';
export const VERSUS = 'versus';

const span = (
  name: string,
  { from, to }: Span,
  [since, till]: readonly [string, string],
): KnownBlock[] => [
  control(`${name}_from`, since, date(from)),
  control(`${name}_to`, till, date(to)),
];

/** Controls only for the times that the plan has. */
export const timesControls = (plan: QueryPlan, locale: Locale): KnownBlock[] => {
  const words = slackRefineText[locale];
  const { asOf, period, versus } = plan;
  return [
    ...(asOf ? [control(AS_OF, words.wholeAsOf, date(asOf))] : []),
    ...(period ? span(PERIOD, period, [words.wholeSince, words.wholeTill]) : []),
    ...(versus?.asOf ? [control(VERSUS, words.versusAsOf, date(versus.asOf))] : []),
    ...(versus?.period ? span(VERSUS, versus.period, [words.versusSince, words.versusTill]) : []),
  ];
};

const readSpan = (name: string, values: Values): Span | null => {
  const to = textOf(values[`${name}_to`]);
  return to === null ? null : { from: textOf(values[`${name}_from`]), to };
};

const readVersus = (versus: NonNullable<QueryPlan['versus']>, values: Values) => {
  if (versus.asOf) {
    const asOf = textOf(values[VERSUS]);
    return asOf === null ? null : { asOf };
  }
  const period = readSpan(VERSUS, values);
  return period && { period };
};

/** The plan with its times as the controls say; an emptied one falls away. */
export const readTimes = (
  { asOf, period, versus, ...rest }: QueryPlan,
  values: Values,
): QueryPlan => {
  const day = asOf && textOf(values[AS_OF]);
  const over = period && readSpan(PERIOD, values);
  const then = versus && readVersus(versus, values);
  return {
    ...rest,
    ...(day ? { asOf: day } : {}),
    ...(over ? { period: over } : {}),
    ...(then ? { versus: then } : {}),
  };
};
