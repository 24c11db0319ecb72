/** For each event and command something that it does for a manager. */
import { expect } from 'vitest';
import { slackPeople } from '../../src/db/schema/index.ts';
import {
  button,
  type Case,
  called,
  channelOf,
  command,
  event,
  isForgotten,
  leaving,
  message,
  newTs,
  opened,
  preferred,
  press,
  who,
} from './listener-payloads.ts';
import { APP } from './office.ts';

/** By kind and name, as they are registered. */
export const SAID: Record<string, Case> = {
  'event message': { as: 'M2', send: message('key clients'), isDone: called('chat.stopStream') },
  'event app_mention': {
    as: 'M2',
    send: event((_office, { userId, teamId }) => ({
      ...{ type: 'app_mention', channel: 'C0BRANCH', text: `<@${APP.botUserId}> key clients` },
      ...{ user: userId, user_team: teamId, ts: newTs() },
    })),
    isDone: called('chat.postMessage'),
  },
  'event agent_session_stopped': {
    as: 'M2',
    send: async (office, sender) => {
      const channel = channelOf(office, sender);
      const thread_ts = newTs();
      await office.sendEvent({
        ...{ type: 'message', channel_type: 'im', channel, text: 'slow', ts: thread_ts },
        ...{ user: sender.userId, user_team: sender.teamId },
      });
      const until = performance.now() + 3_000;
      while (!called('chat.startStream')(office) && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 20));
      const user = sender.userId;
      const stop = { type: 'agent_session_stopped', channel, user, thread_ts };
      return { response: await office.sendEvent(stop) };
    },
    isDone: (office) =>
      office.slack.inspect
        .calls('chat.stopStream')
        .some((call) => JSON.stringify(call).includes('Stopped.')),
  },
  'event app_home_opened': {
    as: 'M2',
    send: event((_office, { userId }) => ({ type: 'app_home_opened', tab: 'home', user: userId })),
    isDone: called('views.publish'),
  },
  'event user_change': {
    as: 'M2',
    send: async (office, sender) => {
      await press(office, sender, button('home_find'));
      await expect.poll(() => called('views.open')(office)).toBe(true);
      return event(() => ({ type: 'user_change', user: { id: sender.userId } }))(office, sender);
    },
    isDone: async ({ bank }) =>
      (await bank.database.service.orm.select().from(slackPeople)).some(
        ({ lookedUpAt }) => lookedUpAt.epochMilliseconds === 0,
      ),
  },
  'event app_uninstalled': {
    as: 'M2',
    send: leaving({ type: 'app_uninstalled' }),
    isDone: isForgotten,
  },
  'event tokens_revoked': {
    as: 'M2',
    send: leaving({ type: 'tokens_revoked', tokens: { bot: ['B1'] } }),
    isDone: isForgotten,
  },
  'command /clients': { as: 'M2', send: command('/clients', ''), isDone: called('views.open') },
  'command /client': {
    as: 'M2',
    send: command('/client', 'C-other'),
    isDone: called('chat.postMessage'),
  },
  'command /tier': { as: 'M1', send: command('/tier', 'C-mass'), isDone: opened('王芳') },
  'command /reassign': { as: 'M1', send: command('/reassign', 'C-mass'), isDone: opened('王芳') },
  'command /digest': {
    as: 'M2',
    send: command('/digest', '07:45'),
    isDone: preferred(({ digestAt }) => digestAt === '07:45'),
  },
  'shortcut find_clients': {
    as: 'M2',
    send: async (office, sender) => ({
      response: await office.sendInteraction({
        ...{ type: 'shortcut', ...who(sender), callback_id: 'find_clients' },
      }),
    }),
    isDone: called('views.open'),
  },
};
