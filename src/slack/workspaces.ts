/** The workspaces that the app is in, and in which of them the work at hand belongs. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Authorize, Context, Installation } from '@slack/bolt';
import type { SlackConnection } from './connection.ts';
import type { SealedStore } from './installation-store.ts';
import { type Log, slackLogger } from './log.ts';
import type { Self } from './tools.ts';
import { openWebClients, type WebClients } from './web-clients.ts';

export type Workspace = { self: Self; clients: WebClients };

export type Workspaces = {
  /** Before anything is received; rejects when the token is refused. */
  open: () => Promise<void>;
  /** null = Bolt's installer asks the store by itself. */
  authorize: Authorize<boolean> | null;
  /** Does the work for the workspace that an event came from. */
  within: <T>(context: Context, work: () => Promise<T>) => Promise<T>;
  /** The workspace that the work at hand belongs to. */
  current: () => Workspace;
  all: () => Promise<Workspace[]>;
};

type Settings = { log: Log; slackApiUrl: string | undefined };

const clientsFor = ({ log, slackApiUrl }: Settings, botToken: string): WebClients =>
  openWebClients({ botToken, logger: slackLogger(log), ...(slackApiUrl ? { slackApiUrl } : {}) });

/** One workspace: its token is asked about once at start, and never before an acknowledgement. */
const oneWorkspace = (settings: Settings, botToken: string): Workspaces => {
  const clients = clientsFor(settings, botToken);
  const known: { workspace: Workspace | null } = { workspace: null };
  const current = (): Workspace => {
    if (known.workspace) return known.workspace;
    throw new Error('the Slack app was used before it was started');
  };
  return {
    open: async () => {
      const { team_id: teamId, user_id: botUserId, bot_id: botId } = await clients.web.auth.test();
      if (!teamId || !botUserId || !botId) throw new Error('auth.test names no bot');
      known.workspace = { self: { teamId, botUserId, botId }, clients };
    },
    authorize: async () => ({ botToken, ...current().self }),
    within: (_context, work) => work(),
    current,
    all: async () => [current()],
  };
};

type Bot = { botToken: string; self: Self };

const botOf = ({ bot, team, enterprise }: Installation): Bot => {
  const id = team?.id ?? enterprise?.id;
  if (!bot || !id) throw new Error('an installation without a bot');
  return { botToken: bot.token, self: { teamId: id, botUserId: bot.userId, botId: bot.id } };
};

/** Several: every event brings the workspace that it is from, and works with that one's token alone. */
const severalWorkspaces = (settings: Settings, store: SealedStore): Workspaces => {
  const opened = new Map<string, { botToken: string; clients: WebClients }>();
  const workspaceOf = ({ botToken, self }: Bot): Workspace => {
    const known = opened.get(self.teamId);
    if (known?.botToken === botToken) return { self, clients: known.clients };
    const clients = clientsFor(settings, botToken);
    opened.set(self.teamId, { botToken, clients });
    return { self, clients };
  };
  const storage = new AsyncLocalStorage<Workspace>();
  return {
    open: async () => {},
    authorize: null,
    within: ({ botToken, teamId, botUserId, botId }, work) => {
      // What tells that a token is gone comes without one.
      if (!botToken || !teamId || !botUserId || !botId) return work();
      return storage.run(workspaceOf({ botToken, self: { teamId, botUserId, botId } }), work);
    },
    current: () => {
      const workspace = storage.getStore();
      if (workspace) return workspace;
      throw new Error('no workspace is at hand outside of an event');
    },
    all: async () =>
      (await store.loadAll()).map((installation) => workspaceOf(botOf(installation))),
  };
};

/** `store`: where OAuth keeps what it was handed; null = one workspace by its token. */
export const openWorkspaces = (
  log: Log,
  connection: SlackConnection,
  store: SealedStore | null,
): Workspaces => {
  const settings = { log, slackApiUrl: connection.slackApiUrl };
  if ('botToken' in connection) return oneWorkspace(settings, connection.botToken);
  if (store) return severalWorkspaces(settings, store);
  throw new Error('several workspaces need a place for their tokens');
};
