/** The form of a change, from wherever it is opened: what it is about, what was said already, what it shows. */
import type { ModalView, PlainTextOption } from '@slack/types';
import { openDraft } from '../coverage/drafts.ts';
import { OVERRIDE_DEFAULT_DAYS } from '../coverage/limits.ts';
import { type ClientPreview, previewClient } from '../coverage/preview-client.ts';
import { searchClients } from '../coverage/search-clients.ts';
import { searchManagers } from '../coverage/search-managers.ts';
import { slackText } from '../text/slack.ts';
import { personOf } from './people.ts';
import { coverageContext, type Manager, type Tools } from './tools.ts';
import { optionsOf, reassignModal, tierModal } from './views/change-modals.ts';

export type ChangeKind = 'override' | 'reassign';

/** What an open form is about; `null` = no client was chosen yet. */
export type ChangeDraft = {
  clientId: string | null;
  version: string | null;
  /** What the command said already, for when the client is chosen. */
  reasonText: string | null;
  tier: string | null;
  until: string | null;
};

export type Found = { client: ClientPreview | null; remark: string | null };

const NOTHING: Found = { client: null, remark: null };

/** The one client that the words mean, looked for only among those that the manager may change. */
export const findClient = async (
  tools: Tools,
  manager: Manager,
  words: string | null,
): Promise<Found> => {
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
const dayOf = (tools: Tools, client: ClientPreview | null): Temporal.PlainDate =>
  client?.businessDate ?? tools.now().toZonedDateTimeISO(tools.timeZone).toPlainDate();

const untilFrom = (day: Temporal.PlainDate): string =>
  day.add({ days: OVERRIDE_DEFAULT_DAYS }).toString();

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

/** What was said beside the client. `manager`: an option of the form of /reassign. */
export type Filled = Pick<ChangeDraft, 'reasonText' | 'tier' | 'until'> & {
  manager: PlainTextOption | null;
};

/** The open form with the client in it, and what was said or filled in already. */
export const changeModal = (
  tools: Tools,
  { language }: Manager,
  kind: ChangeKind,
  draftId: string,
  { client, remark }: Found,
  { tier, until, reasonText, manager }: Filled,
): ModalView => {
  const about = { client, remark, reasonText };
  const day = dayOf(tools, client);
  if (kind === 'override')
    return tierModal(draftId, { ...about, tier, until: until ?? untilFrom(day) }, language);
  return reassignModal(draftId, { ...about, manager, effectiveOn: day.toString() }, language);
};

/** `managerSlackId`: the colleague who was mentioned. */
export type Said = Omit<Filled, 'manager'> & { managerSlackId: string | null };

export const NOTHING_SAID: Said = {
  reasonText: null,
  tier: null,
  until: null,
  managerSlackId: null,
};

/** Begins a change: keeps what it is about under an opaque id, and gives the form that carries it. */
export const beginChange = async (
  tools: Tools,
  manager: Manager,
  kind: ChangeKind,
  found: Found,
  { managerSlackId, ...said }: Said = NOTHING_SAID,
): Promise<ModalView> => {
  const { clientId = null, version = null } = found.client ?? {};
  const draft: ChangeDraft = { clientId, version, ...said };
  const draftId = await openDraft(coverageContext(tools, manager.actor), kind, draft);
  const option = await managerOption(tools, managerSlackId);
  return changeModal(tools, manager, kind, draftId, found, { ...said, manager: option });
};
