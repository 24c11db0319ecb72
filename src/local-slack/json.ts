/** How loosely typed JSON from the app is read: what is absent or of another kind counts as empty. */
export type Json = Record<string, unknown>;
export type Block = { type: string; block_id?: string } & Json;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const asRecord = (value: unknown): Json => (isRecord(value) ? value : {});
export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
export const asBlocks = (value: unknown): Block[] =>
  asList(value).filter(
    (block): block is Block => isRecord(block) && typeof block.type === 'string',
  );
/** Length as Slack counts it: code points. */
export const lengthOf = (text: string): number => [...text].length;

export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
