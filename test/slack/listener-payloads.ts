/** What Slack sends for a person's act, and by what it is seen that something was done. */
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { answerChoice } from '../../src/assistant/answer-question.ts';
import { openDraft } from '../../src/coverage/drafts.ts';
import { overrideTier } from '../../src/coverage/override-tier.ts';
import { drafts, preferences, requests, slackInstallations } from '../../src/db/schema/index.ts';
import { saveInstallation } from '../../src/identity/installations.ts';
import { EMPTY_PLAN } from '../../src/query/understand/plans.ts';
import { NOW, succeeded } from '../coverage/a-bank.ts';
import type { HttpOffice, Sender } from './http-office.ts';
import { APP } from './office.ts';

export type Sent = { response: object };
export type Case = {
  /** Who may do it. */
  as: string;
  send: (office: HttpOffice, sender: Sender) => Promise<Sent>;
  /** True once it was done; `sent` is what the app answered at once. */
  isDone: (office: HttpOffice, sent: Sent) => Promise<boolean> | boolean;
};

type Call = { method: string; args: Record<string, unknown> };

export const called = (method: string) => (office: HttpOffice) =>
  office.slack.inspect.calls(method).length > 0;
export const answered =
  (words: string) =>
  ({ responses }: HttpOffice) =>
    JSON.stringify(responses).includes(words);
export const replied =
  (words: string) =>
  (_office: HttpOffice, { response }: Sent) =>
    JSON.stringify(response).includes(words);

export const channelOf = (office: HttpOffice, { userId }: Sender): string =>
  office.slack.as(userId).openDm();
export const newTs = (): string => `17.${randomBytes(3).readUIntBE(0, 3)}`;

export const who = ({ userId, teamId }: Sender) => ({
  user: { id: userId, team_id: teamId },
  team: { id: APP.teamId },
  ...{ api_app_id: APP.appId, trigger_id: 'none', token: 'x' },
});

const contextOf = (office: HttpOffice, managerId: string) => office.bank.as(managerId);

export const receiptFor = async (office: HttpOffice, managerId: string): Promise<string> => {
  const { actor } = await contextOf(office, managerId);
  const context = { database: office.bank.database, now: () => NOW };
  const plan = { ...EMPTY_PLAN };
  const answer = succeeded(await answerChoice(context, { actor, plan, locale: 'en' }));
  return answer.receiptId ?? '';
};

const requestOf = async (office: HttpOffice): Promise<string> => {
  const [waiting] = await office.bank.database.service.orm.select().from(requests);
  if (waiting) return waiting.requestId;
  const ctx = await contextOf(office, 'M1');
  const input = {
    ...{ clientId: 'C-quality', tier: 'key', until: null, version: null },
    ...{ reasonCode: 'data_error', reasonText: 'A reason in words' },
  };
  return succeeded(await overrideTier({ ctx, input })).requestId ?? '';
};
const statusOf = async ({ bank }: HttpOffice): Promise<string | undefined> =>
  (await bank.database.service.orm.select().from(requests))[0]?.status;

/** A press in the sender's direct messages. */
export const press = async (office: HttpOffice, sender: Sender, action: object): Promise<Sent> => {
  const channel = channelOf(office, sender);
  const message = { ts: newTs(), text: '', blocks: [] };
  const response = await office.sendInteraction({
    ...{ type: 'block_actions', ...who(sender), channel: { id: channel }, message },
    ...{
      response_url: office.responseUrl,
      actions: [{ type: 'button', block_id: 'b', ...action }],
    },
  });
  return { response };
};
export const pressIn = async (
  office: HttpOffice,
  sender: Sender,
  view: object,
  action: object,
) => ({
  response: await office.sendInteraction({
    ...{ type: 'block_actions', ...who(sender), view: { id: 'V1', hash: 'h', ...view } },
    actions: [{ block_id: 'b', ...action }],
  }),
});
export const button = (action_id: string, value = 'x') => ({ action_id, value });

