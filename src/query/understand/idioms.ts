/** Finds everyday ways to say what the rules know by another wording. */
import { type Token, tokenise } from './tokens.ts';
import { englishIdioms } from './words/idioms-en.ts';
import { chineseIdioms } from './words/idioms-zh.ts';

type Node = { next: Map<string, Node>; means: readonly Token[] | null };
const newNode = (): Node => ({ next: new Map(), means: null });

const build = (): Node => {
  const root = newNode();
  for (const { canonical, idioms } of [...englishIdioms, ...chineseIdioms])
    for (const idiom of idioms) {
      let node = root;
      for (const { text } of tokenise(idiom)) {
        const next = node.next.get(text) ?? newNode();
        node.next.set(text, next);
        node = next;
      }
      node.means = tokenise(canonical);
    }
  return root;
};

const IDIOMS = build();

const longestAt = (tokens: readonly Token[], at: number) => {
  let node: Node | undefined = IDIOMS;
  let found: { means: readonly Token[]; count: number } | null = null;
  for (let index = at; index < tokens.length; index += 1) {
    node = node.next.get(tokens[index]?.text ?? '');
    if (!node) break;
    if (node.means) found = { means: node.means, count: index - at + 1 };
  }
  return found;
};

/** The longest idiom that begins at token `at`: what it means, in the place of its own words. */
export const idiomAt = (
  tokens: readonly Token[],
  at: number,
): { means: Token[]; count: number } | null => {
  const found = longestAt(tokens, at);
  if (!found) return null;
  const from = (tokens[at] as Token).from;
  const to = (tokens[at + found.count - 1] as Token).to;
  return {
    means: found.means.map(({ kind, text }) => ({ kind, text, from, to })),
    count: found.count,
  };
};
