/** Decides what somebody reads who asks for help. */
import type { Locale } from '../../domain/actor.ts';
import { slackText } from '../../text/slack.ts';
import { escapeMarkup, type MessageView, section } from './blocks.ts';

export const helpView = (locale: Locale): MessageView => {
  const words = slackText[locale];
  const parts = [words.helpQuestions, words.helpClients, words.helpTier, words.helpReassign];
  return {
    text: escapeMarkup(words.helpQuestions),
    blocks: [...parts, words.helpDigest].map((part) => section(part)),
  };
};
