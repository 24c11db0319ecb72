/** From a question's words to what is to be run: the grammar with the thread's memory first, then the model. */
import { and, asc, sql } from 'drizzle-orm';
import { anyVisible } from '../db/run-plan-scope.ts';
import { clients } from '../db/schema/index.ts';
import type { Within } from '../db/scope.ts';
import { type Actor, type Locale, reachOf } from '../domain/actor.ts';
import type { Planner } from '../query/planner.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import type { Turn } from '../query/refine/follow-up.ts';
import type { Memory } from '../query/refine/memory.ts';
import { isFollowUp, readTurn, readWithNames } from '../query/refine/read-turn.ts';
import { normalise, type UnderstandContext } from '../query/understand.ts';

/** `reading`: what the model made of it and nobody can prove; it is shown and asked about, never run unasked. */
export type ModelTurn = { status: 'plan' | 'reading'; plan: QueryPlan };

export type ToRead = {
  actor: Actor;
  text: string;
  locale: Locale;
  memory: Memory | null;
  context: UnderstandContext;
  signal?: AbortSignal;
};

const NAMES_FOUND_MAX = 50;

/** The names, of clients whom the asker may see, that occur in a text. */
const findNames = async (within: Within, { actor }: ToRead, text: string): Promise<string[]> => {
  const rows = await within((transaction) =>
    transaction
      .select({ name: clients.name })
      .from(clients)
      .where(and(anyVisible(actor), sql`position(lower(${clients.name}) in lower(${text})) > 0`))
      .orderBy(asc(clients.clientId))
      .limit(NAMES_FOUND_MAX),
  );
  return rows.map(({ name }) => name);
};

/** Words of a name may make another question: "Gold Key Ltd" is a client before it is two tiers. */
const mayHideName = (turn: Turn, { actor }: ToRead): boolean =>
  turn.status === 'not_understood' ||
  (turn.status === 'plan' &&
    (turn.plan.client ? turn.plan.client.by === 'name' : reachOf(actor.role) === 'own'));

const HIDDEN_LETTERS_MIN = 4;
const HIDDEN_HAN_MIN = 3;

/**
 * A short name within words that make sense is chance: 高平 in 最高平均. Where a name was read already, a longer
 * one that holds it is the one meant: "Golden Harbour Logistics", not "Golden Harbour" and its industry.
 */
const isLong = (name: string, turn: Turn): boolean => {
  const client = turn.status === 'plan' ? turn.plan.client : null;
  const read = client?.text.toLowerCase();
  if (read) return name.length > read.length && name.toLowerCase().includes(read);
  return name.length >= (/\p{Script=Han}/u.test(name) ? HIDDEN_HAN_MIN : HIDDEN_LETTERS_MIN);
};

/** Whether the words alone say all: nothing has to be looked up to read them. */
export const isSettled = (turn: Turn, asked: ToRead): boolean =>
  turn.status !== 'plan' && !mayHideName(turn, asked);

/** What the words alone say, without a look at any name. */
export const readWords = ({ text, context, memory }: ToRead): Turn =>
  readTurn(text, context, memory);

/** `plain`, or what the words say when a client of the asker's is named in them. */
export const readNamed = async (within: Within, asked: ToRead, plain: Turn): Promise<Turn> => {
  const { text, context } = asked;
  const spelled = mayHideName(plain, asked) ? normalise(text) : null;
  if (!spelled) return plain;
  const found = await findNames(within, asked, `${spelled.written}\n${spelled.text}`);
  const names = plain.status === 'plan' ? found.filter((name) => isLong(name, plain)) : found;
  return readWithNames(text, names, context) ?? plain;
};

/** The model is asked only where the grammar leaves words over, and never about what only the thread explains. */
export const readByModel = async (
  planner: Planner,
  within: Within,
  asked: ToRead,
): Promise<ModelTurn | null> => {
  const { actor, text: question, locale, context, memory, signal } = asked;
  if (isFollowUp(question, memory)) return null;
  const planned = await planner({
    question,
    locale,
    context,
    actorKey: actor.managerId,
    findNames: (text) => findNames(within, asked, text),
    ...(signal ? { signal } : {}),
  });
  return planned.kind === 'plan' || planned.kind === 'reading'
    ? { status: planned.kind, plan: planned.plan }
    : null;
};
