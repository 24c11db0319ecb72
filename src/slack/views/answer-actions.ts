/** Decides what can be done with an answer, below it; every control carries the receipt and nothing else. */
import type { ContextActionsBlock, ExternalSelect, KnownBlock } from '@slack/types';
import type { Answer } from '../../assistant/answer.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { actions, button, plain } from './blocks.ts';
import { canRefine } from './refine.ts';

export const REFINE = 'refine';
export const EXPLAIN = 'explain';
export const EXPORT_CSV = 'export_csv';
export const EXPORT_XLSX = 'export_xlsx';
export const OPEN_CLIENT = 'open_client';
export const FEEDBACK = 'feedback';

const PLACEHOLDER_MAX = 150;
/** The block's id says which answer a search in it is about: Slack sends nothing else along. */
const ANSWER_BLOCK = 'answer_';

export const receiptOfBlock = (blockId: string): string | null =>
  blockId.startsWith(ANSWER_BLOCK) ? blockId.slice(ANSWER_BLOCK.length) : null;

const openClient = (label: string): ExternalSelect => ({
  type: 'external_select',
  action_id: OPEN_CLIENT,
  placeholder: plain(label, PLACEHOLDER_MAX),
  // Nothing typed yet offers the answer's own rows.
  min_query_length: 0,
});

const feedback = (
  receiptId: string,
  words: (typeof slackAnswerText)['en'],
): ContextActionsBlock => {
  const part = (label: string, verdict: string) => ({
    text: plain(label, 75),
    accessibility_label: words.feedbackLabel(label),
    value: `${verdict}:${receiptId}`,
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: FEEDBACK,
        positive_button: part(words.helpful, 'helpful'),
        negative_button: part(words.unhelpful, 'unhelpful'),
      },
    ],
  };
};

/** Refine, explain, take along, open a client, and what the reader thinks of it. */
export const answerActions = (answer: Answer): KnownBlock[] => {
  const { receiptId, plan, language, rows, groups } = answer;
  if (!receiptId || !plan) return [];
  const words = slackAnswerText[language];
  const hasRows = rows.length + groups.length > 0;
  return [
    actions(`${ANSWER_BLOCK}${receiptId}`, [
      ...(canRefine(plan) ? [button(REFINE, words.refine, receiptId)] : []),
      button(EXPLAIN, words.explain, receiptId),
      ...(hasRows
        ? [button(EXPORT_XLSX, words.xlsx, receiptId), button(EXPORT_CSV, words.csv, receiptId)]
        : []),
      ...(rows.length > 0 ? [openClient(words.openClient)] : []),
    ]),
    feedback(receiptId, words),
  ];
};
