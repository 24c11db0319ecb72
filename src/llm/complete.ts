/** One reply from an OpenAI-compatible endpoint, in the strictest way of answering that the endpoint takes. */
import OpenAI from 'openai';
import type { PlannerFailure } from '../query/planner.ts';
import { cappedFetch, TOO_LARGE } from './capped-fetch.ts';
import { type ModelSettings, REPLY_BYTES_MAX, REPLY_TOKENS_MAX } from './settings.ts';
import { WIRE_SCHEMA } from './wire-schema.ts';

export type Message = { role: 'system' | 'user' | 'assistant'; content: string };

/** `tokens`: what the endpoint says it used; null = it says nothing usable. */
export type Completion =
  | { ok: true; text: string; refused: boolean; tokens: number | null }
  | { ok: false; why: PlannerFailure };

export type Complete = (messages: readonly Message[], signal: AbortSignal) => Promise<Completion>;

type Parameters = Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>;

/** From the strictest: what constrains the reply to the schema, to JSON, to nothing. */
const RUNGS: readonly Parameters[] = [
  {
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'reply', strict: true, schema: WIRE_SCHEMA },
    },
    max_completion_tokens: REPLY_TOKENS_MAX,
  },
  { response_format: { type: 'json_object' }, max_tokens: REPLY_TOKENS_MAX, temperature: 0 },
  { max_tokens: REPLY_TOKENS_MAX, temperature: 0 },
];

/** "I do not know this parameter", in the ways in which servers say it. */
const NOT_TAKEN: readonly number[] = [400, 415, 422, 501];

const failureOf = (error: unknown, signal: AbortSignal): PlannerFailure => {
  if (signal.aborted) return signal.reason?.name === 'TimeoutError' ? 'timeout' : 'cancelled';
  if (error instanceof OpenAI.APIConnectionTimeoutError) return 'timeout';
  if (error instanceof OpenAI.APIConnectionError) return 'failing';
  if (!(error instanceof OpenAI.APIError)) return 'unreadable';
  if (error.status === TOO_LARGE) return 'too_large';
  return error.status === 429 || (error.status ?? 500) >= 500 ? 'failing' : 'rejected';
};

const readCompletion = (raw: unknown): Completion => {
  const completion = raw as Partial<OpenAI.ChatCompletion> | null;
  const choice = completion?.choices?.[0];
  const content: unknown = choice?.message?.content;
  const total: unknown = completion?.usage?.total_tokens;
  return {
    ok: true,
    text: typeof content === 'string' ? content : '',
    refused: Boolean(choice?.message?.refusal) || choice?.finish_reason === 'content_filter',
    tokens: typeof total === 'number' && Number.isFinite(total) ? total : null,
  };
};

/** Ends when the signal does, whatever the work is waiting for. */
const until = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });

/** Remembers how far down it had to climb, so that an endpoint is taught by one question only. */
export const createComplete = (settings: ModelSettings): Complete => {
  let rung = 0;
  const ask = async (messages: readonly Message[], signal: AbortSignal): Promise<unknown> => {
    const client = new OpenAI({
      baseURL: settings.url,
      apiKey: settings.key ?? 'none',
      maxRetries: 1,
      timeout: settings.timeoutMs,
      logLevel: 'off',
      fetch: cappedFetch(REPLY_BYTES_MAX, signal),
    });
    for (let at = rung; ; at += 1) {
      const body = { model: settings.name, messages: [...messages], ...RUNGS[at] };
      try {
        const reply = await client.chat.completions.create(body, { signal });
        rung = at;
        return reply;
      } catch (error) {
        const status = error instanceof OpenAI.APIError ? error.status : undefined;
        if (at === RUNGS.length - 1 || !NOT_TAKEN.includes(status ?? 0)) throw error;
      }
    }
  };
  return async (messages, signal) => {
    try {
      return readCompletion(await until(signal, ask(messages, signal)));
    } catch (error) {
      return { ok: false, why: failureOf(error, signal) };
    }
  };
};
