/** The local Slack workspace, peopled with the bank's managers; it stands in where no Slack is configured. */
import { join } from 'node:path';
import { asc, sql } from 'drizzle-orm';
import manifest from '../slack-manifest.json' with { type: 'json' };
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { managers } from './db/schema/index.ts';
import { type LocalSlack, type SlackApp, startLocalSlack } from './local-slack/start.ts';
import { roleNames } from './text/fields.ts';

/** Nothing but this machine can reach the workspace, so its tokens are no secret. */
export const LOCAL_APP: SlackApp = {
  appId: 'A0BELLWETHER',
  botUserId: 'U0BELLWETHER',
  botId: 'B0BELLWETHER',
  name: 'Bellwether',
  botToken: 'xoxb-local-workspace',
  appToken: 'xapp-local-workspace',
  signingSecret: 'local-workspace-secret',
  teamId: 'T0LOCAL',
  teamName: 'Local bank',
  commands: manifest.features.slash_commands.map((each) => ({
    command: each.command,
    description: each.description,
    usageHint: each.usage_hint,
    shouldEscape: each.should_escape,
  })),
  shortcuts: manifest.features.shortcuts.map((each) => ({
    name: each.name,
    callbackId: each.callback_id,
  })),
};

export const localApiUrl = (pagePort: number): string => `http://127.0.0.1:${pagePort}/api/`;

const slackIdOf = (managerId: string): string =>
  `U${managerId.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;

/** The page opens as its first person: somebody who has clients. */
const hasNoBook = sql`${managers.role} not in ('relationship_manager', 'wealth_manager')`;

/** Starts the workspace on the page's port; rejects with code EADDRINUSE where it is taken. */
export const startLocalWorkspace = async (
  config: Pick<Config, 'dataDir' | 'pagePort' | 'timeZone'>,
  database: Database,
): Promise<LocalSlack> => {
  const staff = await database.service.orm
    .select()
    .from(managers)
    .orderBy(asc(hasNoBook), managers.managerId);
  const people = staff.map((manager) => ({
    userId: manager.slackUserId ?? slackIdOf(manager.managerId),
    name: manager.name,
    email: manager.email,
    locale: manager.locale ?? 'en',
    tz: manager.timezone ?? config.timeZone,
    title: roleNames[manager.locale ?? 'en'][manager.role],
  }));
  return startLocalSlack({
    port: config.pagePort,
    stateFile: join(config.dataDir, 'local-slack.jsonl'),
    people,
    channels: [{ id: 'C0GENERAL', name: 'general', members: people.map(({ userId }) => userId) }],
    app: LOCAL_APP,
  });
};
