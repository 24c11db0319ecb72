/** Takes a follow-up apart: what it does, and the words that say to what. */
import { normalise } from '../understand.ts';
import {
  COLUMN_NOUN,
  CUES,
  FILTER_NOUN,
  NOUN,
  OWN_SUBJECT,
  type PatchOp,
  POLITE,
  SUPERLATIVE,
  THEIRS,
  THOSE,
  TRAILING,
} from './cues.ts';

/** `op` null: nothing says that it follows up, but nothing makes it a question of its own either. */
export type Fragment = {
  op: PatchOp | null;
  /** Said of a column of the answer, not of its clients. */
  column: boolean;
  rest: string;
};

const without = (text: string, words: RegExp): string => {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(words, '');
  }
  return rest;
};

/** The text as it is matched, without the politeness around it; null = too long to be read. */
export const bareText = (raw: string): string | null => {
  const text = normalise(raw)?.text;
  return text === undefined ? null : without(without(text, TRAILING), POLITE).trim();
};

const withoutNoun = (rest: string): { rest: string; named: boolean; column: boolean } => {
  const column = COLUMN_NOUN.test(rest);
  const bare = rest.replace(FILTER_NOUN, '').replace(COLUMN_NOUN, '');
  return { rest: bare, named: bare !== rest && !column, column };
};

const spokenOf = (text: string, own: boolean): { op: PatchOp | null; spoken: string } => {
  const found = CUES.find(({ words, weak }) => words.test(text) && !(weak && own));
  return { op: found?.op ?? null, spoken: found ? text.replace(found.words, '') : text };
};

const isOwn = (text: string): boolean =>
  OWN_SUBJECT.test(text) && (NOUN.test(text) || !SUPERLATIVE.test(text));

/** null = the text is a question of its own. `instead`: it ended with that word. */
export const fragmentOf = (text: string, instead: boolean): Fragment | null => {
  const own = isOwn(text.replace(THOSE, ' '));
  const { op, spoken } = spokenOf(text, own);
  const those = text.search(THOSE) >= 0 || (THEIRS.test(text) && !own);
  if (!op && !those && own) return null;
  const { rest, named, column } = withoutNoun(spoken.replace(THOSE, ' ').trim());
  const said = op === 'exclude' && named ? 'forget' : op;
  return {
    op: instead ? 'replace' : (said ?? (those ? 'add' : null)),
    column,
    rest: rest.replace(/\s+/g, ' ').trim(),
  };
};
