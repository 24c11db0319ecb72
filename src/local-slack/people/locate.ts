/** Finds what a person acts on, and what they have chosen there so far. */
import { elementsOf, type Located, optionsOf, stateOf } from '../element-state.ts';
import { asText, type Block, type Json } from '../json.ts';
import type { Local } from '../local.ts';
import { findMessage } from '../messages.ts';
import type { Message, PressTarget, StateValues, View } from '../types.ts';
import { messageKey } from '../workspace.ts';

export type Place = { kind: 'message'; message: Message } | { kind: 'view'; view: View };

/** null when there is no such place or this person cannot see it. */
export const findPlace = (local: Local, userId: string, where: PressTarget): Place | null => {
  if ('viewId' in where) {
    const home = local.workspace.homes.get(userId);
    const views = [...local.modals.stack(userId), ...(home ? [home] : [])];
    const view = views.find(({ id }) => id === where.viewId);
    return view ? { kind: 'view', view } : null;
  }
  const message = findMessage(local, where.channel, where.ts);
  const channel = local.workspace.channels.get(where.channel);
  if (!message || !channel?.members.includes(userId)) return null;
  if (message.visibleTo && message.visibleTo !== userId) return null;
  return { kind: 'message', message };
};

export const blocksOf = (place: Place): Block[] =>
  place.kind === 'view' ? place.view.blocks : place.message.blocks;

const holdsValue = (element: Json, value: unknown): boolean =>
  element.value === value || optionsOf(element).some((option) => option.value === value);

/** Among several elements of one action_id, the one in the block asked for or with the value. */
export const findElement = (
  place: Place,
  actionId: string,
  choice: unknown,
  blockId: string | undefined,
): Located | null => {
  const all = elementsOf(blocksOf(place)).filter(
    ({ element, block }) =>
      element.action_id === actionId && (blockId === undefined || block.block_id === blockId),
  );
  return all.find(({ element }) => holdsValue(element, choice)) ?? all[0] ?? null;
};

const stateKey = (userId: string, { channel, ts }: Message): string =>
  `${userId} ${messageKey(channel, ts)}`;

export const stateAt = (local: Local, userId: string, place: Place): StateValues =>
  place.kind === 'view'
    ? place.view.state.values
    : stateOf(place.message.blocks, local.messageStates.get(stateKey(userId, place.message)));

const replaceView = (local: Local, userId: string, view: View): void => {
  if (view.type === 'modal') local.modals.replace(view);
  else local.workspace.homes.put(userId, view);
};

/** Keeps one element's new value; returns the place as it is now. */
export const keepValue = (
  local: Local,
  userId: string,
  place: Place,
  { block, element }: Located,
  value: Json,
): Place => {
  const [blockId, actionId] = [asText(block.block_id), asText(element.action_id)];
  const before = stateAt(local, userId, place);
  const values = { ...before, [blockId]: { ...before[blockId], [actionId]: value } };
  if (place.kind === 'message') {
    local.messageStates.set(stateKey(userId, place.message), values);
    return place;
  }
  const view = { ...place.view, state: { values } };
  replaceView(local, userId, view);
  return { kind: 'view', view };
};
