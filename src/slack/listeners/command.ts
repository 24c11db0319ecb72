/** What every slash command shares: the acknowledgement, who asks, and a reply that only they see. */

import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { apologise, apologiseToAnyone } from '../apologise.ts';
import { withPrefix } from '../commands.ts';
import { managerOr, personOf } from '../people.ts';
import type { Manager, Tools } from '../tools.ts';
import { escapeMarkup, type MessageView } from '../views/blocks.ts';

export type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

export type Asked = {
  manager: Manager;
  text: string;
  /** Says a sentence to the asker alone. */
  tell: (sentence: string) => Promise<void>;
  /** Shows a view to the asker alone. */
  show: (view: MessageView) => Promise<void>;
};

/** Acknowledges, then answers a manager by `work` and anyone else by why not. Failures are said and logged. */
export const answerCommand = async (
  tools: Tools,
  { ack, command, respond }: CommandArgs,
  work: (asked: Asked) => Promise<void>,
): Promise<void> => {
  await ack();
  const show = async (view: MessageView): Promise<void> => {
    const quiet = { unfurl_links: false, unfurl_media: false };
    await respond({ ...view, ...quiet, response_type: 'ephemeral' });
  };
  const tell = (sentence: string): Promise<void> =>
    show({ text: escapeMarkup(withPrefix(sentence, tools.commandPrefix)), blocks: [] });
  const known: { manager: Manager | null } = { manager: null };
  try {
    const person = await personOf(tools, command.user_id, command.team_id);
    const { manager, refusal } = managerOr(person, tools);
    if (!manager) return await tell(refusal);
    known.manager = manager;
    await work({ manager, text: command.text ?? '', tell, show });
  } catch (error) {
    const what = `${command.command} failed`;
    const { manager } = known;
    await tell(
      manager
        ? apologise(tools.log, error, what, manager.language)
        : apologiseToAnyone(tools.log, error, what),
    );
  }
};
