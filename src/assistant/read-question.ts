/** From a question's words to what is to be run: the grammar with the thread's memory first, then the model. */
import { and, asc, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { anyVisible } from '../db/run-plan-scope.ts';
import { clients } from '../db/schema/index.ts';
import { asActor } from '../db/scope.ts';
import { type Actor, type Locale, reachOf } from '../domain/actor.ts';
import type { Planned, Planner } from '../query/planner.ts';
import type { QueryPlan } from '../query/query-plan.ts';
import type { Turn } from '../query/refine/follow-up.ts';
import type { Memory } from '../query/refine/memory.ts';
import { isFollowUp, readTurn, readWithNames } from '../query/refine/read-turn.ts';
import { normalise, type UnderstandContext } from '../query/understand.ts';

/** `reading`: what the model made of it and nobody can prove; it is shown and asked about, never run unasked. */
export type Reading =
  | { by: 'grammar'; turn: Turn }
  | { by: 'model'; turn: { status: 'plan' | 'reading'; plan: QueryPlan } };

type ReadContext = { database: Pick<Database, 'reader'>; planner?: Planner | null };

type Asked = {
  actor: Actor;
  text: string;
  locale: Locale;
  memory: Memory | null;
  context: UnderstandContext;
  signal?: AbortSignal;
};

const NAMES_FOUND_MAX = 50;

/** The names, of clients whom the asker may see, that occur in a text. */
const findNames = async (
  { database }: ReadContext,
  { actor, context }: Asked,
  text: string,
): Promise<string[]> => {
  const rows = await asActor(database, actor, context.businessDate, (transaction) =>
    transaction
      .select({ name: clients.name })
      .from(clients)
      .where(and(anyVisible(actor), sql`position(lower(${clients.name}) in lower(${text})) > 0`))
      .orderBy(asc(clients.clientId))
      .limit(NAMES_FOUND_MAX),
  );
  return rows.map(({ name }) => name);
};

const askModel = ({ database, planner }: ReadContext, asked: Asked): Promise<Planned> | null => {
  if (!planner || isFollowUp(asked.text, asked.memory)) return null;
  const { actor, text: question, locale, context, signal } = asked;
  return planner({
    question,
    locale,
    context,
    actorKey: actor.managerId,
    findNames: (text) => findNames({ database }, asked, text),
    ...(signal ? { signal } : {}),
  });
};

/** Words of a name may make another question: "Gold Key Ltd" is a client before it is two tiers. */
const mayHideName = (turn: Turn, { actor }: Asked): boolean =>
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

/** What the words say when a client of the asker's is named in them. */
const readNamed = async (
  { database }: ReadContext,
  asked: Asked,
  turn: Turn,
): Promise<Turn | null> => {
  if (!mayHideName(turn, asked)) return null;
  const { text, context } = asked;
  const spelled = normalise(text);
  if (!spelled) return null;
  const found = await findNames({ database }, asked, `${spelled.written}\n${spelled.text}`);
  const names = turn.status === 'plan' ? found.filter((name) => isLong(name, turn)) : found;
  return readWithNames(text, names, context);
};

/** The model is asked only where the grammar leaves words over, and never about what only the thread explains. */
export const readQuestion = async (read: ReadContext, asked: Asked): Promise<Reading> => {
  const plain = readTurn(asked.text, asked.context, asked.memory);
  const turn = (await readNamed(read, asked, plain)) ?? plain;
  const planned = turn.status === 'not_understood' ? await askModel(read, asked) : null;
  if (planned?.kind !== 'plan' && planned?.kind !== 'reading') return { by: 'grammar', turn };
  const status = planned.kind;
  return { by: 'model', turn: { status, plan: planned.plan } };
};
