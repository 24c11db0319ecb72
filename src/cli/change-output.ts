/** What the terminal prints of a change: its outcome, or why it was refused. */

import type { ChangeOutcome } from '../coverage/change.ts';
import type { CoverageContext } from '../coverage/context.ts';
import { describeOutcome } from '../coverage/describe-change.ts';
import { fail, type Result } from '../domain/result.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { problem, sentence } from '../text/catalog.ts';
import { coverageText } from '../text/coverage.ts';
import { type CommandContext, type CommandOutput, done } from './run-command.ts';

/** The context in which the person with this e-mail address acts, or that nobody has it. */
export const actingAs = async (
  context: CommandContext,
  email: string,
): Promise<Result<CoverageContext>> => {
  const { database, now, config } = context;
  const actor = await findActorByEmail(database, email);
  if (actor) return { ok: true, value: { database, actor, now, timeZone: config.timeZone } };
  return fail(problem('unknown_person', coverageText, (t) => t.personNotFound(email)));
};

const refused = (result: Result<unknown> & { ok: false }, context: CommandContext) => {
  const { code: reason } = result.problem;
  const message = sentence(result.problem, context.locale);
  return done({ status: 'refused', requestId: null, auditId: null, reason, message }, message, 1);
};

/** Runs a change as the person with this e-mail address and prints what became of it. */
export const changeAs = async (
  context: CommandContext,
  email: string,
  work: (ctx: CoverageContext) => Promise<Result<ChangeOutcome>>,
): Promise<Result<CommandOutput>> => {
  const ctx = await actingAs(context, email);
  if (!ctx.ok) return refused(ctx, context);
  const outcome = await work(ctx.value);
  if (!outcome.ok) return refused(outcome, context);
  const message = describeOutcome(outcome.value, context.locale);
  return done({ ...outcome.value, message }, message);
};
