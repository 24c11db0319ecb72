/** What a rich_text block may hold. */
import { anything, bool, byType, type Check, integer, list, oneOf, shape, text } from './check.ts';
import { url } from './objects.ts';

const style = shape({
  'bold?': bool,
  'code?': bool,
  'italic?': bool,
  'strike?': bool,
  'underline?': bool,
  'highlight?': bool,
  'client_highlight?': bool,
  'unlink?': bool,
});
const inline = (type: string, fields: Record<string, Check>) =>
  shape({ type: oneOf(type), 'style?': style, ...fields });

const inlineTable: Record<string, Check> = {
  text: inline('text', { text: text(100_000) }),
  link: inline('link', { url, 'text?': text(100_000, 0), 'unsafe?': bool }),
  user: inline('user', { user_id: text(255) }),
  channel: inline('channel', { channel_id: text(255) }),
  usergroup: inline('usergroup', { usergroup_id: text(255) }),
  team: inline('team', { team_id: text(255) }),
  broadcast: inline('broadcast', { range: oneOf('here', 'channel', 'everyone') }),
  color: inline('color', { value: text(255) }),
  emoji: inline('emoji', { name: text(255), 'unicode?': text(255), 'url?': url }),
  date: inline('date', {
    timestamp: integer(0, 9_999_999_999),
    format: text(255),
    'url?': url,
    'fallback?': text(255),
  }),
};
const inlines = list(
  byType(() => inlineTable, 'rich text element'),
  { min: 0, max: 10_000 },
);
const section = shape({ type: oneOf('rich_text_section'), elements: inlines });

const partTable: Record<string, Check> = {
  rich_text_section: section,
  rich_text_preformatted: shape({
    type: oneOf('rich_text_preformatted'),
    elements: inlines,
    'border?': integer(0, 1),
    'language?': text(255),
  }),
  rich_text_quote: shape({
    type: oneOf('rich_text_quote'),
    elements: inlines,
    'border?': integer(0, 1),
  }),
  rich_text_list: shape({
    type: oneOf('rich_text_list'),
    elements: list(section, { max: 1_000 }),
    style: oneOf('bullet', 'ordered'),
    'indent?': integer(0, 8),
    'offset?': anything,
    'border?': integer(0, 1),
  }),
};
export const richText: Check = shape({
  type: oneOf('rich_text'),
  'block_id?': text(255),
  elements: list(
    byType(() => partTable, 'rich text part'),
    { min: 0, max: 1_000 },
  ),
});
