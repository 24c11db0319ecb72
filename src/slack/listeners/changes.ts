/** /tier and /reassign: from the command's words to a form. */

import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { slackText } from '../../text/slack.ts';
import { beginChange, findClient } from '../change-form.ts';
import { slashOf } from '../commands.ts';
import { openForm } from '../open-form.ts';
import { isHelp, parseReassignCommand, parseTierCommand } from '../parse-command.ts';
import type { Manager, Tools } from '../tools.ts';
import { answerCommand, type CommandArgs } from './command.ts';
import { unescapeMarkup } from './questions.ts';

type Form = (tools: Tools, manager: Manager, text: string) => Promise<ModalView>;

export const tierForm: Form = async (tools, manager, text) => {
  const { client, tier, until, reason: reasonText } = parseTierCommand(text);
  const found = await findClient(tools, manager, client);
  const said = { tier, until, reasonText, managerSlackId: null };
  return beginChange(tools, manager, 'override', found, said);
};

export const reassignForm: Form = async (tools, manager, text) => {
  const { client, managerSlackId, reason: reasonText } = parseReassignCommand(text);
  const found = await findClient(tools, manager, client);
  const said = { tier: null, until: null, reasonText, managerSlackId };
  return beginChange(tools, manager, 'reassign', found, said);
};

const formCommand =
  (tools: Tools, help: 'helpTier' | 'helpReassign', form: Form) =>
  (args: CommandArgs): Promise<void> =>
    answerCommand(tools, args, async ({ manager, text, tell }) => {
      const words = slackText[manager.language];
      if (isHelp(text)) return tell(words[help]);
      const view = await form(tools, manager, unescapeMarkup(text));
      await openForm(tools, args.command.trigger_id, view, () => tell(words.tooSlow));
    });

export const registerChanges = (app: App, tools: Tools): void => {
  app.command(slashOf('tier', tools.commandPrefix), formCommand(tools, 'helpTier', tierForm));
  app.command(
    slashOf('reassign', tools.commandPrefix),
    formCommand(tools, 'helpReassign', reassignForm),
  );
};
