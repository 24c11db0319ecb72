import type { Block } from '../../json.ts';
import { chosenKey, keepDraft, press } from '../act.ts';
import { type Json, record, type Surface, textOf } from '../model.ts';
import { changed, state } from '../store.ts';

/** The value that the server knows for an element of a view. */
const heldValue = (element: Json, block: Block, surface: Surface): Json =>
  record(surface.values[block.block_id ?? '']?.[textOf(element.action_id)]);

const viewDrafts = (surface: Surface): Json =>
  'viewId' in surface.where ? (state.drafts.get(surface.where.viewId) ?? {}) : {};

/** What is chosen now: in this page, else as the server knows, else as the app preset it. */
export const current = (
  element: Json,
  block: Block,
  surface: Surface,
  field: string,
  initial: string,
): unknown => {
  const actionId = textOf(element.action_id);
  const drafts = viewDrafts(surface);
  if (actionId in drafts) return drafts[actionId];
  const chosen = state.chosen.get(chosenKey(surface, element));
  if (chosen !== undefined) return chosen;
  const held = heldValue(element, block, surface);
  return field in held ? held[field] : element[initial];
};

/** Takes a choice: kept for the submission in an input, told to the app elsewhere. */
export const choose = (element: Json, block: Block, surface: Surface, choice: unknown): void => {
  const silent = block.type === 'input' && block.dispatch_action !== true;
  if (silent) keepDraft(surface, textOf(element.action_id), choice);
  else {
    if (!('viewId' in surface.where)) state.chosen.set(chosenKey(surface, element), choice);
    press(surface, element, block.block_id ?? '', choice);
  }
  changed();
};
