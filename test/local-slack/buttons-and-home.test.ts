import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { grace, lin, startSocketApp, startWorkspace } from './bolt-workspace.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const blocks: KnownBlock[] = [
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'button', action_id: 'snooze', value: 'a1', text: plain('Snooze') },
      {
        type: 'static_select',
        action_id: 'days',
        options: ['7', '30'].map((value) => ({ text: plain(`${value} days`), value })),
      },
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Good'), value: 'up' },
        negative_button: { text: plain('Bad'), value: 'down' },
      },
    ],
  },
];

describe('buttons and the Home tab', () => {
  let slack: LocalSlack;
  let app: App;
  const bodies: Record<string, unknown>[] = [];
  const start = async (register: (bolt: App) => void) => {
    slack = await startWorkspace();
    app = await startSocketApp(slack, register);
    bodies.length = 0;
    return slack.as(lin.userId);
  };
  const keep = (bolt: App) =>
    bolt.action(/.*/, async ({ ack, body }) => {
      await ack();
      bodies.push(body as unknown as Record<string, unknown>);
    });
  afterEach(async () => {
    await app.stop();
    await slack.close();
  });

  it('carry the message, the value and what is chosen beside', async () => {
    const visitor = await start(keep);
    const dm = visitor.openDm();
    const { ts = '' } = await app.client.chat.postMessage({ channel: dm, text: 't', blocks });
    await visitor.press({ channel: dm, ts }, 'days', '30');
    await visitor.press({ channel: dm, ts }, 'snooze');
    await visitor.press({ channel: dm, ts }, 'feedback', 'down');
    expect(bodies[1]).toMatchObject({
      type: 'block_actions',
      user: { id: lin.userId },
      channel: { id: dm, name: 'directmessage' },
      message: { ts, text: 't' },
      container: { type: 'message', message_ts: ts, is_ephemeral: false },
      state: { values: { row: { days: { selected_option: { value: '30' } } } } },
      actions: [{ type: 'button', action_id: 'snooze', value: 'a1', block_id: 'row' }],
    });
    expect(bodies[2]).toMatchObject({ actions: [{ type: 'feedback_buttons', value: 'down' }] });
  });

  it('answer five times through the response_url, then no more', async () => {
    const errors: unknown[] = [];
    const visitor = await start((bolt) => {
      bolt.action('snooze', async ({ ack, respond }) => {
        await ack();
        for (let i = 1; i <= 6; i += 1) {
          await respond({ replace_original: true, text: `version ${i}` }).catch((error) =>
            errors.push(error.statusCode),
          );
        }
      });
    });
    const { ts = '' } = await app.client.chat.postMessage({
      channel: visitor.openDm(),
      text: 't',
      blocks,
    });
    await visitor.press({ channel: visitor.openDm(), ts }, 'snooze');
    await visitor.waitFor(() => errors.length === 1);
    expect(errors).toEqual([404]);
    expect(visitor.messages(visitor.openDm())).toMatchObject([{ ts, text: 'version 5' }]);
  });

  it('do not exist for those who cannot see the message', async () => {
    const visitor = await start(keep);
    const dm = visitor.openDm();
    const { ts = '' } = await app.client.chat.postMessage({ channel: dm, text: 't', blocks });
    const other = slack.as(grace.userId);
    expect((await other.press({ channel: dm, ts }, 'snooze')).status).toBe('rejected');
    expect((await visitor.press({ channel: dm, ts }, 'missing')).status).toBe('rejected');
  });

  it('carry no message when it is ephemeral, and can delete it', async () => {
    const visitor = await start((bolt) => {
      bolt.action('snooze', async ({ ack, body, respond }) => {
        bodies.push(body as unknown as Record<string, unknown>);
        await ack();
        await respond({ delete_original: true });
      });
    });
    const { message_ts: ts = '' } = await app.client.chat.postEphemeral({
      ...{ channel: 'C0GENERAL', user: lin.userId, text: 't', blocks },
    });
    await visitor.press({ channel: 'C0GENERAL', ts }, 'snooze');
    await visitor.waitFor((me) => me.messages('C0GENERAL').length === 0);
    expect(bodies[0]).not.toHaveProperty('message');
    expect(bodies[0]).toMatchObject({ container: { is_ephemeral: true } });
  });

  it('work on a published Home tab, which keeps its id', async () => {
    const visitor = await start((bolt) => {
      keep(bolt);
      bolt.event('app_home_opened', async ({ event, client }) => {
        const text = event.view ? 'again' : 'first';
        await client.views.publish({
          user_id: event.user,
          view: {
            type: 'home',
            blocks: [{ type: 'header', text: plain(text) }, ...blocks.slice(0, 1)],
          },
        });
      });
    });
    visitor.openHome();
    const home = await visitor.waitFor((me) => me.homeView());
    expect(home.blocks[0]).toMatchObject({ text: { text: 'first' } });
    await visitor.press({ viewId: home.id }, 'snooze');
    expect(bodies[0]).toMatchObject({
      container: { type: 'view', view_id: home.id },
      view: { type: 'home' },
    });
    visitor.openHome();
    await visitor.waitFor((me) => JSON.stringify(me.homeView()?.blocks[0]).includes('again'));
    expect(visitor.homeView()?.id).toBe(home.id);
  });

  it('have suggested prompts in the Messages tab', async () => {
    const visitor = await start((bolt) => {
      bolt.event('app_home_opened', async ({ event, client }) => {
        if (event.tab !== 'messages') return;
        await client.assistant.threads.setSuggestedPrompts({
          channel_id: event.channel,
          prompts: [{ title: '流失风险', message: '本月哪些客户有流失风险？' }],
        });
      });
    });
    visitor.openMessagesTab();
    const dm = visitor.openDm();
    await visitor.waitFor((me) => me.suggestedPrompts(dm).prompts.length === 1);
  });
});
