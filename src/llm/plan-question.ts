/** Asks a model to plan a question that the grammar could not read, and believes nothing that it cannot check. */
import type { Planned, Planner, PlannerFailure, PlannerRequest } from '../query/planner.ts';
import { normalise, understand } from '../query/understand.ts';
import { createCircuit } from './circuit.ts';
import { type Complete, createComplete, type Message } from './complete.ts';
import { extractJson } from './extract-json.ts';
import { messagesOf } from './prompt.ts';
import { isProven } from './prove.ts';
import { readBack } from './read-back.ts';
import { type Redacted, redact } from './redact.ts';
import type { ModelSettings } from './settings.ts';
import { openPurse, type SpendStore } from './spend.ts';
import { type ReadReply, readReply } from './wire-plan.ts';

export type PlannerParts = {
  now: () => Temporal.Instant;
  spend: SpendStore;
  /** Told of every outcome, for metrics; never of a word of the question. */
  onOutcome?: (outcome: Planned['kind'] | PlannerFailure) => void;
};

const CHARACTERS_PER_TOKEN = 3;
const TOKENS_PER_CALL_MAX = 50_000;

/** At least what the words themselves weigh: an endpoint may report nothing, or nonsense. */
const tokensOf = (messages: readonly Message[], reply: string, told: number | null): number => {
  const characters = messages.reduce((sum, { content }) => sum + content.length, reply.length);
  const own = Math.ceil(characters / CHARACTERS_PER_TOKEN);
  return Math.max(own, Math.min(Math.ceil(told ?? 0), TOKENS_PER_CALL_MAX));
};

type Purse = ReturnType<typeof openPurse>;
type Asked = {
  complete: Complete;
  purse: Purse;
  redacted: Redacted;
  signal: AbortSignal;
  context: PlannerRequest['context'];
};
type Reply = ReadReply | { kind: 'failed'; why: PlannerFailure };

const failed = (why: PlannerFailure): Reply => ({ kind: 'failed', why });

const unusable = (mistakes: string): Reply => ({ kind: 'unusable', mistakes });

/** What a model's words come to: a plan that the grammar could have made, or why not. */
const read = (words: string, redacted: Redacted, context: PlannerRequest['context']): Reply => {
  const object = extractJson(words);
  if (!object) return unusable('no JSON object');
  const reply = readReply(object, redacted);
  if (reply.kind !== 'plan') return reply;
  const plan = readBack(reply.plan, context);
  return plan ? { kind: 'plan', plan } : unusable('plan: cannot be asked');
};

const askOnce = async (
  { complete, purse, redacted, signal, context }: Asked,
  mistakes: string | null,
): Promise<Reply> => {
  if (!(await purse.takeCall())) return failed('limit');
  const messages = messagesOf(redacted, mistakes);
  const completion = await complete(messages, signal);
  const words = completion.ok ? completion.text : '';
  await purse.payTokens(tokensOf(messages, words, completion.ok ? completion.tokens : null));
  if (!completion.ok) return failed(completion.why);
  return completion.refused ? { kind: 'unsupported' } : read(words, redacted, context);
};

/** A reply, after at most one repair. */
const ask = async (asked: Asked): Promise<Reply> => {
  const first = await askOnce(asked, null);
  return first.kind === 'unusable' ? askOnce(asked, first.mistakes) : first;
};

const judge = (reply: Reply, redacted: Redacted): Planned => {
  if (reply.kind === 'failed') return { kind: 'unavailable', why: reply.why };
  if (reply.kind === 'unusable') return { kind: 'unavailable', why: 'unreadable' };
  if (reply.kind === 'unsupported') return { kind: 'unsupported' };
  const { plan } = reply;
  return { kind: isProven(plan, redacted) ? 'plan' : 'reading', plan };
};

const signalOf = (timeoutMs: number, signal: AbortSignal | undefined): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);

/** Faults of ours or of the asker say nothing about the endpoint. */
const BLAMELESS: readonly PlannerFailure[] = ['limit', 'cancelled'];

/**
 * A planner that asks the configured model, or null where none is configured. It never throws for what the
 * endpoint does, and answers within `timeoutMs`. What the grammar refuses is never asked.
 */
export const createPlanner = (
  settings: ModelSettings | null,
  { now, spend, onOutcome }: PlannerParts,
): Planner | null => {
  if (!settings) return null;
  const complete = createComplete(settings);
  const circuit = createCircuit();
  const plan = async (request: PlannerRequest): Promise<Planned> => {
    const { question, context, actorKey } = request;
    if (understand(question, context).status === 'refused') return { kind: 'unsupported' };
    const text = normalise(question);
    const names = text ? await request.findNames(`${text.written}\n${text.text}`) : [];
    const redacted = text && redact(text, context, names);
    if (!redacted) return { kind: 'unavailable', why: 'private' };
    if (!circuit.mayAsk(now())) return { kind: 'unavailable', why: 'resting' };
    const purse = openPurse(spend, settings, actorKey, now());
    const signal = signalOf(settings.timeoutMs, request.signal);
    const reply = await ask({ complete, purse, redacted, signal, context });
    if (reply.kind === 'unusable') circuit.failed(now());
    else if (reply.kind !== 'failed') circuit.succeeded();
    else if (!BLAMELESS.includes(reply.why)) circuit.failed(now());
    return judge(reply, redacted);
  };
  return async (request) => {
    const planned = await plan(request);
    onOutcome?.(planned.kind === 'unavailable' ? planned.why : planned.kind);
    return planned;
  };
};
