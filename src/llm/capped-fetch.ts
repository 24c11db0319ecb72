/** A fetch that reads at most so many bytes, follows no redirect and hears no wish to be called again later. */

/** Stands for "the reply is too large" as a status that is never retried. */
export const TOO_LARGE = 413;

const readUpTo = async (response: Response, bytesMax: number): Promise<Uint8Array | null> => {
  if (!response.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Only type and status of the reply are kept: a Retry-After could hold the asker up for a minute. */
export const cappedFetch =
  (bytesMax: number, signal: AbortSignal): typeof fetch =>
  async (input, init) => {
    const signals = init?.signal ? [init.signal, signal] : [signal];
    const response = await fetch(input, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any(signals),
    });
    const body = await readUpTo(response, bytesMax);
    if (!body) return new Response(null, { status: TOO_LARGE });
    const bare = response.status === 204 || response.status === 304;
    return new Response(bare ? null : new TextDecoder().decode(body), {
      status: response.status,
      headers: { 'content-type': response.headers.get('content-type') ?? 'text/plain' },
    });
  };
