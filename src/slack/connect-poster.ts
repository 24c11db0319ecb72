import type { Poster } from '../alerts/poster.ts';
import type { IdentityContext } from '../identity/resolve-person.ts';
import type { SlackConnection } from './connection.ts';
import { createInstallationStore } from './installation-store.ts';
import type { Log } from './log.ts';
import { createPoster } from './poster.ts';
import { openWorkspaces } from './workspaces.ts';

/** A poster without the rest of the app, for a process that only delivers. Rejects when the token is refused. */
export const connectPoster = async (
  ctx: IdentityContext & { log: Log },
  connection: SlackConnection,
): Promise<Poster> => {
  const store = connection.mode === 'oauth' ? createInstallationStore(ctx, connection) : null;
  const workspaces = openWorkspaces(ctx.log, connection, store);
  await workspaces.open();
  return createPoster({ ...ctx, workspaces: workspaces.all });
};
