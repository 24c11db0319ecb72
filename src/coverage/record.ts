import { appendAudit } from '../db/append-audit.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import { applyOverride, applyReassign } from './apply-change.ts';
import type { Change } from './change.ts';
import type { CoveredClient } from './load-client.ts';
import { type Notice, queueNotices } from './notices.ts';

/** One moment of one request: everything that a step of it writes down. */
export type Step = {
  client: CoveredClient;
  change: Change;
  requestId: string;
  requestedById: string;
  /** Who does this step. */
  actorId: string;
  /** Business date. */
  on: Temporal.PlainDate;
  at: Temporal.Instant;
};

/** Appends the audit entry of a step and returns its number. */
export const auditStep = (
  transaction: ScopedTransaction,
  step: Step,
  event: string,
): Promise<number> =>
  appendAudit(transaction, {
    at: step.at,
    actorId: step.actorId,
    action: `${step.change.kind}.${event}`,
    clientId: step.client.clientId,
    requestId: step.requestId,
    reason: `${step.change.reasonCode}: ${step.change.reasonText}`,
    before: { managerId: step.client.managerId, inForceTier: step.client.inForceTier },
    after: step.change,
  });

/** Tells people what became of a request; `decided` = the actor of the step decided on it. */
export const tell = (
  transaction: ScopedTransaction,
  step: Step,
  event: Notice['event'],
  to: readonly (string | null)[],
  decided = false,
): Promise<void> => {
  const { client, change, requestId, requestedById, actorId, on, at } = step;
  const about = { requestId, clientId: client.clientId, clientName: client.name, change };
  const decidedById = decided ? actorId : null;
  return queueNotices(transaction, event, { ...about, requestedById, decidedById }, to, { on, at });
};

/** Carries a change out, audits it and tells both managers and the requester; returns the audit number. */
export const carryOut = async (
  transaction: ScopedTransaction,
  step: Step,
  decided: boolean,
): Promise<number> => {
  const { client, change, requestedById } = step;
  if (change.kind === 'reassign') await applyReassign(transaction, { ...step, change });
  else await applyOverride(transaction, { ...step, change });
  const auditId = await auditStep(transaction, step, 'applied');
  const target = change.kind === 'reassign' ? change.to : null;
  await tell(transaction, step, 'applied', [client.managerId, target, requestedById], decided);
  return auditId;
};
