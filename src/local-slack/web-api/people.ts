import type { Json } from '../json.ts';
import { shapePerson } from '../shape-message.ts';
import type { Workspace } from '../workspace.ts';
import { ApiFailure, flagArg, type Method, requiredText } from './call.ts';

const botUser = ({ app }: Workspace): Json => ({
  id: app.botUserId,
  team_id: app.teamId,
  name: app.name.toLowerCase(),
  real_name: app.name,
  deleted: false,
  is_bot: true,
  is_app_user: false,
  tz: 'Etc/UTC',
  tz_offset: 0,
  profile: {
    real_name: app.name,
    display_name: app.name,
    bot_id: app.botId,
    api_app_id: app.appId,
  },
});

const usersInfo: Method = ({ local: { workspace }, args }) => {
  const id = requiredText(args, 'user');
  if (id === workspace.app.botUserId) return { ok: true, user: botUser(workspace) };
  const person = workspace.people.get(id);
  if (!person) throw new ApiFailure('user_not_found');
  const user = shapePerson(person, workspace.app.teamId, flagArg(args, 'include_locale'));
  return { ok: true, user };
};

const usersList: Method = ({ local: { workspace }, args }) => {
  const withLocale = flagArg(args, 'include_locale');
  const people = workspace.people
    .all()
    .map((person) => shapePerson(person, workspace.app.teamId, withLocale));
  return {
    ok: true,
    members: [...people, botUser(workspace)],
    response_metadata: { next_cursor: '' },
  };
};

const usersLookupByEmail: Method = ({ local: { workspace }, args }) => {
  const email = requiredText(args, 'email').toLowerCase();
  const person = workspace.people.all().find((one) => one.email.toLowerCase() === email);
  if (!person) throw new ApiFailure('users_not_found');
  return { ok: true, user: shapePerson(person, workspace.app.teamId, false) };
};

const authTest: Method = ({ local }) => {
  const { app } = local.workspace;
  return {
    ok: true,
    url: `${local.baseUrl}/`,
    team: app.teamName,
    user: app.name.toLowerCase(),
    team_id: app.teamId,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  };
};

export const peopleMethods: Record<string, Method> = {
  'auth.test': authTest,
  'users.info': usersInfo,
  'users.list': usersList,
  'users.lookupByEmail': usersLookupByEmail,
};
