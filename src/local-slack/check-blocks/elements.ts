/** Limits of interactive elements, one entry a kind. */
import {
  bool,
  byType,
  type Check,
  exactlyOne,
  integer,
  list,
  matching,
  oneOf,
  shape,
  text,
} from './check.ts';
import {
  confirm,
  filter,
  imageFields,
  imageSource,
  option,
  optionGroup,
  plainText,
  richOption,
  url,
} from './objects.ts';
import { richText } from './rich-text.ts';

const actionId = { 'action_id?': text(255) };
const confirmable = { ...actionId, 'confirm?': confirm };
const focusable = { 'focus_on_load?': bool };
const placeholder = { 'placeholder?': plainText(150) };
const chooser = { ...confirmable, ...focusable, ...placeholder };
const multi = { ...chooser, 'max_selected_items?': integer(1, 100) };
const typed = {
  ...actionId,
  ...focusable,
  ...placeholder,
  'dispatch_action_config?': shape({
    trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }),
  }),
};
const ids = list(text(255), { min: 0, max: 100 });
const options = list(option, { max: 100 });
const optionSource = exactlyOne('options', 'option_groups');
const staticSource = {
  'options?': options,
  'option_groups?': list(optionGroup, { max: 100 }),
};
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date written YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time written HH:mm');
const numeral = matching(/^-?\d+(\.\d+)?$/, 'a number written as a string');
const feedback = shape({
  text: plainText(75),
  'accessibility_label?': text(75),
  value: text(2000),
});

const kind = (type: string, fields: Record<string, Check>, ...rules: Check[]) => ({
  [type]: shape({ type: oneOf(type), ...fields }, ...rules),
});

const table: Record<string, Check> = {
  ...kind('button', {
    ...confirmable,
    text: plainText(75),
    'value?': text(2000),
    'url?': url,
    'style?': oneOf('primary', 'danger'),
    'accessibility_label?': text(75),
  }),
  ...kind('image', { alt_text: text(2000), ...imageFields }, imageSource),
  ...kind('overflow', { ...confirmable, options: list(option, { max: 5 }) }),
  ...kind(
    'static_select',
    { ...chooser, ...staticSource, 'initial_option?': option },
    optionSource,
  ),
  ...kind('external_select', {
    ...chooser,
    'initial_option?': option,
    'min_query_length?': integer(0, 100),
  }),
  ...kind('users_select', { ...chooser, 'initial_user?': text(255) }),
  ...kind('channels_select', {
    ...chooser,
    'initial_channel?': text(255),
    'response_url_enabled?': bool,
  }),
  ...kind('conversations_select', {
    ...chooser,
    'initial_conversation?': text(255),
    'default_to_current_conversation?': bool,
    'response_url_enabled?': bool,
    'filter?': filter,
  }),
  ...kind(
    'multi_static_select',
    { ...multi, ...staticSource, 'initial_options?': options },
    optionSource,
  ),
  ...kind('multi_external_select', {
    ...multi,
    'initial_options?': options,
    'min_query_length?': integer(0, 100),
  }),
  ...kind('multi_users_select', { ...multi, 'initial_users?': ids }),
  ...kind('multi_channels_select', { ...multi, 'initial_channels?': ids }),
  ...kind('multi_conversations_select', {
    ...multi,
    'initial_conversations?': ids,
    'default_to_current_conversation?': bool,
    'filter?': filter,
  }),
  ...kind('datepicker', { ...chooser, 'initial_date?': date }),
  ...kind('timepicker', { ...chooser, 'initial_time?': time, 'timezone?': text(255) }),
  ...kind('datetimepicker', {
    ...confirmable,
    ...focusable,
    'initial_date_time?': integer(1_000_000_000, 9_999_999_999),
  }),
  ...kind('radio_buttons', {
    ...confirmable,
    ...focusable,
    options: list(richOption, { max: 10 }),
    'initial_option?': richOption,
  }),
  ...kind('checkboxes', {
    ...confirmable,
    ...focusable,
    options: list(richOption, { max: 10 }),
    'initial_options?': list(richOption, { max: 10 }),
  }),
  ...kind('plain_text_input', {
    ...typed,
    'initial_value?': text(3000, 0),
    'multiline?': bool,
    'min_length?': integer(0, 3000),
    'max_length?': integer(1, 3000),
  }),
  ...kind('email_text_input', { ...typed, 'initial_value?': text(3000) }),
  ...kind('url_text_input', { ...typed, 'initial_value?': text(3000) }),
  ...kind('number_input', {
    ...typed,
    is_decimal_allowed: bool,
    'initial_value?': numeral,
    'min_value?': numeral,
    'max_value?': numeral,
  }),
  ...kind('rich_text_input', {
    ...typed,
    'initial_value?': richText,
    'min_lines?': integer(1, 100),
    'max_lines?': integer(1, 100),
  }),
  ...kind('file_input', {
    ...actionId,
    'filetypes?': list(text(50), { max: 100 }),
    'max_files?': integer(1, 10),
  }),
  ...kind('feedback_buttons', {
    ...actionId,
    positive_button: feedback,
    negative_button: feedback,
  }),
  ...kind('icon_button', {
    ...confirmable,
    icon: oneOf('trash'),
    text: plainText(75),
    'value?': text(2000),
    'accessibility_label?': text(75),
    'visible_to_user_ids?': ids,
  }),
};

const only = (...kinds: string[]): Check => {
  const allowed = Object.fromEntries(
    Object.entries(table).filter(([name]) => kinds.includes(name)),
  );
  return byType(() => allowed, 'element');
};

const selects = ['static', 'external', 'users', 'channels', 'conversations'].flatMap((source) => [
  `${source}_select`,
  `multi_${source}_select`,
]);
const pickers = ['datepicker', 'timepicker', 'checkboxes', 'radio_buttons'];
export const actionsElement = only(
  ...['button', 'overflow', 'datetimepicker', 'rich_text_input'],
  ...selects,
  ...pickers,
);
export const accessory = only('button', 'image', 'overflow', ...selects, ...pickers);
export const contextActionsElement = only('feedback_buttons', 'icon_button');
export const image = only('image');
export const button = only('button');
export const inputElement = only(
  ...['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'rich_text_input'],
  ...['file_input', 'datetimepicker'],
  ...selects,
  ...pickers,
);
