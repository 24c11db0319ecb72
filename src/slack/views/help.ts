/** Decides what somebody reads who asks for help. */
import type { Locale } from '../../domain/actor.ts';
import { slackText } from '../../text/slack.ts';
import { slackCardText } from '../../text/slack-card.ts';
import { withPrefix } from '../commands.ts';
import { escapeMarkup, type MessageView, section } from './blocks.ts';

export const helpView = (locale: Locale, prefix = ''): MessageView => {
  const words = slackText[locale];
  const parts = [
    words.helpQuestions,
    words.helpClients,
    slackCardText[locale].helpClient,
    words.helpTier,
    words.helpReassign,
    words.helpDigest,
  ];
  return {
    text: escapeMarkup(words.helpQuestions),
    blocks: parts.map((part) => section(withPrefix(part, prefix))),
  };
};
