/** Cuts a normalised text into words, single Chinese characters, digit runs and signs, each with its place. */

export type TokenKind = 'word' | 'han' | 'digits' | 'identifier' | 'sign';

/** [from, to) are offsets in the normalised text. */
export type Token = { kind: TokenKind; text: string; from: number; to: number };

const SPLITTER =
  /([a-z]{1,6}[-_]?\d{2,})(?![\d\p{Script=Latin}])|((?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)|(\p{Script=Han})|((?:(?!\p{Script=Han})[\p{L}_])+(?:'[a-z]+)?)|([^\s])/gu;

const kindOf = (groups: (string | undefined)[]): TokenKind => {
  if (groups[1] !== undefined) return 'identifier';
  if (groups[2] !== undefined) return 'digits';
  if (groups[3] !== undefined) return 'han';
  return groups[4] !== undefined ? 'word' : 'sign';
};

const CONTRACTIONS = new Map<string, [string, string]>([
  ["can't", ['can', 'not']],
  ["won't", ['will', 'not']],
  ['cannot', ['can', 'not']],
]);

/** "haven't" → have + not; "who's" → who; the parts share the place of the whole. */
const expand = (token: Token): Token[] => {
  if (token.kind !== 'word') return [token];
  const known = CONTRACTIONS.get(token.text);
  if (known) return known.map((text) => ({ ...token, text }));
  if (token.text.endsWith("n't"))
    return [token.text.slice(0, -3), 'not'].map((text) => ({ ...token, text }));
  return [{ ...token, text: token.text.replace(/'(?:s|re|ve|d|m|ll)$/, '') }];
};

export const tokenise = (text: string): Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(SPLITTER)) {
    const from = match.index;
    const token = { kind: kindOf(match), text: match[0], from, to: from + match[0].length };
    tokens.push(...expand(token));
  }
  return tokens;
};
