import { newBlockId } from './ids.ts';
import { asBlocks, asList, type Block, isRecord, type Json } from './json.ts';

const interactive = /button|select|picker|input|checkboxes|overflow|radio_buttons|feedback_buttons/;

const withActionId = (element: unknown): unknown => {
  if (!isRecord(element)) return element;
  if (element.action_id || !interactive.test(String(element.type))) return element;
  return { ...element, action_id: newBlockId() };
};

const within = (block: Block): Json => ({
  ...(block.accessory ? { accessory: withActionId(block.accessory) } : {}),
  ...(block.element ? { element: withActionId(block.element) } : {}),
  ...(block.elements ? { elements: asList(block.elements).map(withActionId) } : {}),
  ...(block.child_blocks ? { child_blocks: withIds(asBlocks(block.child_blocks)) } : {}),
});

/** Fills in the block_ids and action_ids that the app left out, as Slack does. */
export const withIds = (blocks: Block[]): Block[] =>
  blocks.map((block) => ({ ...block, block_id: block.block_id ?? newBlockId(), ...within(block) }));
