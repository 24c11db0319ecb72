import { type ClientOnDate, loadClientOnDate } from '../db/metrics/load-client.ts';
import type { Actor } from '../domain/actor.ts';
import { compareDates } from '../domain/business-date.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { answerText } from '../text/answer.ts';
import { problem } from '../text/catalog.ts';
import { outlookText } from '../text/outlook.ts';
import { type Policy, policyOf } from '../tiering/policy.ts';
import { movesOf, type TierMove, type WhatIfMonth, whatIf } from '../tiering/what-if.ts';
import type { AssistantContext } from './answer-question.ts';
import { loadStanding } from './standing.ts';

/** `minor` null = half of what the client holds on the business date; negative = money that goes. */
export type Wish = { on: Temporal.PlainDate | null; minor: bigint | null };

export type WhatIfAnswer = {
  clientId: string;
  businessDate: Temporal.PlainDate;
  policyVersion: string;
  currency: string;
  digits: number;
  movement: { on: Temporal.PlainDate; minor: bigint };
  inForceTier: string;
  months: WhatIfMonth[];
  moves: TierMove[];
  /** The same months without the movement. */
  without: { months: WhatIfMonth[]; moves: TierMove[] };
};

export type WhatIfQuestion = { actor: Actor; clientId: string; wish: Wish; months: number };

const half = (minor: bigint): bigint => minor / 2n;

const simulate = (
  client: ClientOnDate,
  policy: Policy,
  { on, months }: { on: Temporal.PlainDate; months: number },
  movements: WhatIfAnswer['movement'][],
): { months: WhatIfMonth[]; moves: TierMove[]; inForceTier: string } | null => {
  const { facts, stretches, stored } = client;
  if (!stored) return null;
  const simulated = whatIf({ facts, policy, on, standing: stored, stretches, movements, months });
  // An override of today is in force although the night has not seen it.
  const inForceTier = facts.override?.tier ?? stored.inForceTier;
  return { months: simulated, moves: movesOf(inForceTier, simulated), inForceTier };
};

/**
 * "If she deposits 200,000 on the 15th": the client's tier month by month by the policy in force, balances
 * otherwise as they are. Problems: no night yet, a date that does not lie ahead, a client who is not the
 * asker's or does not exist.
 */
export const answerWhatIf = async (
  { database }: AssistantContext,
  { actor, clientId, wish, months }: WhatIfQuestion,
): Promise<Result<WhatIfAnswer>> => {
  const loaded = await loadStanding(database);
  if (!loaded.ok) return loaded;
  const { businessDate: on, policy: document, policyVersion, currency, digits } = loaded.value;
  const movesOn = wish.on ?? on.add({ days: 1 });
  if (compareDates(movesOn, on) <= 0)
    return fail(problem('not_ahead', outlookText, (t) => t.notAfter(`${movesOn}`, `${on}`)));
  const otherBook = problem('other_book', answerText, (t) => t.other_book);
  if (!document) return fail(otherBook);
  const policy = policyOf(document);
  const client = await loadClientOnDate(database, actor, { clientId, on, policy });
  if (!client) return fail(otherBook);
  const movement = { on: movesOn, minor: wish.minor ?? -half(client.facts.aumMinor) };
  const then = simulate(client, policy, { on, months }, [movement]);
  const without = simulate(client, policy, { on, months }, []);
  if (!then || !without) return fail(otherBook);
  return ok({
    clientId,
    businessDate: on,
    policyVersion,
    currency,
    digits,
    movement,
    ...then,
    without: { months: without.months, moves: without.moves },
  });
};
