import { asText, type Json, parseJson } from '../json.ts';
import type { Local } from '../local.ts';
import type { Channel } from '../types.ts';

/** An answer { ok: false, error, … }; thrown inside a method, answered by the dispatcher. */
export class ApiFailure extends Error {
  readonly answer: Json;
  constructor(error: string, details: Json = {}) {
    super(error);
    this.answer = { ok: false, error, ...details };
  }
}

type Call = { local: Local; args: Json };
export type Method = (call: Call) => Json | Promise<Json>;

export const textArg = (args: Json, name: string): string => asText(args[name]);

export const requiredText = (args: Json, name: string): string => {
  const value = asText(args[name]);
  if (value !== '') return value;
  throw new ApiFailure('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  });
};

/** Lists and objects travel as JSON strings in a form, as themselves in a JSON body. */
export const jsonArg = (args: Json, name: string): unknown => {
  const value = args[name];
  if (typeof value !== 'string') return value;
  return value === '' ? undefined : parseJson(value);
};

export const flagArg = (args: Json, name: string): boolean =>
  args[name] === true || args[name] === 'true' || args[name] === '1';

export const requiredChannel = (local: Local, args: Json, name = 'channel'): Channel => {
  const channel = local.workspace.channels.get(requiredText(args, name));
  if (!channel) throw new ApiFailure('channel_not_found');
  return channel;
};
