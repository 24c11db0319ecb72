import type { WebClient } from '@slack/web-api';
import type { Locale } from '../domain/actor.ts';
import { findChannelOf, saveDirectMessage } from '../identity/direct-messages.ts';
import { type Person, resolvePerson, type SlackProfile } from '../identity/resolve-person.ts';
import { slackText } from '../text/slack.ts';
import type { Manager, Tools } from './tools.ts';

const localeOf = (locale: string | undefined): Locale | null => {
  if (!locale) return null;
  if (/^zh/i.test(locale)) return 'zh-CN';
  return /^en/i.test(locale) ? 'en' : null;
};

const loadProfile = async (
  web: WebClient,
  slackUserId: string,
  teamId: string,
): Promise<SlackProfile> => {
  const { user } = await web.users.info({ user: slackUserId, include_locale: true });
  const foreign = user?.team_id !== undefined && user.team_id !== teamId;
  const guest = user?.is_restricted || user?.is_ultra_restricted || user?.is_stranger;
  return {
    email: user?.profile?.email ?? null,
    locale: localeOf(user?.locale),
    timezone: user?.tz ?? null,
    outsider: !user || foreign || Boolean(guest || user.is_bot || user.deleted),
  };
};

/** Who this is. `teamId` is the workspace that the payload names; any but our own is an outsider. */
export const personOf = async (
  tools: Tools,
  slackUserId: string,
  teamId: string | undefined,
): Promise<Person> => {
  const own = tools.self().teamId;
  if (teamId !== undefined && teamId !== own)
    return { teamId, slackUserId, actor: null, locale: null, timezone: null, preferred: null };
  return resolvePerson(tools, { teamId: own, slackUserId }, () =>
    loadProfile(tools.web, slackUserId, own),
  );
};

/** What somebody is spoken to in: as chosen, as Slack is set, as the bank says, English. */
export const languageOf = ({ preferred, locale, actor }: Person): Locale =>
  preferred ?? locale ?? actor?.locale ?? 'en';

/** The person as a manager; for anyone else the sentence to say instead. */
export const managerOr = (
  person: Person,
  tools: Tools,
): { manager: Manager; refusal: null } | { manager: null; refusal: string } => {
  const language = languageOf(person);
  if (person.actor) return { manager: { ...person, actor: person.actor, language }, refusal: null };
  const words = slackText[language];
  const isOurs = person.teamId === tools.self().teamId;
  return { manager: null, refusal: isOurs ? words.unknownPerson : words.outsider };
};

/** The channel of our direct messages with this manager, opened when it is not known yet. */
export const directMessageOf = async (tools: Tools, manager: Manager): Promise<string> => {
  const known = await findChannelOf(tools, manager);
  if (known) return known;
  const { channel } = await tools.web.conversations.open({ users: manager.slackUserId });
  if (!channel?.id) throw new Error('conversations.open returned no channel');
  const { teamId, slackUserId, actor } = manager;
  await saveDirectMessage(tools, { teamId, slackUserId, managerId: actor.managerId }, channel.id);
  return channel.id;
};
