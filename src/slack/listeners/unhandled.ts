/** Slack says nothing when an app ignores something; this does. */
import type { App } from '@slack/bolt';
import type { Tools } from '../tools.ts';

/** Events with a listener, and the ones that are known to need none. */
const KNOWN = new Set([
  'message',
  'app_mention',
  'app_home_opened',
  'user_change',
  'app_context_changed',
  'agent_session_stopped',
]);

export const registerUnhandled = (app: App, tools: Tools): void => {
  app.use(async ({ body, next }) => {
    const { event } = body as { event?: { type?: string } };
    if (event && !KNOWN.has(event.type ?? ''))
      tools.log.warn({ event: event.type }, 'an event without a listener');
    await next();
  });
};
