import { elementsOf, holdsState, type Located, optionsOf, valueFor } from '../element-state.ts';
import { asRecord, asText, isRecord, type Json } from '../json.ts';
import type { Local } from '../local.ts';
import type { AckOutcome, Choice, Person, PressTarget, Suggestions } from '../types.ts';
import { findElement, findPlace, keepValue, type Place, stateAt } from './locate.ts';
import { blockActions, blockSuggestion, inMessage, inView, trigger } from './payloads.ts';

const suggestedKey = (person: Person, actionId: string): string => `${person.userId} ${actionId}`;

const rejected = (reason: string): AckOutcome => ({ status: 'rejected', reason });

/** Whose options a choice may come from: the element's own, or what the app last suggested. */
const choosable = (local: Local, person: Person, element: Json): Json[] => [
  ...optionsOf(element),
  ...(local.suggested.get(suggestedKey(person, asText(element.action_id))) ?? []),
  ...[element.initial_option].filter(isRecord),
];

const feedbackPart = (element: Json, choice: Choice | undefined): Json => {
  const [positive, negative] = [element.positive_button, element.negative_button].map(asRecord);
  const chosen = negative?.value === choice ? negative : positive;
  return { value: chosen?.value, text: chosen?.text };
};

/** The fields of an action that depend on the kind of element. */
const actionPart = (
  local: Local,
  person: Person,
  element: Json,
  choice: Choice | undefined,
): Json | string => {
  if (element.type === 'feedback_buttons') return feedbackPart(element, choice);
  if (element.type === 'overflow') {
    const picked = optionsOf(element).find(({ value }) => value === choice);
    return picked ? { selected_option: picked } : `no option ${String(choice)}`;
  }
  if (holdsState(element)) return valueFor(element, choice, choosable(local, person, element));
  const { value, text, url, icon } = element;
  return { ...(value === undefined ? {} : { value }), text, ...(url ? { url } : {}), icon };
};

const placePayload = (local: Local, person: Person, place: Place): Json =>
  place.kind === 'view'
    ? inView(local, person, place.view)
    : inMessage(local, person, place.message);

const staysLocal = ({ block }: Located): boolean =>
  block.type === 'input' && block.dispatch_action !== true;

/** A click or a choice, up to the app's acknowledgement. */
export const press = async (
  local: Local,
  person: Person,
  where: PressTarget,
  actionId: string,
  choice: Choice | undefined,
  blockId: string | undefined,
): Promise<AckOutcome> => {
  const found = findPlace(local, person.userId, where);
  if (!found) return rejected('This person does not see that message or view.');
  const located = findElement(found, actionId, choice, blockId);
  if (!located) return rejected(`There is no element ${actionId} there.`);
  const { block, element } = located;
  const part = actionPart(local, person, element, choice);
  if (typeof part === 'string') return rejected(part);
  const place = holdsState(element) ? keepValue(local, person.userId, found, located, part) : found;
  if (staysLocal(located)) return { status: 'ok', response: null, tookMs: 0 };
  const action = {
    ...{ type: element.type, action_id: actionId, block_id: block.block_id, ...part },
    ...(element.placeholder ? { placeholder: element.placeholder } : {}),
    action_ts: local.workspace.nextTs(),
  };
  const payload = blockActions(
    {
      ...placePayload(local, person, place),
      ...trigger(local, person, place.kind === 'view' ? place.view : null),
    },
    action,
    place.kind === 'message' ? stateAt(local, person.userId, place) : null,
  );
  return local.deliverer.interaction({ type: 'interactive', name: 'block_actions', payload });
};

const readSuggestions = (response: unknown): Suggestions => {
  const { options, option_groups: groups } = asRecord(response);
  return {
    options: optionsOf({ options }),
    groups: (Array.isArray(groups) ? groups : []).map(asRecord).map((group) => ({
      label: asText(asRecord(group.label).text),
      options: optionsOf({ options: group.options }),
    })),
  };
};

/** What the app offers for these letters in an external select. */
export const search = async (
  local: Local,
  person: Person,
  where: PressTarget,
  actionId: string,
  query: string,
): Promise<Suggestions & { outcome: AckOutcome }> => {
  const none = { options: [], groups: [] };
  const place = findPlace(local, person.userId, where);
  const located = place && findElement(place, actionId, undefined, undefined);
  if (!place || !located) return { ...none, outcome: rejected(`There is no ${actionId} there.`) };
  const payload = blockSuggestion(
    placePayload(local, person, place),
    { action_id: actionId, block_id: located.block.block_id },
    query,
  );
  const outcome = await local.deliverer.interaction({
    ...{ type: 'interactive', name: 'block_suggestion', payload },
  });
  if (outcome.status !== 'ok') return { ...none, outcome };
  const found = readSuggestions(outcome.response);
  const all = [...found.options, ...found.groups.flatMap(({ options }) => options)];
  local.suggested.set(suggestedKey(person, actionId), all);
  return { ...found, outcome };
};

/** Puts values typed into a modal into its state, by action_id. */
export const fill = (
  local: Local,
  person: Person,
  viewId: string,
  values: Record<string, Choice>,
): string | null => {
  for (const [actionId, choice] of Object.entries(values)) {
    const place = findPlace(local, person.userId, { viewId });
    if (place?.kind !== 'view') return `There is no open view ${viewId}.`;
    const located = elementsOf(place.view.blocks).find(
      ({ element }) => element.action_id === actionId,
    );
    if (!located) return `There is no input ${actionId} in the view.`;
    const value = valueFor(located.element, choice, choosable(local, person, located.element));
    if (typeof value === 'string') return value;
    keepValue(local, person.userId, place, located, value);
  }
  return null;
};
