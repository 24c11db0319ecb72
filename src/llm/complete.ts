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

/** `told`: the schema stands in the prompt, because nothing else would tell it. */
type Rung = {
  told: boolean;
  parameters: Partial<OpenAI.ChatCompletionCreateParamsNonStreaming>;
};

const LOOSE = { max_tokens: REPLY_TOKENS_MAX, temperature: 0 } as const;

/** From the strictest: what constrains the reply to the schema, to JSON, to nothing. */
const RUNGS: readonly Rung[] = [
  {
    told: false,
    parameters: {
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'reply', strict: true, schema: WIRE_SCHEMA },
      },
      max_completion_tokens: REPLY_TOKENS_MAX,
    },
  },
  { told: true, parameters: { response_format: { type: 'json_object' }, ...LOOSE } },
  { told: true, parameters: LOOSE },
];

const withSchema = (messages: readonly Message[]): Message[] =>
  messages.map(({ role, content }) => ({
    role,
    content: role === 'system' ? `${content}\n\nSchema\n${JSON.stringify(WIRE_SCHEMA)}` : content,
  }));

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

/** Ends when the signal does, whatever the work is waiting for; what the work meets later is nobody's trouble. */
const until = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

const isRefusedParameter = (error: unknown): boolean =>
  error instanceof OpenAI.APIError && NOT_TAKEN.includes(error.status ?? 0);

/** Down the rungs from one; ends at the first that is taken, or throws what the last one met. */
const climbDown = async (
  from: number,
  attempt: (rung: Rung) => Promise<unknown>,
): Promise<{ raw: unknown; rung: number }> => {
  for (const [rung, next] of RUNGS.entries()) {
    if (rung < from) continue;
    try {
      return { raw: await attempt(next), rung };
    } catch (error) {
      if (rung === RUNGS.length - 1 || !isRefusedParameter(error)) throw error;
    }
  }
  throw new Error('There is no rung to stand on.');
};

/** Remembers how far down it had to climb, so that an endpoint is taught by one question only. */
export const createComplete = (settings: ModelSettings): Complete => {
  let taken = 0;
  const ask = async (messages: readonly Message[], signal: AbortSignal): Promise<unknown> => {
    const client = new OpenAI({
      baseURL: settings.url,
      apiKey: settings.key ?? 'none',
      organization: null,
      project: null,
      maxRetries: 1,
      timeout: settings.timeoutMs,
      logLevel: 'off',
      fetch: cappedFetch(REPLY_BYTES_MAX, signal),
    });
    const { raw, rung } = await climbDown(taken, ({ told, parameters }) => {
      const said = told ? withSchema(messages) : [...messages];
      const body = { model: settings.name, messages: said, ...parameters, stream: false } as const;
      return client.chat.completions.create(body, { signal });
    });
    taken = rung;
    return raw;
  };
  return async (messages, signal) => {
    try {
      return readCompletion(await until(signal, ask(messages, signal)));
    } catch (error) {
      return { ok: false, why: failureOf(error, signal) };
    }
  };
};
