import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerJson, readBody } from '../http.ts';
import { asRecord, asText, type Json, parseJson } from '../json.ts';
import type { Local } from '../local.ts';
import type { MethodFault } from '../types.ts';
import { ApiFailure } from './call.ts';
import { findMethod, type Token } from './methods.ts';

const rememberedMax = 5_000;

const readArgs = (request: IncomingMessage, body: string): Json => {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const type = request.headers['content-type'] ?? '';
  const fields = type.includes('json')
    ? asRecord(parseJson(body))
    : Object.fromEntries(new URLSearchParams(body));
  return { ...Object.fromEntries(query), ...fields };
};

const tokenOf = (request: IncomingMessage, args: Json): string =>
  request.headers.authorization?.replace(/^Bearer /i, '') || asText(args.token);

const tokenError = (local: Local, wanted: Token, token: string): string | null => {
  const { botToken, appToken } = local.workspace.app;
  if (wanted === 'none') return null;
  if (token === '') return 'not_authed';
  if (token !== botToken && token !== appToken) return 'invalid_auth';
  const right = wanted === 'any' || token === (wanted === 'bot' ? botToken : appToken);
  return right ? null : 'not_allowed_token_type';
};

const run = async (local: Local, name: string, args: Json, token: string): Promise<Json> => {
  const found = findMethod(name);
  if (!found) return { ok: false, error: 'unknown_method', req_method: name };
  const error = tokenError(local, found.token, token);
  if (error) return { ok: false, error };
  const { token: _secret, ...rest } = args;
  try {
    return await found.method({ local, args: rest });
  } catch (failure) {
    if (failure instanceof ApiFailure) return failure.answer;
    throw failure;
  }
};

const tooMany = (response: ServerResponse, seconds: number): void => {
  const headers = { 'retry-after': String(seconds) };
  answerJson(response, { ok: false, error: 'ratelimited' }, 429, headers);
};

/** True when the fault has decided the answer (or that there is none). */
const answerFault = (response: ServerResponse, fault: MethodFault): boolean => {
  if (fault.kind === 'rate_limited') tooMany(response, fault.retryAfterSeconds ?? 1);
  if (fault.kind === 'error')
    answerJson(response, { ok: false, error: fault.error ?? 'fatal_error' });
  if (fault.kind === 'http_error') {
    response.writeHead(fault.status ?? 500).end('upstream connect error');
  }
  return fault.kind !== 'delay' && fault.kind !== 'hang_after';
};

/** One call of the Web API, with the faults and limits that apply. */
export const handleCall = async (
  local: Local,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const args = readArgs(request, (await readBody(request)).toString('utf8'));
  const { token: _secret, ...shown } = args;
  const entry = {
    method: name,
    args: shown,
    at: Date.now(),
    ok: false,
    error: null as string | null,
  };
  if (local.calls.push(entry) > rememberedMax) local.calls.shift();
  const fault = local.faults.take(name);
  if (fault && answerFault(response, fault)) {
    entry.error = fault.kind;
    return;
  }
  if (fault?.kind === 'delay') await pause(fault.delayMs ?? 0, null, { ref: false });
  const wait = local.limiter(name, asText(args.channel));
  if (wait > 0) {
    entry.error = 'ratelimited';
    tooMany(response, wait);
    return;
  }
  const answer = await run(local, name, args, tokenOf(request, args));
  entry.ok = answer.ok === true;
  entry.error = answer.ok ? null : asText(answer.error);
  if (fault?.kind !== 'hang_after') answerJson(response, answer);
};