export const draftFor = async (
  office: HttpOffice,
  as: string,
  kind: 'override' | 'reassign' | 'refine',
) => {
  const ctx = await contextOf(office, as);
  const change = { clientId: 'C-mass', version: null, reasonText: null, tier: null, until: null };
  const refining = { plan: EMPTY_PLAN, added: [], language: 'en', place: null };
  return openDraft(ctx, kind, kind === 'refine' ? refining : change);
};
export const isUsed = async ({ bank }: HttpOffice): Promise<boolean> => {
  const [draft] = await bank.database.service.orm.select().from(drafts);
  return draft?.consumedAt !== null;
};
export const REASON = {
  reason_code: { reason_code: { selected_option: { value: 'expertise' } } },
  reason_text: { reason_text: { value: 'A reason in words' } },
};
export const submit =
  (callbackId: string, kind: 'override' | 'reassign' | 'refine', values: object) =>
  async (office: HttpOffice, sender: Sender): Promise<Sent> => ({
    response: await office.sendInteraction({
      ...{ type: 'view_submission', ...who(sender) },
      view: {
        ...{ id: 'V1', callback_id: callbackId, hash: 'h', state: { values } },
        private_metadata: await draftFor(office, 'M1', kind),
      },
    }),
  });

export const command =
  (name: string, text: string) =>
  async (office: HttpOffice, { userId, teamId }: Sender): Promise<Sent> => ({
    response: await office.sendCommand({
      ...{ command: name, text, user_id: userId, team_id: teamId, channel_id: 'C0BRANCH' },
      ...{ trigger_id: 'none', response_url: office.responseUrl, api_app_id: APP.appId },
    }),
  });

export const event =
  (given: (office: HttpOffice, sender: Sender) => object) =>
  async (office: HttpOffice, sender: Sender): Promise<Sent> => ({
    response: await office.sendEvent(given(office, sender)),
  });
export const message = (text: string) =>
  event((office, sender) => ({
    ...{ type: 'message', channel_type: 'im', channel: channelOf(office, sender), text },
    ...{ user: sender.userId, user_team: sender.teamId, ts: newTs() },
  }));

export const suggest =
  (actionId: string, value: string) =>
  async (office: HttpOffice, sender: Sender): Promise<Sent> => ({
    response: await office.sendInteraction({
      ...{ type: 'block_suggestion', ...who(sender), action_id: actionId, block_id: 'b', value },
    }),
  });

export const onReceipt =
  (actionId: string, as: string) =>
  async (office: HttpOffice, sender: Sender): Promise<Sent> =>
    press(office, sender, button(actionId, await receiptFor(office, as)));
export const onRequest =
  (actionId: string) =>
  async (office: HttpOffice, sender: Sender): Promise<Sent> =>
    press(office, sender, button(actionId, await requestOf(office)));
export const pressed =
  (actionId: string, action: object = {}) =>
  (office: HttpOffice, sender: Sender) =>
    press(office, sender, { ...button(actionId), ...action });
export const decided = (status: string) => async (office: HttpOffice) =>
  (await statusOf(office)) === status;
export const preferred =
  (fits: (row: typeof preferences.$inferSelect) => boolean) => async (office: HttpOffice) =>
    (await office.bank.database.service.orm.select().from(preferences)).some(fits);

const INSTALLED = 'T0LEAVING';
export const leaving =
  (given: object) =>
  async (office: HttpOffice): Promise<Sent> => {
    const context = { database: office.bank.database, now: () => NOW };
    await saveInstallation(context, INSTALLED, { token: 'sealed' });
    return { response: await office.sendEvent(given, { team_id: INSTALLED }) };
  };
export const isForgotten = async ({ bank }: HttpOffice): Promise<boolean> => {
  const { orm } = bank.database.service;
  const rows = await orm
    .select()
    .from(slackInstallations)
    .where(eq(slackInstallations.installedIn, INSTALLED));
  return rows[0]?.installation === null;
};
export const opened = (words: string) => (office: HttpOffice) =>
  (office.slack.inspect.calls('views.open') as unknown as Call[]).some(({ args }) =>
    JSON.stringify(args).includes(words),
  );
