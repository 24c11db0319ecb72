/** From a reply to a plan: references become the question's own literals, then the plan's schema decides. */
import type { z } from 'zod';
import type { QueryPlan } from '../query/query-plan.ts';
import { EMPTY_PLAN } from '../query/understand/plans.ts';
import { hasForeignWords, REFERENCE } from './foreign-words.ts';
import type { Literal } from './literals.ts';
import type { Redacted } from './redact.ts';
import { ABSENT_KEYS, replySchema } from './wire-schema.ts';

/** More rows than this are no answer that a person reads. */
export const LIMIT_MAX = 200;
export const CONDITIONS_MAX = 12;

export type ReadReply =
  | { kind: 'plan'; plan: QueryPlan }
  | { kind: 'unsupported' }
  /** `mistakes` are in terms of the schema, without any value of the question. */
  | { kind: 'unusable'; mistakes: string };

const literalValue = (literal: Literal, edge: string | undefined): unknown => {
  if (literal.kind === 'number') return literal.value;
  if (literal.kind === 'client') return literal.text;
  if (literal.kind === 'duration' && edge === undefined) return literal.days;
  return edge === 'end' ? literal.to : literal.from;
};

const find = (literals: readonly Literal[], text: unknown) => {
  const match = typeof text === 'string' ? REFERENCE.exec(text) : null;
  const literal = match && literals.find(({ ref }) => ref === match[1]);
  return literal ? { literal, edge: match[2] } : null;
};

const resolveObject = (value: object, literals: readonly Literal[]): unknown => {
  const client = find(literals, (value as { text?: unknown }).text)?.literal;
  if (client?.kind === 'client') return { by: client.by, text: client.text };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => inner !== null || !ABSENT_KEYS.has(key))
      .map(([key, inner]) => [key, resolve(inner, literals)]),
  );
};

const resolve = (value: unknown, literals: readonly Literal[]): unknown => {
  if (Array.isArray(value)) return value.map((inner) => resolve(inner, literals));
  if (typeof value === 'object' && value !== null) return resolveObject(value, literals);
  const found = find(literals, value);
  return found ? literalValue(found.literal, found.edge) : value;
};

const unusable = (mistakes: string): ReadReply => ({ kind: 'unusable', mistakes });

const MISTAKES_TOLD_MAX = 5;
const KEY_LENGTH_MAX = 40;

const mistakesOf = (error: z.ZodError): string =>
  error.issues
    .slice(0, MISTAKES_TOLD_MAX)
    .map(({ path, code }) => {
      const place = path.map((key) => String(key).slice(0, KEY_LENGTH_MAX)).join('.');
      return `${place}: ${code}`;
    })
    .join('; ');

/** An endpoint that only knows JSON may say the plan alone, or leave out what is not used. */
const completed = (reply: object): object => {
  const whole = 'kind' in reply ? { outcome: 'plan', plan: reply } : reply;
  const plan: unknown = 'plan' in whole ? whole.plan : null;
  if (typeof plan !== 'object' || plan === null) return { plan: null, ...whole };
  const { kind: _, ...unused } = EMPTY_PLAN;
  return { ...whole, plan: { ...unused, ...plan } };
};

export const readReply = (reply: object, { text, literals }: Redacted): ReadReply => {
  const parsed = replySchema.safeParse(resolve(completed(reply), literals));
  if (!parsed.success) return unusable(mistakesOf(parsed.error));
  const { outcome, plan } = parsed.data;
  if (outcome === 'unsupported') return { kind: 'unsupported' };
  if (!plan) return unusable('plan: missing');
  if ((plan.limit ?? 0) > LIMIT_MAX) return unusable('limit: too large');
  if (plan.where.length > CONDITIONS_MAX) return unusable('where: too many');
  if (hasForeignWords(reply, text)) return unusable('plan: words of its own');
  return { kind: 'plan', plan };
};
