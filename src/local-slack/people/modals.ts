import { checkView, wording } from '../check-blocks/check-surface.ts';
import { asRecord, asText, type Json } from '../json.ts';
import type { Local } from '../local.ts';
import type { AckOutcome, Choice, Person, View } from '../types.ts';
import { makeView, modalStackMax } from '../views.ts';
import { formErrors } from './form-errors.ts';
import { viewClosed, viewSubmission } from './payloads.ts';
import { fill } from './press.ts';

const rejected = (reason: string): AckOutcome => ({ status: 'rejected', reason });

const topView = (local: Local, person: Person, viewId: string): View | null => {
  const top = local.modals.stack(person.userId).at(-1);
  return top?.id === viewId ? top : null;
};

/** Does what the app's answer to a submission says. */
const followResponse = (local: Local, person: Person, view: View, response: Json): AckOutcome => {
  const ok: AckOutcome = { status: 'ok', response, tookMs: 0 };
  const action = asText(response.response_action);
  if (action === 'errors') {
    const errors = asRecord(response.errors) as Record<string, string>;
    const unknown = Object.keys(errors).find(
      (blockId) => !view.blocks.some(({ block_id }) => block_id === blockId),
    );
    return unknown === undefined
      ? { status: 'errors', errors }
      : rejected(`The app names an error for ${unknown}, which is no block of the view.`);
  }
  if (action === 'clear') local.modals.clear(person.userId);
  if (action === '') local.modals.remove(person.userId, view.id);
  if (action !== 'update' && action !== 'push') return ok;
  const issues = checkView(response.view, '/view');
  if (issues.length > 0) return rejected(issues.map(wording).join('; '));
  const sent = asRecord(response.view);
  if (action === 'update') local.modals.replace(makeView(local.workspace.app, sent, view));
  else if (local.modals.stack(person.userId).length >= modalStackMax) {
    return rejected('push_limit_reached');
  } else local.modals.push(person.userId, makeView(local.workspace.app, sent));
  return ok;
};

export const submitView = async (
  local: Local,
  person: Person,
  viewId: string,
  values: Record<string, Choice>,
): Promise<AckOutcome> => {
  const problem = fill(local, person, viewId, values);
  if (problem) return rejected(problem);
  const view = topView(local, person, viewId);
  if (!view) return rejected('That view is not on top of the open modals.');
  const errors = formErrors(view, person.locale);
  if (Object.keys(errors).length > 0) return { status: 'errors', errors };
  const payload = viewSubmission(local, person, view);
  const outcome = await local.deliverer.interaction({
    ...{ type: 'interactive', name: 'view_submission', payload },
  });
  if (outcome.status !== 'ok') return outcome;
  const current = topView(local, person, viewId) ?? view;
  const followed = followResponse(local, person, current, asRecord(outcome.response));
  return followed.status === 'ok' ? { ...followed, tookMs: outcome.tookMs } : followed;
};

export const closeView = async (
  local: Local,
  person: Person,
  viewId: string,
  all: boolean,
): Promise<AckOutcome> => {
  const view = topView(local, person, viewId);
  if (!view) return rejected('That view is not on top of the open modals.');
  const cleared = all || view.clear_on_close;
  const closing = cleared ? local.modals.stack(person.userId).toReversed() : [view];
  if (cleared) local.modals.clear(person.userId);
  else local.modals.remove(person.userId, viewId);
  let outcome: AckOutcome = { status: 'ok', response: null, tookMs: 0 };
  for (const one of closing.filter(({ notify_on_close }) => notify_on_close)) {
    const payload = viewClosed(local, person, one, cleared);
    outcome = await local.deliverer.interaction({
      ...{ type: 'interactive', name: 'view_closed', payload },
    });
  }
  return outcome;
};
