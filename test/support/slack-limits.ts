/** What Slack would say of a message or a form that a test made without sending it. */
import {
  checkBlocks,
  checkView,
  isTooLong,
} from '../../src/local-slack/check-blocks/check-surface.ts';
import type { MessageView } from '../../src/slack/views/blocks.ts';
import { note } from './slack-validate.ts';

const MENTION = /<[!@#]|<https?:/;
const TEXT_MAX = 12_000;

/** Empty where Slack takes it, and nothing in it could ping somebody or be read as markup. */
export const messageProblems = ({ blocks, text }: MessageView): unknown[] => {
  note({ blocks });
  return [
    ...checkBlocks(blocks, 'message', ''),
    ...(isTooLong(blocks) ? ['msg_blocks_too_long'] : []),
    ...(text === '' || [...text].length > TEXT_MAX ? ['text'] : []),
    ...(MENTION.test(text) ? ['mention in text'] : []),
    ...(JSON.stringify(blocks).includes('"mrkdwn"') ? ['mrkdwn block'] : []),
  ];
};

/** The same for a modal or the Home tab. */
export const viewProblems = (view: object): unknown[] => {
  note({ view });
  return [
    ...checkView(view, ''),
    ...(JSON.stringify(view).includes('"mrkdwn"') ? ['mrkdwn block'] : []),
  ];
};
