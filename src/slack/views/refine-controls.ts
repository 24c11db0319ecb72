/** Decides which controls a condition of a plan is edited by. */
import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../domain/actor.ts';
import { ACTIVITY_STATES } from '../../domain/client.ts';
import { fieldOf } from '../../query/catalog.ts';
import { describe } from '../../query/describe.ts';
import type { FieldKey } from '../../query/field-keys.ts';
import type { Condition, QueryPlan } from '../../query/query-plan.ts';
import { EMPTY_PLAN } from '../../query/understand/plans.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { clip, LABEL_MAX, plain } from './blocks.ts';
import { option } from './change-modals.ts';

/** The policy's edges between active, quiet, dormant and long inactive. */
export type IdleEdges = { activeMaxDays: number; quietMaxDays: number; dormantMaxDays: number };
export type Controls = {
  locale: Locale;
  currency: string;
  /** null = the policy is not at hand: activity is then chosen by its names. */
  edges: IdleEdges | null;
};

type Element = Extract<KnownBlock, { type: 'input' }>['element'];

const OPTIONS_MAX = 100;

export const control = (
  name: string,
  label: string,
  element: Element,
  more: { hint?: string; dispatch?: boolean } = {},
): KnownBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label, LABEL_MAX),
  element: { ...element, action_id: name },
  optional: true,
  ...(more.hint ? { hint: plain(more.hint, LABEL_MAX) } : {}),
  ...(more.dispatch ? { dispatch_action: true } : {}),
});

export const nameOf = (key: FieldKey, locale: Locale): string => {
  const { name } = fieldOf(key);
  return locale === 'zh-CN' ? name.zh : name.en;
};

const SIGNS = { gte: '≥', gt: '>', lte: '≤', lt: '<', eq: '=' } as const;

const number = (value: number | null, decimal: boolean): Element => ({
  type: 'number_input',
  is_decimal_allowed: decimal,
  ...(value === null || Number.isNaN(value) ? {} : { initial_value: String(value) }),
});

const date = (value: string | null): Element => ({
  type: 'datepicker',
  ...(value ? { initial_date: value } : {}),
});

const chosenFrom = (choices: readonly [string, string][], value: string): Element => {
  const options = choices.map(([code, label]) => option(label, code));
  const initial = options.find((each) => each.value === value);
  return { type: 'static_select', options, ...(initial ? { initial_option: initial } : {}) };
};

const codesElement = (key: FieldKey, codes: readonly string[], locale: Locale): Element => {
  const field = fieldOf(key);
  const names = locale === 'zh-CN' ? field.codeNames.zh : field.codeNames.en;
  const options = field.codes
    .slice(0, OPTIONS_MAX)
    .map((code) => option(names[code] ?? code, code));
  const initial = options.filter(({ value }) => codes.includes(value ?? ''));
  return {
    type: 'multi_static_select',
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
};

export type Span = { from: number; to: number | null };

/** The idle days that neighbouring activity states stand for; null = they are no single span. */
export const idleSpan = (codes: readonly string[], edges: IdleEdges): Span | null => {
  const { activeMaxDays, quietMaxDays, dormantMaxDays } = edges;
  const spans: Span[] = [
    { from: 0, to: activeMaxDays },
    { from: activeMaxDays + 1, to: quietMaxDays },
    { from: quietMaxDays + 1, to: dormantMaxDays },
    { from: dormantMaxDays + 1, to: null },
  ];
  const ranks = codes
    .map((code) => ACTIVITY_STATES.indexOf(code as (typeof ACTIVITY_STATES)[number]))
    .sort((a, b) => a - b);
  const [first, last] = [ranks[0], ranks.at(-1)];
  if (first === undefined || last === undefined || first < 0 || !spans[last]) return null;
  if (ranks.length !== last - first + 1) return null;
  return { from: spans[first]?.from ?? 0, to: spans[last].to };
};

/** As a span of idle days where the condition means one: that is a number that people want to change. */
export const idleOf = (condition: Condition, { edges }: Controls): Span | null =>
  condition.op === 'in' &&
  condition.field === 'activity' &&
  condition.is &&
  !condition.asOf &&
  edges
    ? idleSpan(condition.codes, edges)
    : null;

const lineOf = (condition: Condition, { locale, currency }: Controls): string => {
  const alone: QueryPlan = { ...EMPTY_PLAN, where: [condition] };
  return describe(alone, locale, currency);
};

const kept = (condition: Condition, controls: Controls): KnownBlock[] => [
  {
    type: 'context',
    elements: [
      plain(
        slackAnswerText[controls.locale].refineKept(clip(lineOf(condition, controls), 400)),
        500,
      ),
    ],
  },
];

/** The controls of one condition; names begin with `at`. What has no control of its own stays as it is. */
export const controlsOf = (condition: Condition, at: string, controls: Controls): KnownBlock[] => {
  const { locale } = controls;
  const words = slackAnswerText[locale];
  const idle = idleOf(condition, controls);
  if (condition.op === 'any') return kept(condition, controls);
  const name = nameOf(condition.field, locale);
  const decimal = fieldOf(condition.field).type === 'money';
  if (idle) {
    const days = nameOf('idleDays', locale);
    const states = codesLabel(condition, locale);
    return [
      control(`${at}_from`, words.from(days), number(idle.from, false), {
        hint: words.idleHint(states),
      }),
      control(`${at}_to`, words.to(days), number(idle.to, false)),
    ];
  }
  switch (condition.op) {
    case 'in': {
      const label = condition.is ? name : words.notOf(name);
      return [
        control(`${at}_codes`, label, codesElement(condition.field, condition.codes, locale)),
      ];
    }
    case 'flag': {
      const element = chosenFrom(
        [
          ['yes', words.yes],
          ['no', words.no],
        ],
        condition.is ? 'yes' : 'no',
      );
      return [control(`${at}_is`, name, element)];
    }
    case 'between':
      return [
        control(`${at}_from`, words.from(name), number(condition.from, decimal)),
        control(`${at}_to`, words.to(name), number(condition.to, decimal)),
      ];
    case 'within':
      return [
        control(`${at}_from`, words.from(name), date(condition.from)),
        control(`${at}_to`, words.to(name), date(condition.to)),
      ];
    case 'moved':
      return movedControls(condition, at, locale);
    case 'gte':
    case 'gt':
    case 'lte':
    case 'lt':
    case 'eq':
      return [
        control(`${at}_value`, `${name} ${SIGNS[condition.op]}`, number(condition.value, decimal)),
      ];
    default:
      return kept(condition, controls);
  }
};

const codesLabel = (condition: Condition, locale: Locale): string => {
  if (condition.op !== 'in') return '';
  const { codeNames } = fieldOf(condition.field);
  const names = locale === 'zh-CN' ? codeNames.zh : codeNames.en;
  return condition.codes.map((code) => names[code] ?? code).join(' / ');
};

const movedControls = (
  { field, direction, period }: Extract<Condition, { op: 'moved' }>,
  at: string,
  locale: Locale,
): KnownBlock[] => {
  const words = slackAnswerText[locale];
  const name = nameOf(field, locale);
  const ways: [string, string][] = [
    ['up', words.up],
    ['down', words.down],
    ['any', words.any],
  ];
  return [
    control(`${at}_way`, words.moved(name), chosenFrom(ways, direction)),
    control(`${at}_from`, words.from(name), date(period.from)),
    control(`${at}_to`, words.to(name), date(period.to)),
  ];
};
