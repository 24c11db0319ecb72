/** Finds the one JSON object in what a model wrote: past its thoughts, out of its fences, among its sentences. */

const withoutThoughts = (text: string): string =>
  text.replace(/<think>[\s\S]*?(<\/think>|$)/gi, '').replace(/^[\s\S]*<\/think>/i, '');

/** Where the object that opens at `start` closes; -1 = never. Braces within strings do not count. */
const endOf = (text: string, start: number): number => {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted && sign === '\\') at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === '{') depth += 1;
    else if (!quoted && sign === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
};

const parsed = (text: string): object | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
};

const OBJECTS_TRIED_MAX = 5;

/** null = there is none. The first object that parses is taken. */
export const extractJson = (reply: string): object | null => {
  const text = withoutThoughts(reply);
  let from = 0;
  for (let tries = 0; tries < OBJECTS_TRIED_MAX; tries += 1) {
    const start = text.indexOf('{', from);
    if (start < 0) return null;
    const end = endOf(text, start);
    const value = end < 0 ? null : parsed(text.slice(start, end + 1));
    if (value) return value;
    from = end < 0 ? start + 1 : end + 1;
  }
  return null;
};
