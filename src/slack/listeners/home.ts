/** What can be done from the Home tab: every command as a button, the language, the digest's time. */
import type { App, BlockAction } from '@slack/bolt';
import { chooseDigestTime } from '../../alerts/choose-digest-time.ts';
import { LOCALES } from '../../domain/actor.ts';
import { chooseLanguage } from '../../identity/preferences.ts';
import { sentence } from '../../text/catalog.ts';
import { slackText } from '../../text/slack.ts';
import { onPress, type Press } from '../asking.ts';
import { FIND_CLIENTS } from '../manifest.ts';
import { openForm } from '../open-form.ts';
import { directMessageOf, managerOr, personOf } from '../people.ts';
import { publishHome } from '../publish-home.ts';
import { post } from '../say.ts';
import { sendDigest } from '../send-digest.ts';
import { teamOf } from '../team-of.ts';
import type { Manager, Tools } from '../tools.ts';
import { sentenceView } from '../views/blocks.ts';
import {
  DIGEST_OFF,
  DIGEST_TIME,
  HOME_DIGEST,
  HOME_FIND,
  HOME_OVERRIDE,
  HOME_REASSIGN,
  LANGUAGE,
} from '../views/home-parts.ts';
import { reassignForm, tierForm } from './changes.ts';
import { findForm } from './refine.ts';

type Work = (tools: Tools, press: Press) => Promise<void>;

/** The Home tab has no place to answer in: what is to be said comes as a direct message. */
const sayInDm = async (tools: Tools, manager: Manager, said: string): Promise<void> => {
  await post(tools, { channel: await directMessageOf(tools, manager) }, sentenceView(said));
};

const opening =
  (form: (tools: Tools, manager: Manager, text: string) => ReturnType<typeof tierForm>): Work =>
  async (tools, { manager, body }) => {
    const view = await form(tools, manager, '');
    await openForm(tools, body.trigger_id, view, () =>
      sayInDm(tools, manager, slackText[manager.language].tooSlow),
    );
  };

const sendNow: Work = async (tools, { manager }) => {
  const sent = await sendDigest(tools, manager);
  if (!sent.ok) await sayInDm(tools, manager, sentence(sent.problem, manager.language));
};

const setLanguage: Work = async (tools, { manager, value }) => {
  await chooseLanguage(tools, manager.actor, LOCALES.find((code) => code === value) ?? null);
  await publishHome(tools, manager.slackUserId);
};

const setTime: Work = async (tools, { manager, value }) => {
  if (value === '') return;
  await chooseDigestTime(tools, manager.actor, value);
  await publishHome(tools, manager.slackUserId);
};

const turnOff: Work = async (tools, { manager }) => {
  await chooseDigestTime(tools, manager.actor, null);
  await publishHome(tools, manager.slackUserId);
};

export const registerHome = (app: App, tools: Tools): void => {
  const works: Record<string, Work> = {
    [HOME_FIND]: opening(findForm),
    [HOME_OVERRIDE]: opening(tierForm),
    [HOME_REASSIGN]: opening(reassignForm),
    [HOME_DIGEST]: sendNow,
    [LANGUAGE]: setLanguage,
    [DIGEST_TIME]: setTime,
    [DIGEST_OFF]: turnOff,
  };
  for (const [actionId, work] of Object.entries(works))
    app.action<BlockAction>(actionId, (args) =>
      onPress(tools, args, (press) => work(tools, press)),
    );
  app.shortcut(FIND_CLIENTS, async ({ ack, body }) => {
    await ack();
    const { manager } = managerOr(await personOf(tools, body.user.id, teamOf(body)), tools);
    if (!manager) return;
    const view = await findForm(tools, manager);
    await openForm(tools, body.trigger_id, view, () =>
      sayInDm(tools, manager, slackText[manager.language].tooSlow),
    );
  });
};
