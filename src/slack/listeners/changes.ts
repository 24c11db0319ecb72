/** /tier and /reassign: from the command's words to a form, and from the form to a request. */

import type { App } from '@slack/bolt';
import type { ModalView, PlainTextOption } from '@slack/types';
import { openDraft } from '../../coverage/drafts.ts';
import { OVERRIDE_DEFAULT_DAYS } from '../../coverage/limits.ts';
import { type ClientPreview, previewClient } from '../../coverage/preview-client.ts';
import { searchClients } from '../../coverage/search-clients.ts';
import { searchManagers } from '../../coverage/search-managers.ts';
import { slackText } from '../../text/slack.ts';
import { slashOf } from '../commands.ts';
import { openForm } from '../open-form.ts';
import { isHelp, parseReassignCommand, parseTierCommand } from '../parse-command.ts';
import { personOf } from '../people.ts';
import { coverageContext, type Manager, type Tools } from '../tools.ts';
import { optionsOf, reassignModal, tierModal } from '../views/change-modals.ts';
import { answerCommand, type CommandArgs } from './command.ts';
import { unescapeMarkup } from './questions.ts';

/** What an open form is about; `null` = no client was chosen yet. */
export type ChangeDraft = {
  clientId: string | null;
  version: string | null;
  /** What the command said already, for when the client is chosen. */
  reasonText: string | null;
  tier: string | null;
  until: string | null;
};

type Found = { client: ClientPreview | null; remark: string | null };

const NOTHING: Found = { client: null, remark: null };

/** The one client that the words mean, looked for only among those that the manager may change. */
const findClient = async (tools: Tools, manager: Manager, words: string | null): Promise<Found> => {
  if (words === null) return NOTHING;
  const ctx = coverageContext(tools, manager.actor);
  const found = await searchClients({ ctx, words });
  const same = (text: string): boolean => text.toLowerCase() === words.toLowerCase();
  const exact = found.filter(({ clientId, name }) => same(clientId) || same(name));
  const [only, another] = exact.length > 0 ? exact : found;
  const text = slackText[manager.language];
  if (!only) return { client: null, remark: text.noneFound(words) };
  if (another) {
    const count = exact.length > 0 ? exact.length : found.length;
    return { client: null, remark: text.severalFound(words, count) };
  }
  const client = await previewClient({ ctx, clientId: only.clientId });
  return { client, remark: client ? null : text.noneFound(words) };
};

/** The day that forms count from when no client says it. */
export const dayOf = (tools: Tools, client: ClientPreview | null): Temporal.PlainDate =>
  client?.businessDate ?? tools.now().toZonedDateTimeISO(tools.timeZone).toPlainDate();

export const untilFrom = (day: Temporal.PlainDate): string =>
  day.add({ days: OVERRIDE_DEFAULT_DAYS }).toString();

const draftFor = (
  tools: Tools,
  manager: Manager,
  kind: 'override' | 'reassign',
  client: ClientPreview | null,
  said: Pick<ChangeDraft, 'reasonText' | 'tier' | 'until'>,
): Promise<string> => {
  const { clientId = null, version = null } = client ?? {};
  const draft: ChangeDraft = { clientId, version, ...said };
  return openDraft(coverageContext(tools, manager.actor), kind, draft);
};

export const tierForm = async (
  tools: Tools,
  manager: Manager,
  text: string,
): Promise<ModalView> => {
  const command = parseTierCommand(text);
  const found = await findClient(tools, manager, command.client);
  const { tier, until, reason: reasonText } = command;
  const said = { tier, until, reasonText };
  const draftId = await draftFor(tools, manager, 'override', found.client, said);
  const prefilled = { ...found, ...said, until: until ?? untilFrom(dayOf(tools, found.client)) };
  return tierModal(draftId, prefilled, manager.language);
};

/** The colleague who was mentioned, as the form's choice; a person who is none of the bank's is left out. */
const managerOption = async (
  tools: Tools,
  slackUserId: string | null,
): Promise<PlainTextOption | null> => {
  if (slackUserId === null) return null;
  const { actor } = await personOf(tools, slackUserId, undefined);
  if (!actor) return null;
  const found = await searchManagers({ ctx: tools, words: actor.managerId });
  const options = optionsOf(
    found.map(({ managerId, name, email }) => ({ id: managerId, name, hint: email })),
  );
  return options.find(({ value }) => value === actor.managerId) ?? null;
};

export const reassignForm = async (
  tools: Tools,
  manager: Manager,
  text: string,
): Promise<ModalView> => {
  const command = parseReassignCommand(text);
  const found = await findClient(tools, manager, command.client);
  const said = { reasonText: command.reason, tier: null, until: null };
  const draftId = await draftFor(tools, manager, 'reassign', found.client, said);
  const effectiveOn = dayOf(tools, found.client).toString();
  const option = await managerOption(tools, command.managerSlackId);
  const prefilled = { ...found, reasonText: command.reason, manager: option, effectiveOn };
  return reassignModal(draftId, prefilled, manager.language);
};

/** The form of a change about a client that is known already. */
export const formAbout = async (
  tools: Tools,
  manager: Manager,
  kind: 'override' | 'reassign',
  client: ClientPreview,
): Promise<ModalView> => {
  const nothing = { reasonText: null, tier: null, until: null };
  const draftId = await draftFor(tools, manager, kind, client, nothing);
  const about = { client, remark: null, reasonText: null };
  const { language } = manager;
  if (kind === 'override') {
    const until = untilFrom(dayOf(tools, client));
    return tierModal(draftId, { ...about, tier: null, until }, language);
  }
  const effectiveOn = dayOf(tools, client).toString();
  return reassignModal(draftId, { ...about, manager: null, effectiveOn }, language);
};

type Form = (tools: Tools, manager: Manager, text: string) => Promise<ModalView>;

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
