/** Choices in an open form: clients and managers that are searched for, and what a chosen client is now. */
import type { App, BlockAction, ViewOutput } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { findDraft, updateDraft } from '../../coverage/drafts.ts';
import { previewClient } from '../../coverage/preview-client.ts';
import { searchClients } from '../../coverage/search-clients.ts';
import { searchManagers } from '../../coverage/search-managers.ts';
import { type ChangeDraft, changeModal } from '../change-form.ts';
import { updateForm } from '../open-form.ts';
import { managerOr, personOf } from '../people.ts';
import { teamOf } from '../team-of.ts';
import { coverageContext, type Manager, type Tools } from '../tools.ts';
import { FIELD, optionsOf } from '../views/change-modals.ts';
import { kindOf } from './forms.ts';

const chosenIn = (view: ViewOutput, name: string): PlainTextOption | null =>
  (view.state.values[name]?.[name]?.selected_option as PlainTextOption | null | undefined) ?? null;

/** Shows what the chosen client is now; the draft remembers in which version it was shown. */
const showChosen = async (tools: Tools, manager: Manager, view: ViewOutput): Promise<void> => {
  const clientId = chosenIn(view, FIELD.client)?.value;
  if (!clientId) return;
  const kind = kindOf(view.callback_id);
  const ctx = coverageContext(tools, manager.actor);
  const draftId = view.private_metadata;
  const draft = (await findDraft(ctx, kind, draftId)) as ChangeDraft | null;
  const client = draft && (await previewClient({ ctx, clientId }));
  if (!client) return;
  const chosen: ChangeDraft = { ...draft, clientId, version: client.version };
  if (!(await updateDraft(ctx, kind, draftId, chosen))) return;
  const target = chosenIn(view, FIELD.manager);
  const updated = changeModal(
    tools,
    manager,
    kind,
    draftId,
    { client, remark: null },
    { ...chosen, manager: target },
  );
  await updateForm(tools, view, updated);
};

const clientOptions = async (tools: Tools, manager: Manager, words: string) => {
  const found = await searchClients({ ctx: coverageContext(tools, manager.actor), words });
  return optionsOf(found.map(({ clientId, name }) => ({ id: clientId, name, hint: clientId })));
};

const managerOptions = async (tools: Tools, _manager: Manager, words: string) => {
  const found = await searchManagers({ ctx: tools, words });
  return optionsOf(
    found.map(({ managerId, name, email }) => ({ id: managerId, name, hint: email })),
  );
};

export const registerFormChoices = (app: App, tools: Tools): void => {
  const searches = { [FIELD.client]: clientOptions, [FIELD.manager]: managerOptions };
  for (const [actionId, search] of Object.entries(searches))
    app.options(actionId, async ({ ack, body, payload }) => {
      const { manager } = managerOr(await personOf(tools, body.user.id, teamOf(body)), tools);
      await ack({ options: manager ? await search(tools, manager, payload.value) : [] });
    });
  app.action<BlockAction>(FIELD.client, async ({ ack, body }) => {
    await ack();
    const { manager } = managerOr(await personOf(tools, body.user.id, teamOf(body)), tools);
    if (manager && body.view) await showChosen(tools, manager, body.view);
  });
};
