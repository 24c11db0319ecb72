/** Decides what of an error goes into the log: never a query's parameters, which are clients' facts. */
type Fields = { error: string; code?: string; at?: string };

type Wrapping = Error & { code?: unknown; original?: unknown; originals?: unknown[] };

/** The error inside: the database's own, or the one that Slack's library wrapped. */
const innerOf = (error: Wrapping): unknown =>
  error.cause ?? error.original ?? error.originals?.[0] ?? null;

const placeOf = (error: Error): string | null =>
  error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim() ?? null;

/** Name, code and place of the innermost error; a database error's text names columns, not values. */
export const errorFields = (error: unknown): Fields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const inner = innerOf(error);
  if (inner instanceof Error) return errorFields(inner);
  const { code } = error as Wrapping;
  const at = placeOf(error);
  return {
    error: `${error.name}: ${error.message}`,
    ...(typeof code === 'string' ? { code } : {}),
    ...(at ? { at } : {}),
  };
};
