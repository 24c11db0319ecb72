/** Decides what of an error goes into the log: never a query's parameters, which are clients' facts. */
type Fields = { error: string; code?: string; at?: string };

const codeOf = (error: Error): string | undefined => {
  const { code } = error as Error & { code?: unknown };
  return typeof code === 'string' ? code : undefined;
};

/** Name, code and place of the innermost cause; a database error's text names columns, not values. */
export const errorFields = (error: unknown): Fields => {
  if (!(error instanceof Error)) return { error: typeof error };
  if (error.cause instanceof Error) return errorFields(error.cause);
  const code = codeOf(error);
  const at = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return {
    error: `${error.name}: ${error.message}`,
    ...(code ? { code } : {}),
    ...(at ? { at: at.trim() } : {}),
  };
};
