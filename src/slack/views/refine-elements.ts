/** Decides which Slack element a value of a plan is edited in. */
import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../domain/actor.ts';
import { fieldOf } from '../../query/catalog.ts';
import type { FieldKey } from '../../query/field-keys.ts';
import { LABEL_MAX, plain } from './blocks.ts';
import { option } from './change-modals.ts';

export type Element = Extract<KnownBlock, { type: 'input' }>['element'];

const OPTIONS_MAX = 100;
/** The plan's own limit of words to look for. */
const TEXT_MAX = 80;

/** An input that may stay empty; its name is that of its block and of its element. */
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

const namesOf = (key: FieldKey, locale: Locale): Record<string, string> => {
  const { codeNames } = fieldOf(key);
  return locale === 'zh-CN' ? codeNames.zh : codeNames.en;
};

export const codesLabel = (key: FieldKey, codes: readonly string[], locale: Locale): string =>
  codes.map((code) => namesOf(key, locale)[code] ?? code).join(' / ');

/** `value` null or not a number = nothing yet. */
export const number = (value: number | null, decimal: boolean): Element => ({
  type: 'number_input',
  is_decimal_allowed: decimal || !Number.isInteger(value ?? 0),
  ...(value === null || Number.isNaN(value) ? {} : { initial_value: String(value) }),
});

export const date = (value: string | null): Element => ({
  type: 'datepicker',
  ...(value ? { initial_date: value } : {}),
});

export const words = (value: string): Element => ({
  type: 'plain_text_input',
  max_length: TEXT_MAX,
  initial_value: value,
});

export const chosenFrom = (choices: readonly [string, string][], value: string): Element => {
  const options = choices.map(([code, label]) => option(label, code));
  const initial = options.find((each) => each.value === value);
  return { type: 'static_select', options, ...(initial ? { initial_option: initial } : {}) };
};

/** Several of a list, what is chosen now among the first hundred of it. */
export const severalFrom = (
  choices: readonly [string, string][],
  chosen: readonly string[],
): Element => {
  const isChosen = ([code]: readonly [string, string]): boolean => chosen.includes(code);
  const some =
    choices.length <= OPTIONS_MAX
      ? choices
      : choices.toSorted((a, b) => Number(isChosen(b)) - Number(isChosen(a)));
  const options = some.slice(0, OPTIONS_MAX).map(([code, label]) => option(label, code));
  const initial = options.filter(({ value }) => chosen.includes(value ?? ''));
  return {
    type: 'multi_static_select',
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
};

export const codesElement = (key: FieldKey, codes: readonly string[], locale: Locale): Element => {
  const known = [...new Set([...fieldOf(key).codes, ...codes])];
  const names = namesOf(key, locale);
  return severalFrom(
    known.map((code) => [code, names[code] ?? code]),
    codes,
  );
};
