/** Decides how an answer is explained: how it was read, the definitions it used, and where it can be found again. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { Answer } from '../../assistant/answer.ts';
import { slackText } from '../../text/slack.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { clip, context, header, MODAL_TITLE_MAX, plain, section } from './blocks.ts';
import { explanationBlocks } from './explanation.ts';

const RULES_MAX = 20;
const RULE_MAX = 300;
const READ_MAX = 1_000;

const rulesOf = (answer: Answer): KnownBlock[] => {
  const words = slackAnswerText[answer.language];
  const rules = answer.rules.slice(0, RULES_MAX).map((rule) => `• ${clip(rule, RULE_MAX)}`);
  return [header(words.rules), section(rules.length > 0 ? rules.join('\n') : words.noRules)];
};

/** `receiptId`: of the answer that is explained, whole. */
export const explainedModal = (answer: Answer, receiptId: string): ModalView => {
  const { language, interpretation, assessment, scope, businessDate, policyVersion } = answer;
  const words = slackAnswerText[language];
  const about = slackText[language];
  const origin = [
    ...(scope ? [clip(scope, RULE_MAX)] : []),
    ...(businessDate ? [about.dataAsOf(businessDate)] : []),
    ...(policyVersion ? [about.policyVersion(policyVersion)] : []),
    words.receiptWhole(receiptId),
  ];
  return {
    type: 'modal',
    title: plain(words.explainTitle, MODAL_TITLE_MAX),
    close: plain(about.closeResult, MODAL_TITLE_MAX),
    blocks: [
      ...(interpretation ? [section(words.readAs(interpretation), READ_MAX)] : []),
      ...(assessment ? explanationBlocks(assessment, language) : []),
      ...rulesOf(answer),
      context([origin.join(' · ')], 1_000),
    ],
  };
};
