/** Finds everyday ways to say what the rules know by another wording. */
import { type Token, tokenise } from './tokens.ts';
import { englishIdioms } from './words/idioms-en.ts';
import { chineseIdioms } from './words/idioms-zh.ts';

type Node = { next: Map<string, Node>; canonical: string | null };
const newNode = (): Node => ({ next: new Map(), canonical: null });

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
      node.canonical = canonical;
    }
  return root;
};

const IDIOMS = build();

/** The longest idiom that begins at token `at`: the wording that the rules know for it. */
export const idiomAt = (
  tokens: readonly Token[],
  at: number,
): { canonical: string; count: number } | null => {
  let node: Node | undefined = IDIOMS;
  let found: { canonical: string; count: number } | null = null;
  for (let index = at; index < tokens.length; index += 1) {
    node = node.next.get(tokens[index]?.text ?? '');
    if (!node) break;
    if (node.canonical !== null) found = { canonical: node.canonical, count: index - at + 1 };
  }
  return found;
};
