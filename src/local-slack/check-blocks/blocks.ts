/** Limits of blocks, one entry a kind. */
import {
  anyOf,
  anything,
  bool,
  byType,
  type Check,
  integer,
  list,
  number,
  oneOf,
  shape,
  text,
} from './check.ts';
import {
  accessory,
  actionsElement,
  button,
  contextActionsElement,
  image,
  inputElement,
} from './elements.ts';
import {
  anyText,
  imageFields,
  imageSource,
  mrkdwnText,
  plainText,
  rawNumber,
  rawText,
  url,
} from './objects.ts';
import { richText } from './rich-text.ts';
import { dataTableRows, tableRows } from './tables.ts';

const kind = (type: string, fields: Record<string, Check>, ...rules: Check[]) => ({
  [type]: shape({ type: oneOf(type), 'block_id?': text(255), ...fields }, ...rules),
});
const cell = byType(
  () => ({ raw_text: rawText, raw_number: rawNumber, rich_text: richText }),
  'table cell',
);
const contextElement = byType(
  () => ({ plain_text: anyText(3000), mrkdwn: anyText(3000), image }),
  'context element',
);
const segment = shape({ label: text(20), value: number });
const series = shape({ name: text(20), data: list(segment, { max: 20 }) });
const xyChart = (type: string) =>
  shape({ type: oneOf(type), series: list(series, { max: 12 }), 'axis_config?': anything });
const charts: Record<string, Check> = {
  pie: shape({ type: oneOf('pie'), segments: list(segment, { max: 12 }) }),
  bar: xyChart('bar'),
  area: xyChart('area'),
  line: xyChart('line'),
};
const source = shape({ type: oneOf('url'), url, text: text(3000) });
const card = kind(
  'card',
  {
    'hero_image?': image,
    'icon?': image,
    'title?': mrkdwnText(150),
    'subtitle?': mrkdwnText(150),
    'body?': mrkdwnText(200),
    'actions?': list(button, { max: 3 }),
  },
  anyOf('hero_image', 'title', 'actions', 'body'),
);
const taskCard = kind('task_card', {
  task_id: text(255),
  title: text(3000),
  'details?': richText,
  'output?': richText,
  'sources?': list(source, { min: 0, max: 100 }),
  status: oneOf('pending', 'in_progress', 'complete', 'error'),
});

const basic: Record<string, Check> = {
  ...kind('actions', { elements: list(actionsElement, { max: 25 }) }),
  ...kind('context', { elements: list(contextElement, { max: 10 }) }),
  ...kind('divider', {}),
  ...kind('file', { source: oneOf('remote'), external_id: text(255) }),
  ...kind('header', { text: plainText(150), 'level?': integer(1, 6) }),
  ...kind(
    'image',
    { alt_text: text(2000), 'title?': plainText(2000), ...imageFields },
    imageSource,
  ),
  ...kind('input', {
    label: plainText(2000),
    'hint?': plainText(2000),
    'optional?': bool,
    element: inputElement,
    'dispatch_action?': bool,
  }),
  rich_text: richText,
  ...kind(
    'section',
    {
      'text?': anyText(3000),
      'fields?': list(anyText(2000), { max: 10 }),
      'accessory?': accessory,
      'expand?': bool,
    },
    anyOf('text', 'fields'),
  ),
  ...kind('table', {
    rows: tableRows(cell),
    'column_settings?': list(
      shape({ 'align?': oneOf('left', 'center', 'right'), 'is_wrapped?': bool }),
      { max: 20 },
    ),
  }),
  ...kind('video', {
    video_url: url,
    thumbnail_url: url,
    alt_text: text(2000),
    title: plainText(199),
    'title_url?': url,
    'author_name?': text(49),
    'provider_name?': text(3000),
    'provider_icon_url?': url,
    'description?': plainText(3000),
  }),
};

export const blockTable: Record<string, Check> = {
  ...basic,
  ...card,
  ...taskCard,
  ...kind('alert', {
    text: anyText(200),
    'level?': oneOf('default', 'info', 'warning', 'error', 'success'),
  }),
  ...kind('carousel', {
    elements: list(
      byType(() => card, 'carousel element'),
      { max: 10 },
    ),
  }),
  ...kind(
    'container',
    {
      'title?': plainText(150),
      'rich_text_title?': richText,
      'subtitle?': anyText(150),
      child_blocks: list(
        byType(() => basic, 'child block'),
        { max: 10 },
      ),
      'width?': oneOf('narrow', 'standard', 'wide', 'full'),
      'icon?': image,
      'is_collapsible?': bool,
      'default_collapsed?': bool,
      'has_header_divider?': bool,
    },
    anyOf('title', 'rich_text_title'),
  ),
  ...kind('context_actions', { elements: list(contextActionsElement, { max: 5 }) }),
  ...kind('data_table', {
    rows: dataTableRows(cell),
    caption: text(3000),
    'page_size?': integer(1, 100),
    'row_header_column_index?': integer(0, 19),
  }),
  ...kind('data_visualization', { title: text(50), chart: byType(() => charts, 'chart') }),
  ...kind('markdown', { text: text(12_000) }),
  ...kind('plan', {
    title: text(3000),
    'tasks?': list(
      byType(() => taskCard, 'task'),
      { min: 0, max: 50 },
    ),
  }),
};
