import type { Local } from '../local.ts';
import type { Visitor } from '../types.ts';
import type { Surroundings } from './protocol.ts';

/** What one person's page shows around the messages. */
export const surroundingsOf = (local: Local, visitor: Visitor): Surroundings => {
  const { app, statuses } = local.workspace;
  const channels = visitor.channels();
  const dm = visitor.openDm();
  const { name, botUserId, teamName, commands, shortcuts } = app;
  return {
    app: { name, botUserId, teamName, commands, shortcuts },
    dm,
    channels,
    views: visitor.views(),
    home: visitor.homeView(),
    prompts: visitor.suggestedPrompts(dm),
    statuses: [...statuses.values()].filter(({ channel }) =>
      channels.some(({ id }) => id === channel),
    ),
    connected: local.appConnected(),
  };
};
