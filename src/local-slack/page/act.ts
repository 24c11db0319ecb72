import type { VisitorCall } from '../page-api/protocol.ts';
import type { AckOutcome } from '../types.ts';
import { call } from './link.ts';
import type { Json, Surface } from './model.ts';
import { record, textOf } from './model.ts';
import { change, changed, state, tell } from './store.ts';
import { words } from './words.ts';

/** Says what went wrong; true when all is well. */
export const tellOutcome = (outcome: unknown): boolean => {
  const { status, reason } = record(outcome) as Partial<AckOutcome> & { reason?: string };
  if (status === 'timed_out') tell(words().timedOut);
  if (status === 'unreachable') tell(words().unreachable(textOf(reason)));
  if (status === 'rejected') tell(textOf(reason));
  return status === 'ok';
};

/** A call whose failure is told; null then. */
export const tryCall = async (name: VisitorCall, ...args: unknown[]): Promise<unknown> => {
  try {
    return await call(name, ...args);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return null;
  }
};

const viewIdOf = (surface: Surface): string | null =>
  'viewId' in surface.where ? surface.where.viewId : null;

const actionIdsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(actionIdsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [textOf(record(value).action_id), ...Object.values(value).flatMap(actionIdsIn)];
};

/** What was typed in the view, without inputs that the app has since taken away. */
export const draftsOf = (viewId: string): Json => {
  const { views = [], home = null } = state.around ?? {};
  const view = [...views, home].find((one) => one?.id === viewId);
  const there = new Set(actionIdsIn(view?.blocks));
  const drafts = Object.entries(state.drafts.get(viewId) ?? {});
  return Object.fromEntries(drafts.filter(([actionId]) => there.has(actionId)));
};

/** Sends what was typed in the view, so that the app's next payload carries it. */
const sendDrafts = async (surface: Surface): Promise<void> => {
  const viewId = viewIdOf(surface);
  if (viewId && state.drafts.has(viewId)) await tryCall('fill', viewId, draftsOf(viewId));
};

const pressNow = async (surface: Surface, element: Json, blockId: string, choice: unknown) => {
  const busyKey = `${surface.key} ${blockId} ${textOf(element.action_id)}`;
  state.busy.add(busyKey);
  changed();
  await sendDrafts(surface);
  const outcome = await tryCall('press', surface.where, element.action_id, choice, { blockId });
  state.busy.delete(busyKey);
  changed();
  if (outcome) tellOutcome(outcome);
};

/** A press or choice, after the confirmation that the element may ask for. */
export const press = (
  surface: Surface,
  element: Json,
  blockId: string,
  choice: unknown = null,
): void => {
  const confirm = record(element.confirm);
  const go = () => void pressNow(surface, element, blockId, choice);
  if (!element.confirm) {
    go();
    return;
  }
  const label = (name: string, otherwise: string) =>
    textOf(record(confirm[name]).text) || otherwise;
  change({
    question: {
      title: label('title', ''),
      text: label('text', ''),
      confirm: label('confirm', 'OK'),
      deny: label('deny', words().cancel),
      danger: confirm.style === 'danger',
      onConfirm: go,
    },
  });
};

export const isBusy = (surface: Surface, element: Json, blockId: string): boolean =>
  state.busy.has(`${surface.key} ${blockId} ${textOf(element.action_id)}`);

/** Keeps what is typed or chosen in an input of a view until it is sent. */
export const keepDraft = (surface: Surface, actionId: string, value: unknown): void => {
  const viewId = viewIdOf(surface);
  if (!viewId) return;
  state.drafts.set(viewId, { ...state.drafts.get(viewId), [actionId]: value });
};

export const chosenKey = (surface: Surface, element: Json): string =>
  `${surface.key} ${textOf(element.action_id)}`;
