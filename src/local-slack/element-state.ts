/** What an interactive element holds: at first, and after a person chose or typed. */
import { asBlocks, asList, asRecord, asText, type Block, isRecord, type Json } from './json.ts';
import type { Choice, StateValues } from './types.ts';

export type Located = { block: Block; element: Json };

/** Every interactive element of these blocks with the block that holds it. */
export const elementsOf = (blocks: Block[]): Located[] =>
  blocks.flatMap((block) => {
    const held = [
      block.accessory,
      block.element,
      ...asList(block.elements),
      ...asList(block.actions),
    ].filter(isRecord);
    const own = held.filter(({ action_id }) => action_id).map((element) => ({ block, element }));
    const nested = [...asBlocks(block.child_blocks), ...asBlocks(block.elements)];
    return [
      ...own,
      ...elementsOf(nested.filter(({ type }) => type === 'card' || block.child_blocks)),
    ];
  });

export const optionsOf = (element: Json): Json[] => [
  ...asList(element.options).filter(isRecord),
  ...asList(element.option_groups).flatMap((group) =>
    asList(asRecord(group).options).filter(isRecord),
  ),
];

type Field = { name: string; initial: string; many: boolean };
/** Where each kind keeps its value. */
const fields: Record<string, Field> = {
  plain_text_input: { name: 'value', initial: 'initial_value', many: false },
  email_text_input: { name: 'value', initial: 'initial_value', many: false },
  url_text_input: { name: 'value', initial: 'initial_value', many: false },
  number_input: { name: 'value', initial: 'initial_value', many: false },
  rich_text_input: { name: 'rich_text_value', initial: 'initial_value', many: false },
  static_select: { name: 'selected_option', initial: 'initial_option', many: false },
  external_select: { name: 'selected_option', initial: 'initial_option', many: false },
  radio_buttons: { name: 'selected_option', initial: 'initial_option', many: false },
  users_select: { name: 'selected_user', initial: 'initial_user', many: false },
  channels_select: { name: 'selected_channel', initial: 'initial_channel', many: false },
  conversations_select: {
    name: 'selected_conversation',
    initial: 'initial_conversation',
    many: false,
  },
  datepicker: { name: 'selected_date', initial: 'initial_date', many: false },
  timepicker: { name: 'selected_time', initial: 'initial_time', many: false },
  datetimepicker: { name: 'selected_date_time', initial: 'initial_date_time', many: false },
  checkboxes: { name: 'selected_options', initial: 'initial_options', many: true },
  multi_static_select: { name: 'selected_options', initial: 'initial_options', many: true },
  multi_external_select: { name: 'selected_options', initial: 'initial_options', many: true },
  multi_users_select: { name: 'selected_users', initial: 'initial_users', many: true },
  multi_channels_select: { name: 'selected_channels', initial: 'initial_channels', many: true },
  multi_conversations_select: {
    name: 'selected_conversations',
    initial: 'initial_conversations',
    many: true,
  },
};

const kindOf = (element: Json): string => asText(element.type);
export const holdsState = (element: Json): boolean => kindOf(element) in fields;

const initialValue = (element: Json): Json => {
  const field = fields[kindOf(element)] as Field;
  const empty = field.many ? [] : null;
  return { type: element.type, [field.name]: element[field.initial] ?? empty };
};

/** state.values of these blocks; a value already given to the same block and action stays. */
export const stateOf = (blocks: Block[], earlier: StateValues = {}): StateValues => {
  const values: StateValues = {};
  for (const { block, element } of elementsOf(blocks)) {
    if (!holdsState(element)) continue;
    const [blockId, actionId] = [asText(block.block_id), asText(element.action_id)];
    const before = earlier[blockId]?.[actionId];
    const kept = before && before.type === element.type ? before : initialValue(element);
    values[blockId] = { ...values[blockId], [actionId]: kept };
  }
  return values;
};

const pickOption = (choice: unknown, options: Json[]): Json | null => {
  if (isRecord(choice)) return choice;
  return options.find(({ value }) => value === choice) ?? null;
};

/** The element's value after this choice, or a sentence why it cannot be chosen. */
export const valueFor = (
  element: Json,
  choice: Choice | undefined,
  options: Json[],
): Json | string => {
  const field = fields[kindOf(element)];
  if (!field) return `${kindOf(element)} holds no value`;
  const type = element.type;
  if (choice === null || choice === undefined)
    return { type, [field.name]: field.many ? [] : null };
  if (!field.name.startsWith('selected_option')) {
    return { type, [field.name]: kindOf(element) === 'datetimepicker' ? Number(choice) : choice };
  }
  const wanted = field.many ? asList(choice) : [choice];
  const picked = wanted.map((one) => pickOption(one, options));
  const missing = picked.indexOf(null);
  if (missing !== -1) return `no option ${JSON.stringify(wanted[missing])} in ${element.action_id}`;
  return { type, [field.name]: field.many ? picked : picked[0] };
};

/** True when nothing was chosen or typed. */
export const isEmpty = (value: Json): boolean => {
  const field = fields[asText(value.type)];
  const held = field ? value[field.name] : null;
  return (
    held === null || held === undefined || held === '' || (Array.isArray(held) && !held.length)
  );
};
