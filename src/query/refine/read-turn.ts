/** Reads one turn of a thread: a pick, a row, a follow-up, or a question of its own. */

import { type NamePlace, placesByForm, placesOf } from '../names/name-places.ts';
import { titledName } from '../names/title.ts';
import { conflictChoices } from '../understand/conflicts.ts';
import { normalise, type UnderstandContext, understand } from '../understand.ts';
import { INSTEAD, MILD, OWN_SUBJECT } from './cues.ts';
import { readFollowUp, type Turn } from './follow-up.ts';
import { bareText, fragmentOf } from './fragment.ts';
import type { Memory } from './memory.ts';
import { isPronoun, readAboutSame, readWithReference } from './one-client.ts';
import { pickOf, rowOf } from './ordinals.ts';

type Reader = { text: string; raw: string; memory: Memory; context: UnderstandContext };

/** A row that the last answer does not have is named back. */
const readRow = ({ text, memory, context }: Reader): Turn | null => {
  const place = memory.clientIds.length > 0 ? rowOf(text) : null;
  if (!place) return null;
  const clientId = memory.clientIds.at(place.n < 0 ? place.n : place.n - 1);
  if (clientId === undefined || place.n === 0)
    return { status: 'not_understood', words: [text.slice(place.start, place.end).trim()] };
  return readWithReference(text, place, { by: 'id', text: clientId }, context);
};

const OTHER = /^\s*(?:(?:and|but|so|ok)[ ,]+)?(?:what about|how about|and|那么?|换成|换|还有)\s*/i;

/** "What about Li Na?" asks the same of another client. */
const readOther = ({ raw, memory, context }: Reader): Turn | null => {
  const last = memory.plan;
  const bare = raw.replace(OTHER, '');
  const asks = bare !== raw || /呢[?？\s]*$/.test(raw);
  const read = asks && last?.client ? understand(bare, context) : null;
  if (!last || read?.status !== 'plan' || !read.plan.client || read.plan.show.length > 0)
    return null;
  const card = read.plan.kind === 'client';
  return card ? { status: 'plan', plan: { ...last, client: read.plan.client } } : null;
};

/** A question about clients in the plural is a question of its own after one about a single client. */
const readSame = ({ text, memory, context }: Reader): Turn | null => {
  const client = memory.plan?.client;
  if (!client) return null;
  const [only] = memory.clientIds;
  const same = only === undefined ? client : { by: 'id' as const, text: only };
  const plural = /\bclients\b|\bcustomers\b|哪些|名下/.test(text);
  return plural ? null : readAboutSame(text, same, context);
};

const settled = (turn: Turn): Turn => {
  const choices = turn.status === 'plan' ? conflictChoices(turn.plan) : [];
  return choices.length > 0 ? { status: 'clarify', cause: 'conflict', choices } : turn;
};

/** Names another client than the last one, or asks a whole question: nothing of the thread is needed. */
const isOwnQuestion = ({ raw, text, context }: Reader): boolean => {
  const read = understand(raw, context);
  if (read.status !== 'plan') return false;
  const { client } = read.plan;
  if (client) return !isPronoun(client.text);
  return OWN_SUBJECT.test(text) && !/^(?:who|which)\b/.test(text);
};

const ANEW =
  /^\s*(?:(?:start over|start again|new question|forget (?:that|it))\s*[:,.;-]\s*|(?:重新来|重来|重新开始|换个问题|新问题)\s*[：:，,。]\s*)(?=\S)/i;

const readAgainst = (reader: Reader): Turn | null => {
  const { memory, text, raw, context } = reader;
  const anew = raw.replace(ANEW, '');
  if (anew !== raw) return understand(anew, context);
  if (memory.choices.length > 0) {
    const picked = pickOf(text, memory.choices);
    if (picked) return { status: 'plan', plan: picked };
  }
  const row = readRow(reader);
  if (row) return row;
  if (!memory.plan) return null;
  if (memory.plan.client)
    return readOther(reader) ?? (isOwnQuestion(reader) ? null : readSame(reader));
  const turn = readFollowUp(text, {
    plan: memory.plan,
    instead: INSTEAD.test(raw.trim().toLowerCase()),
    mild: MILD.test(raw),
    context,
  });
  return turn && settled(turn);
};

/** The first place at which a name makes sense of the whole text. */
const readAtPlaces = (
  text: string,
  places: readonly NamePlace[],
  context: UnderstandContext,
): Turn | null => {
  for (const place of places) {
    const turn = readWithReference(text, place, { by: place.by, text: place.name }, context);
    if (turn?.status === 'plan') return turn;
  }
  return null;
};

/** A name is often made of words of a question (邹天宇, 张总): it is one only where those make no sense. */
const readUnknownName = (raw: string, context: UnderstandContext): Turn | null => {
  const normalised = normalise(raw);
  if (!normalised) return null;
  const titled = titledName(normalised.text);
  const places = [...(titled ? [titled] : []), ...placesByForm(normalised)];
  return readAtPlaces(normalised.text, places, context);
};

const COMPANY_FORM = /(?:公司|集团|合作社|事务所|工厂|商行)$/;

/** 南通凯越建设工程有限公司 ends in words of a question; a name of a company's form is taken whole. */
const readWholeName = (raw: string, turn: Turn, context: UnderstandContext): Turn => {
  const part = turn.status === 'plan' && turn.plan.client?.by === 'name' && turn.plan.client.text;
  const normalised = part ? normalise(raw) : null;
  if (!part || !normalised) return turn;
  const whole = placesByForm(normalised).filter(
    ({ name }) => name.length > part.length && name.includes(part) && COMPANY_FORM.test(name),
  );
  return readAtPlaces(normalised.text, whole, context) ?? turn;
};

/** Reads a turn against what the thread remembers; without a memory it is an ordinary question. */
export const readTurn = (raw: string, context: UnderstandContext, memory: Memory | null): Turn => {
  const text = memory && bareText(raw);
  const turn = memory && text ? readAgainst({ text, raw, memory, context }) : null;
  if (turn) return turn;
  const read = understand(raw, context);
  return read.status === 'not_understood'
    ? (readUnknownName(raw, context) ?? read)
    : readWholeName(raw, read, context);
};

/** Reads a text in which names of clients stand who are known to exist; null = it makes no sense about one. */
export const readWithNames = (
  raw: string,
  names: readonly string[],
  context: UnderstandContext,
): Turn | null => {
  const normalised = normalise(raw);
  if (!normalised || names.length === 0) return null;
  return readAtPlaces(normalised.text, placesOf(normalised, names), context);
};

/** True for words that only the thread explains: nobody who does not know it can plan them. */
export const isFollowUp = (raw: string, memory: Memory | null): boolean => {
  const text = memory?.plan ? bareText(raw) : null;
  return text !== null && fragmentOf(text, false) !== null;
};
