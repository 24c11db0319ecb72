/** Finds the one JSON object in what a model wrote: past its thoughts, out of its fences, among its sentences. */

const withoutThoughts = (text: string): string =>
  text.replace(/<think>[\s\S]*?(<\/think>|$)/gi, '').replace(/^[\s\S]*<\/think>/i, '');

/** No plan is nested so deep; what is might exhaust whoever walks it. */
const DEPTH_MAX = 30;

/** A string as a whole, or a bracket; the strings are taken so that the brackets in them do not count. */
const PARTS = /"(?:[^"\\]|\\[\s\S])*(?:"|$)|[{}[\]]/g;

/** Where the object that opens at `start` closes; -1 = never. */
const endOf = (text: string, start: number): number => {
  let depth = 0;
  for (const { 0: part, index } of text.slice(start).matchAll(PARTS)) {
    if (part.startsWith('"')) continue;
    depth += part === '{' || part === '[' ? 1 : -1;
    if (depth === 0) return start + index;
    if (depth > DEPTH_MAX) return -1;
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
