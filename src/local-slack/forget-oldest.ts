const rememberedMax = 10_000;

/** Keeps a map of things issued from growing for as long as the workspace runs. */
export const forgetOldest = (issued: Map<string, unknown>): void => {
  if (issued.size < rememberedMax) return;
  const [oldest] = issued.keys();
  if (oldest !== undefined) issued.delete(oldest);
};
