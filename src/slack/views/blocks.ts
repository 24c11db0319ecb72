/** The few blocks that every view is made of; text is clipped to Slack's limits and shown as it is. */
import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  KnownBlock,
  PlainTextElement,
} from '@slack/types';

/** Block Kit's own limits, in code points. */
const HEADER_MAX = 150;
const SECTION_MAX = 3_000;
const BUTTON_MAX = 75;
export const BUTTON_VALUE_MAX = 2_000;
export const OPTION_MAX = 75;
export const MODAL_TITLE_MAX = 24;
export const LABEL_MAX = 2_000;

/** Marks that turn the direction of the text around them: in a name they would reorder the whole line. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** The text without what cannot be seen but changes how everything around it is shown. */
export const visible = (text: string): string =>
  text.replace(DIRECTION_MARKS, '').replace(CONTROLS, ' ');

/** At most `max` code points, the last of them an ellipsis when something was cut; never empty. */
export const clip = (text: string, max: number): string => {
  const clean = visible(text);
  const points = [...clean];
  if (points.length === 0) return '–';
  return points.length <= max ? clean : `${points.slice(0, max - 1).join('')}…`;
};

/** Text that Slack shows letter by letter: no mention, link, emoji or formatting comes of it. */
export const plain = (text: string, max: number): PlainTextElement => ({
  type: 'plain_text',
  text: clip(text, max),
  emoji: false,
});

/** For the `text` of a message, which is always read as markup. */
export const escapeMarkup = (text: string, max = SECTION_MAX): string =>
  clip(text, max).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const header = (text: string): KnownBlock => ({
  type: 'header',
  text: plain(text, HEADER_MAX),
});

export const section = (text: string, max = SECTION_MAX): KnownBlock => ({
  type: 'section',
  text: plain(text, max),
});

/** Small grey lines, at most ten. */
export const context = (lines: readonly string[], max = 500): KnownBlock => ({
  type: 'context',
  elements: lines.slice(0, 10).map((line) => plain(line, max)),
});

/** A bold beginning and what follows it on the same line. */
export const boldLine = (bold: string, rest: string, max = 600): KnownBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: clip(bold, max), style: { bold: true } },
        { type: 'text', text: clip(rest, max) },
      ],
    },
  ],
});

/** A bold beginning with what follows on its line, and below them points, one a line. */
export const boldPoints = (
  bold: string,
  rest: string,
  points: readonly string[],
  max = 300,
): KnownBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: clip(bold, max), style: { bold: true } },
        { type: 'text', text: clip(rest, max) },
      ],
    },
    ...(points.length === 0
      ? []
      : [
          {
            type: 'rich_text_list' as const,
            style: 'bullet' as const,
            elements: points.map((point) => ({
              type: 'rich_text_section' as const,
              elements: [{ type: 'text' as const, text: clip(point, max) }],
            })),
          },
        ]),
  ],
});

/** A short list under a bold title. */
export const titled = (title: string, lines: readonly string[], max = SECTION_MAX): KnownBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: clip(title, HEADER_MAX), style: { bold: true } },
        { type: 'text', text: clip(`\n${lines.join('\n')}`, max) },
      ],
    },
  ],
});

export const button = (
  actionId: string,
  label: string,
  value: string,
  style?: 'primary' | 'danger',
): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(label, BUTTON_MAX),
  value,
  ...(style ? { style } : {}),
});

export const actions = (blockId: string, elements: ActionsBlockElement[]): ActionsBlock => ({
  type: 'actions',
  block_id: blockId,
  elements,
});

/** Slack's `data_visualization`, which @slack/types does not know yet. */
export type ChartBlock = {
  type: 'data_visualization';
  block_id?: string;
  title: string;
  chart:
    | { type: 'pie'; segments: ChartPoint[] }
    | {
        type: 'bar' | 'line' | 'area';
        series: { name: string; data: ChartPoint[] }[];
        axis_config: { categories: string[] };
      };
};
export type ChartPoint = { label: string; value: number };
export type AnyBlock = KnownBlock | ChartBlock;

/** What is posted: blocks, and the same in a line for places that show no blocks. */
export type MessageView = { text: string; blocks: AnyBlock[] };

/** A message that is one sentence. */
export const sentenceView = (sentence: string): MessageView => ({
  text: escapeMarkup(sentence),
  blocks: [section(sentence)],
});
