/** Which model is asked, and how much of it a person may use. */
export type ModelSettings = {
  /** Base address of an OpenAI-compatible API, e.g. https://models.bank.example/v1. */
  url: string;
  /** null = the endpoint wants none. */
  key: string | null;
  name: string;
  /** Over everything that one question needs: waiting, retrying and repairing. */
  timeoutMs: number;
  callsPerDayMax: number;
  tokensPerDayMax: number;
};

export const REPLY_BYTES_MAX = 262_144;
/** Enough for a plan and for a reasoning model's thoughts before it. */
export const REPLY_TOKENS_MAX = 4_000;
