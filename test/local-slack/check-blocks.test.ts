import { describe, expect, it } from 'vitest';
import {
  checkBlocks,
  checkView,
  isTooLong,
} from '../../src/local-slack/check-blocks/check-surface.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const raw = (text: string) => ({ type: 'raw_text', text });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (id: string) => ({ type: 'button', action_id: id, text: plain('Go') });
const option = (value: string) => ({ text: plain('One'), value });
const select = (count: number) => ({
  type: 'static_select',
  action_id: 's',
  options: many(count, (i) => option(String(i))),
});
const inActions = (element: unknown) => ({ type: 'actions', elements: [element] });
const table = (rows: number, columns: number) => ({
  type: 'data_table',
  caption: 'c',
  rows: many(rows, () => many(columns, () => raw('x'))),
});
const pointers = (blocks: unknown[], surface: 'message' | 'modal' = 'message') =>
  checkBlocks(blocks, surface, '/blocks').map(({ pointer }) => pointer);

describe('each limit, at the limit and one over', () => {
  it.each<[string, (n: number) => unknown[], number, string]>([
    ['blocks of a message', (n) => many(n, () => ({ type: 'divider' })), 50, '/blocks'],
    ['header text', (n) => [{ type: 'header', text: plain('x'.repeat(n)) }], 150, '/0/text/text'],
    [
      'Chinese header',
      (n) => [{ type: 'header', text: plain('客'.repeat(n)) }],
      150,
      '/0/text/text',
    ],
    [
      'section text',
      (n) => [{ type: 'section', text: mrkdwn('x'.repeat(n)) }],
      3000,
      '/0/text/text',
    ],
    [
      'section fields',
      (n) => [{ type: 'section', fields: many(n, () => mrkdwn('x')) }],
      10,
      '/0/fields',
    ],
    [
      'a field',
      (n) => [{ type: 'section', fields: [mrkdwn('x'.repeat(n))] }],
      2000,
      '/0/fields/0/text',
    ],
    [
      'context elements',
      (n) => [{ type: 'context', elements: many(n, () => mrkdwn('x')) }],
      10,
      '/0/elements',
    ],
    [
      'actions elements',
      (n) => [{ type: 'actions', elements: many(n, (i) => button(`b${i}`)) }],
      25,
      '/0/elements',
    ],
    ['select options', (n) => [inActions(select(n))], 100, '/0/elements/0/options'],
    [
      'button text',
      (n) => [inActions({ ...button('b'), text: plain('x'.repeat(n)) })],
      75,
      '/0/elements/0/text/text',
    ],
    [
      'button value',
      (n) => [inActions({ ...button('b'), value: 'x'.repeat(n) })],
      2000,
      '/0/elements/0/value',
    ],
    [
      'option value',
      (n) => [inActions({ ...select(1), options: [option('x'.repeat(n))] })],
      150,
      '/0/elements/0/options/0/value',
    ],
    [
      'overflow options',
      (n) => [
        inActions({ type: 'overflow', action_id: 'o', options: many(n, (i) => option(`${i}`)) }),
      ],
      5,
      '/0/elements/0/options',
    ],
    ['markdown', (n) => [{ type: 'markdown', text: 'x'.repeat(n) }], 12_000, '/0/text'],
    ['data_table rows with the header', (n) => [table(n, 2)], 101, '/0/rows'],
    ['tables', (n) => many(n, () => ({ type: 'table', rows: [[raw('x')]] })), 1, '/blocks/1'],
    ['block_id', (n) => [{ type: 'divider', block_id: 'x'.repeat(n) }], 255, '/0/block_id'],
    ['card body', (n) => [{ type: 'card', body: mrkdwn('x'.repeat(n)) }], 200, '/0/body/text'],
  ])('%s', (_what, build, limit, pointer) => {
    expect(pointers(build(limit))).toEqual([]);
    expect(pointers(build(limit + 1)).some((at) => at.endsWith(pointer))).toBe(true);
  });
});

describe('what Slack refuses', () => {
  it.each<[string, unknown[]]>([
    ['an unknown block', [{ type: 'carousel_of_wonder' }]],
    ['an unknown field', [{ type: 'divider', colour: 'red' }]],
    ['an empty text', [{ type: 'section', text: mrkdwn('') }]],
    ['a section without text and fields', [{ type: 'section' }]],
    ['markdown as a text type', [{ type: 'section', text: { type: 'markdown', text: 'x' } }]],
    ['mrkdwn in a header', [{ type: 'header', text: mrkdwn('x') }]],
    ['an image without alt text', [{ type: 'image', image_url: 'https://e.example/a.png' }]],
    ['two blocks of one id', many(2, () => ({ type: 'divider', block_id: 'same' }))],
    ['two actions of one id', [{ type: 'actions', elements: [button('a'), button('a')] }]],
    ['a text input outside an input', [inActions({ type: 'plain_text_input', action_id: 'p' })]],
    ['a data table with no row', [table(1, 2)]],
    ['a ragged data table', [{ ...table(2, 2), rows: [[raw('a'), raw('b')], [raw('c')]] }]],
    [
      'a number without its text',
      [{ ...table(2, 1), rows: [[raw('a')], [{ type: 'raw_number', value: 1 }]] }],
    ],
    ['an alert in a message', [{ type: 'alert', text: plain('x') }]],
    [
      'a date that is none',
      [inActions({ type: 'datepicker', action_id: 'd', initial_date: 'soon' })],
    ],
    [
      'markdown over 12,000 together',
      many(2, () => ({ type: 'markdown', text: 'x'.repeat(7_000) })),
    ],
  ])('%s', (_what, blocks) => {
    expect(pointers(blocks)).not.toEqual([]);
  });

  it('counts all text of a message together', () => {
    const section = { type: 'section', text: mrkdwn('x'.repeat(2_900)) };
    expect(isTooLong(many(4, () => section))).toBe(false);
    expect(isTooLong(many(5, () => section))).toBe(true);
  });
});

describe('views', () => {
  const modal = { type: 'modal', title: plain('Title'), blocks: [] };
  const input = {
    type: 'input',
    label: plain('Reason'),
    element: { type: 'plain_text_input', action_id: 'r' },
  };
  const at = (view: unknown) => checkView(view, '/view').map(({ pointer }) => pointer);
  it.each([
    ['a modal', modal, []],
    ['a title over 24', { ...modal, title: plain('x'.repeat(25)) }, ['/view/title/text']],
    ['an input without submit', { ...modal, blocks: [input] }, ['/view']],
    ['an input with submit', { ...modal, submit: plain('OK'), blocks: [input] }, []],
    [
      'metadata over 3,000',
      { ...modal, private_metadata: 'x'.repeat(3001) },
      ['/view/private_metadata'],
    ],
    ['a table in a modal', { ...modal, blocks: [table(2, 2)] }, ['/view/blocks/0/type']],
    ['a home', { type: 'home', blocks: [{ type: 'divider' }] }, []],
    ['a home with a title', { type: 'home', title: plain('x'), blocks: [] }, ['/view']],
    ['over 250 KB', { ...modal, private_metadata: 'x'.repeat(260_000) }, ['/view']],
  ])('%s', (_what, view, expected) => {
    expect(at(view)).toEqual(expected);
  });
});
