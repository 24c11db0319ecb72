/** What a form itself refuses before the app is asked, in the person's language. */
import { isEmpty } from '../element-state.ts';
import { asRecord, asText, type Block, type Json, lengthOf } from '../json.ts';
import type { View } from '../types.ts';

const en = {
  required: 'Please complete this required field.',
  shorter: (max: number) => `Please enter at most ${max} characters.`,
  longer: (min: number) => `Please enter at least ${min} characters.`,
  number: 'Please enter a number.',
  whole: 'Please enter a whole number.',
  range: 'Please enter a number within the allowed range.',
  email: 'Please enter an email address.',
  link: 'Please enter a link.',
};
type Sentences = typeof en;
const zh: Sentences = {
  required: '请填写此必填项。',
  shorter: (max) => `请最多输入 ${max} 个字符。`,
  longer: (min) => `请至少输入 ${min} 个字符。`,
  number: '请输入数字。',
  whole: '请输入整数。',
  range: '请输入允许范围内的数字。',
  email: '请输入电子邮箱地址。',
  link: '请输入链接。',
};

const textMaxDefault = 3_000;

const numberError = (element: Json, value: string, say: Sentences): string | null => {
  const number = Number(value);
  if (Number.isNaN(number)) return say.number;
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return say.whole;
  const low = element.min_value !== undefined && number < Number(element.min_value);
  const high = element.max_value !== undefined && number > Number(element.max_value);
  return low || high ? say.range : null;
};

const textError = (element: Json, text: string, say: Sentences): string | null => {
  const [min, max] = [
    Number(element.min_length ?? 0),
    Number(element.max_length ?? textMaxDefault),
  ];
  if (lengthOf(text) < min) return say.longer(min);
  return lengthOf(text) > max ? say.shorter(max) : null;
};

const inputError = (block: Block, value: Json, say: Sentences): string | null => {
  const element = asRecord(block.element);
  if (isEmpty(value)) return block.optional ? null : say.required;
  const text = asText(value.value);
  if (element.type === 'plain_text_input') return textError(element, text, say);
  if (element.type === 'number_input') return numberError(element, text, say);
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text)) return say.email;
  return element.type === 'url_text_input' && !URL.canParse(text) ? say.link : null;
};

/** Sentences by block_id; empty when the form may be sent. */
export const formErrors = (view: View, locale: string): Record<string, string> => {
  const say = locale.startsWith('zh') ? zh : en;
  const errors: Record<string, string> = {};
  for (const block of view.blocks.filter(({ type }) => type === 'input')) {
    const blockId = asText(block.block_id);
    const actionId = asText(asRecord(block.element).action_id);
    const error = inputError(block, view.state.values[blockId]?.[actionId] ?? {}, say);
    if (error) errors[blockId] = error;
  }
  return errors;
};
