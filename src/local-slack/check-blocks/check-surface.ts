/** Whether Slack would accept these blocks in a message, a modal or the Home tab. */
import { asBlocks, asList, asRecord, type Block, isRecord, lengthOf } from '../json.ts';
import { blockTable } from './blocks.ts';
import { bool, byType, type Check, type Issue, issue, list, oneOf, shape, text } from './check.ts';
import { plainText } from './objects.ts';

export type Surface = 'message' | 'modal' | 'home';

/** Blocks that only some surfaces take. Any other block is fine everywhere. */
const allowedOn: Record<string, Surface[]> = {
  alert: ['modal'],
  carousel: ['message'],
  container: ['message'],
  context_actions: ['message'],
  data_visualization: ['message'],
  data_table: ['message'],
  card: ['message'],
  markdown: ['message'],
  plan: ['message'],
  table: ['message'],
  task_card: ['message'],
  file: ['message'],
};
const perMessageMax: Record<string, number> = { table: 1, data_visualization: 2 };
const markdownMax = 12_000;
/** All characters of a message's blocks together; observed, not documented. */
const messageBlocksMax = 13_200;
const viewBytesMax = 250 * 1024;

const block = byType(() => blockTable, 'block');

const duplicates = (ids: [string, string][], what: string): Issue[] => {
  const seen = new Set<string>();
  return ids.flatMap(([id, at]) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return issue(at, `${what} "${id}" already exists`, 'duplicate');
  });
};

const uniqueIds = (blocks: Block[], at: string): Issue[] => {
  const blockIds = blocks.flatMap((b, i): [string, string][] =>
    b.block_id === undefined ? [] : [[b.block_id, `${at}/${i}/block_id`]],
  );
  const actionIds = blocks.flatMap((b, i) => {
    const elements = asList(b.elements).map((element, j): [string, string] => [
      String(asRecord(element).action_id ?? ''),
      `${at}/${i}/elements/${j}/action_id`,
    ]);
    return duplicates(
      elements.filter(([id]) => id !== ''),
      'action_id',
    );
  });
  return [...duplicates(blockIds, 'block_id'), ...actionIds];
};

const rightSurface = (blocks: Block[], surface: Surface, at: string): Issue[] =>
  blocks.flatMap((b, i) =>
    (allowedOn[b.type] ?? [surface]).includes(surface)
      ? []
      : issue(`${at}/${i}/type`, `${b.type} is not allowed in a ${surface}`),
  );

const countsAndSizes = (blocks: Block[], at: string): Issue[] => {
  const tooMany = Object.entries(perMessageMax).flatMap(([type, max]) => {
    const extra = blocks.map((b, i) => ({ b, i })).filter(({ b }) => b.type === type)[max];
    return extra ? issue(`${at}/${extra.i}`, `only ${max} ${type} allowed in a message`) : [];
  });
  const markdown = blocks.filter((b) => b.type === 'markdown').map((b) => String(b.text));
  const long = lengthOf(markdown.join('')) > markdownMax;
  return [
    ...tooMany,
    ...(long ? issue(at, `markdown text is over ${markdownMax} characters`) : []),
  ];
};

/** `at` is where the blocks sit in what was sent, such as `/blocks` or `/view/blocks`. */
export const checkBlocks = (value: unknown, surface: Surface, at: string): Issue[] => {
  const issues = list(block, { min: 0, max: surface === 'message' ? 50 : 100 })(value, at);
  const blocks = asBlocks(value);
  const across = surface === 'message' ? countsAndSizes(blocks, at) : [];
  return [...issues, ...uniqueIds(blocks, at), ...rightSurface(blocks, surface, at), ...across];
};

const stringsIn = (value: unknown): number => {
  if (typeof value === 'string') return lengthOf(value);
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + stringsIn(item), 0);
  if (!isRecord(value)) return 0;
  const shown = Object.entries(value).filter(([name]) => !/^(type|style|.*_id|value)$/.test(name));
  return stringsIn(shown.map(([, item]) => item));
};

/** Slack's msg_blocks_too_long: all text of the blocks together. data_table has its own limit. */
export const isTooLong = (value: unknown): boolean =>
  stringsIn(asBlocks(value).filter(({ type }) => type !== 'data_table')) > messageBlocksMax;

const common = {
  blocks: (() => []) as Check,
  'private_metadata?': text(3000, 0),
  'callback_id?': text(255, 0),
  'external_id?': text(255, 0),
};
const modal = shape({
  ...common,
  type: oneOf('modal'),
  title: plainText(24),
  'close?': plainText(24),
  'submit?': plainText(24),
  'clear_on_close?': bool,
  'notify_on_close?': bool,
  'submit_disabled?': bool,
});
const home = shape({ ...common, type: oneOf('home') });

const submitNeeded: Check = (view, at) => {
  const needs = asBlocks(asRecord(view).blocks).some(({ type }) => type === 'input');
  return needs && asRecord(view).submit === undefined
    ? issue(at, 'missing required field: submit, because the view has an input', 'missing_field')
    : [];
};

/** Every broken rule of a view; `type` decides which surface's limits count. */
export const checkView = (view: unknown, at: string): Issue[] => {
  const bytes = Buffer.byteLength(JSON.stringify(view ?? null));
  if (bytes > viewBytesMax) return issue(at, 'view_too_large', 'view_too_large');
  const surface = asRecord(view).type === 'home' ? 'home' : 'modal';
  return [
    ...byType(() => ({ modal, home }), 'view')(view, at),
    ...checkBlocks(asRecord(view).blocks, surface, `${at}/blocks`),
    ...(surface === 'modal' ? submitNeeded(view, at) : []),
  ];
};

/** As Slack words it in errors and response_metadata.messages. */
export const wording = ({ message, pointer }: Issue): string =>
  `${message} [json-pointer:${pointer}]`;
