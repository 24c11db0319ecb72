/** Reads a question about one client who is not named in it: "#2", "her deposits", 他为什么是关注客户. */
import type { ClientReference, QueryPlan } from '../query-plan.ts';
import {
  languageOf,
  type UnderstandContext,
  type Understanding,
  understand,
} from '../understand.ts';

/** Stands for the client while the words are read: a form in which the grammar takes any identifier. */
const STAND_IN = 'C2000001';

const standIn = (text: string): string =>
  languageOf(text) === 'zh-CN' ? `客户${STAND_IN}` : ` client ${STAND_IN} `;

const withClient = (plan: QueryPlan, client: ClientReference): QueryPlan | null =>
  plan.client?.text.toUpperCase() === STAND_IN ? { ...plan, client } : null;

/** The understanding of a text in which the stand-in stands for the client; null = it is about something else. */
const readAs = (
  text: string,
  client: ClientReference,
  context: UnderstandContext,
): Understanding | null => {
  const read = understand(text, context);
  if (read.status === 'refused') return read;
  if (read.status !== 'plan') return null;
  const plan = withClient(read.plan, client);
  return plan && { status: 'plan', plan };
};

const THERE =
  /\s*(?:\b(?:(?:up )?there|on (?:the|this|that) list|in (?:the|this|that) list|in there|on it)\b|在(?:名单|列表)(?:里|上|中)|在里面|在这里|在上面|上榜)(?=[\s?.!呢]*$)/;

const PRONOUN =
  /\b(?:he|she|him|her|his|hers|it|its|they|them|their|this client|that client|the client|this one|that one)\b|(?:这|那|该)(?:个|位|名|家)?(?:客户|人|公司)|[他她它](?:们)?/;

/** True for what the grammar may take for a name because it knows no pronoun. */
export const isPronoun = (name: string): boolean => PRONOUN.exec(name)?.[0] === name;

/** `start`, `end`: where the text speaks of the client. */
export const readWithReference = (
  text: string,
  { start, end }: { start: number; end: number },
  client: ClientReference,
  context: UnderstandContext,
): Understanding | null => {
  const after = text.slice(end).replace(/^'s?(?![a-z])/, ' ');
  const told = text.slice(0, start) + standIn(text) + after;
  return readAs(told.replace(THERE, ''), client, context);
};

/** A follow-up about the client of the last answer, with a pronoun for the client or with none. */
export const readAboutSame = (
  text: string,
  client: ClientReference,
  context: UnderstandContext,
): Understanding | null => {
  const spoken = text.replace(/^(?:and|also|but|so|what about|how about|then|那么?|还有)\s*/, '');
  const found = PRONOUN.exec(spoken);
  if (!found) {
    const told =
      languageOf(spoken) === 'zh-CN' ? standIn(spoken) + spoken : spoken + standIn(spoken);
    return readAs(told, client, context);
  }
  const place = { start: found.index, end: found.index + found[0].length };
  return readWithReference(spoken, place, client, context);
};
