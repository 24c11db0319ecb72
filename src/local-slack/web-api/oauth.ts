/** Installing the app: the consent, which a local workspace always gives, and the exchange of its code for the token. */
import type { ServerResponse } from 'node:http';
import { answerText } from '../http.ts';
import { newId } from '../ids.ts';
import type { Local } from '../local.ts';
import { ApiFailure, type Method, requiredText, textArg } from './call.ts';

/** GET /oauth/v2/authorize: sends the browser back to the app with a code that is taken once. */
export const giveConsent = (local: Local, url: URL, response: ServerResponse): void => {
  const { oauth } = local.workspace.app;
  const asked = (name: string): string => url.searchParams.get(name) ?? '';
  const back = asked('redirect_uri') || oauth?.redirectUrl;
  if (!oauth || asked('client_id') !== oauth.clientId) {
    answerText(response, 400, 'invalid_client_id');
    return;
  }
  if (back !== oauth.redirectUrl) {
    answerText(response, 400, 'bad_redirect_uri');
    return;
  }
  if (asked('scope') === '') {
    answerText(response, 400, 'invalid_scope');
    return;
  }
  const code = newId('C', 20);
  local.oauthCodes.set(code, asked('scope'));
  const target = new URL(oauth.redirectUrl);
  target.searchParams.set('code', code);
  target.searchParams.set('state', asked('state'));
  response.writeHead(302, { location: target.href }).end();
};

export const oauthAccess: Method = ({ local, args }) => {
  const { app, people } = local.workspace;
  const { oauth } = app;
  if (!oauth || requiredText(args, 'client_id') !== oauth.clientId)
    throw new ApiFailure('invalid_client_id');
  if (textArg(args, 'client_secret') !== oauth.clientSecret)
    throw new ApiFailure('bad_client_secret');
  const scope = local.oauthCodes.get(requiredText(args, 'code'));
  if (scope === undefined) throw new ApiFailure('invalid_code');
  local.oauthCodes.delete(textArg(args, 'code'));
  return {
    ok: true,
    ...{ app_id: app.appId, access_token: app.botToken, token_type: 'bot', scope },
    bot_user_id: app.botUserId,
    team: { id: app.teamId, name: app.teamName },
    authed_user: { id: people.all()[0]?.userId ?? '' },
    is_enterprise_install: false,
    enterprise: null,
  };
};
