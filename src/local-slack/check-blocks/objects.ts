/** Limits of the objects that blocks and elements are composed of. */
import { bool, byType, type Check, exactlyOne, list, number, oneOf, shape, text } from './check.ts';

const plain = (max: number, min = 1) =>
  shape({ type: oneOf('plain_text'), text: text(max, min), 'emoji?': bool });
const mrkdwn = (max: number, min = 1) =>
  shape({ type: oneOf('mrkdwn'), text: text(max, min), 'verbatim?': bool });

export const plainText = (max: number): Check => plain(max);
export const mrkdwnText = (max: number): Check => mrkdwn(max);
export const anyText = (max: number): Check =>
  byType(() => ({ plain_text: plain(max), mrkdwn: mrkdwn(max) }), 'text');

export const url = text(3000);
const slackFile = shape({ 'id?': text(255), 'url?': url }, exactlyOne('id', 'url'));
export const imageFields = { 'image_url?': url, 'slack_file?': slackFile };
export const imageSource = exactlyOne('image_url', 'slack_file');

export const confirm = shape({
  'title?': plainText(100),
  text: anyText(300),
  'confirm?': plainText(30),
  'deny?': plainText(30),
  'style?': oneOf('primary', 'danger'),
});

const optionOf = (label: Check) =>
  shape({ text: label, value: text(150), 'description?': plainText(75), 'url?': url });
export const option = optionOf(plainText(75));
/** Radio buttons and checkboxes may use mrkdwn in their options. */
export const richOption = shape({
  text: anyText(75),
  value: text(150),
  'description?': anyText(75),
});
export const optionGroup = shape({ label: plainText(75), options: list(option, { max: 100 }) });

export const rawText = shape({ type: oneOf('raw_text'), text: text(20_000) });
export const rawNumber = shape({ type: oneOf('raw_number'), value: number, text: text(20_000) });
export const filter = shape({
  'include?': list(oneOf('im', 'mpim', 'private', 'public'), { max: 4 }),
  'exclude_external_shared_channels?': bool,
  'exclude_bot_users?': bool,
});
