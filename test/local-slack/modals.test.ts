import type { App, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { lin, startSocketApp, startWorkspace } from './bolt-workspace.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const form = (title = 'Tier'): ModalView => ({
  type: 'modal',
  callback_id: 'tier',
  private_metadata: 'draft-1',
  title: plain(title),
  submit: plain('Confirm'),
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'reason',
      label: plain('Reason'),
      element: { type: 'plain_text_input', action_id: 'reason', min_length: 5 },
    },
    {
      type: 'input',
      block_id: 'until',
      optional: true,
      label: plain('Until'),
      element: { type: 'datepicker', action_id: 'until', initial_date: '2026-12-31' },
    },
    {
      type: 'actions',
      block_id: 'choose',
      elements: [
        {
          type: 'external_select',
          action_id: 'client',
          min_query_length: 1,
          placeholder: plain('Client'),
        },
        { type: 'button', action_id: 'deeper', text: plain('Deeper') },
      ],
    },
  ],
});

let slack: LocalSlack;
let app: App;
let answer: ViewResponseAction | undefined;
const seen: { values?: unknown; closed?: unknown; action?: unknown; metadata?: string } = {};

const register = (bolt: App) => {
  bolt.command('/tier', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form() });
  });
  bolt.shortcut('find_clients', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form('Find') });
  });
  bolt.view({ callback_id: 'tier', type: 'view_submission' }, async ({ ack, view }) => {
    seen.values = view.state.values;
    seen.metadata = view.private_metadata;
    await (answer ? ack(answer) : ack());
  });
  bolt.view({ callback_id: 'tier', type: 'view_closed' }, async ({ ack, body }) => {
    seen.closed = 'is_cleared' in body && body.is_cleared;
    await ack();
  });
  bolt.options('client', async ({ ack, options }) => {
    const names = ['陈伟', '陈静', 'Amy'].filter((name) => name.includes(options.value));
    await ack({ options: names.map((name) => ({ text: plain(name), value: name })) });
  });
  bolt.action('client', async ({ ack, action }) => {
    seen.action = action;
    await ack();
  });
  bolt.action('deeper', async ({ ack, client, body }) => {
    await ack();
    if (!('trigger_id' in body)) return;
    await client.views.push({ trigger_id: body.trigger_id, view: form('Deeper') });
  });
};

const open = async () => {
  answer = undefined;
  slack = await startWorkspace();
  app = await startSocketApp(slack, register);
  const visitor = slack.as(lin.userId);
  expect((await visitor.command(visitor.openDm(), '/tier', 'Chen')).status).toBe('ok');
  return { visitor, view: await visitor.waitFor((me) => me.views()[0]) };
};

describe('modals', () => {
  afterEach(async () => {
    await app.stop();
    await slack.close();
  });

  it('give the app what was typed, chosen and preset, and then close', async () => {
    const { visitor, view } = await open();
    const outcome = await visitor.submitView(view.id, { reason: 'large inflow' });
    expect(outcome.status).toBe('ok');
    expect(seen.metadata).toBe('draft-1');
    expect(seen.values).toMatchObject({
      reason: { reason: { type: 'plain_text_input', value: 'large inflow' } },
      until: { until: { type: 'datepicker', selected_date: '2026-12-31' } },
      choose: { client: { type: 'external_select', selected_option: null } },
    });
    expect(visitor.views()).toEqual([]);
  });

  it("refuse empty and short inputs in the person's language before the app is asked", async () => {
    const { visitor, view } = await open();
    expect(await visitor.submitView(view.id)).toEqual({
      status: 'errors',
      errors: { reason: '请填写此必填项。' },
    });
    expect(await visitor.submitView(view.id, { reason: 'no' })).toMatchObject({
      errors: { reason: '请至少输入 5 个字符。' },
    });
    expect(slack.inspect.deliveries('view_submission')).toEqual([]);
  });

  it('stay open with the errors of the app', async () => {
    const { visitor, view } = await open();
    answer = { response_action: 'errors', errors: { reason: 'The tier changed meanwhile.' } };
    expect(await visitor.submitView(view.id, { reason: 'large inflow' })).toEqual({
      status: 'errors',
      errors: { reason: 'The tier changed meanwhile.' },
    });
    expect(visitor.views()).toHaveLength(1);
  });

  it('are replaced, stacked or cleared as the app answers', async () => {
    const { visitor, view } = await open();
    answer = { response_action: 'update', view: form('Check') };
    await visitor.submitView(view.id, { reason: 'large inflow' });
    expect(visitor.views()).toMatchObject([{ id: view.id, title: { text: 'Check' } }]);
    answer = { response_action: 'push', view: form('Second') };
    await visitor.submitView(view.id, { reason: 'large inflow' });
    expect(visitor.views()).toMatchObject([
      { id: view.id },
      { title: { text: 'Second' }, previous_view_id: view.id, root_view_id: view.id },
    ]);
    answer = { response_action: 'clear' };
    await visitor.submitView(visitor.views()[1]?.id ?? '', { reason: 'large inflow' });
    expect(visitor.views()).toEqual([]);
  });

  it('refuse a view of the app that breaks a limit', async () => {
    const { visitor, view } = await open();
    answer = { response_action: 'update', view: form('A title that is longer than 24') };
    const outcome = await visitor.submitView(view.id, { reason: 'large inflow' });
    expect(outcome).toMatchObject({ status: 'rejected' });
    expect(JSON.stringify(outcome)).toContain('/view/title/text');
  });

  it('are stacked three deep at most', async () => {
    const { visitor, view } = await open();
    for (const depth of [2, 3]) {
      const top = visitor.views().at(-1)?.id ?? view.id;
      await visitor.press({ viewId: top }, 'deeper');
      await visitor.waitFor((me) => me.views().length === depth);
    }
    await visitor.press({ viewId: visitor.views()[2]?.id ?? '' }, 'deeper');
    await visitor.waitFor(() => slack.inspect.calls('views.push').length === 3);
    expect(slack.inspect.calls('views.push')[2]?.error).toBe('push_limit_reached');
  });

  it('tell the app when they are closed', async () => {
    const { visitor, view } = await open();
    await visitor.closeView(view.id);
    expect(seen.closed).toBe(false);
    expect(visitor.views()).toEqual([]);
  });

  it('offer what the app suggests in an external select', async () => {
    const { visitor, view } = await open();
    const found = await visitor.search({ viewId: view.id }, 'client', '陈');
    expect(found.options).toMatchObject([{ value: '陈伟' }, { value: '陈静' }]);
    expect((await visitor.press({ viewId: view.id }, 'client', '陈静')).status).toBe('ok');
    expect(seen.action).toMatchObject({
      type: 'external_select',
      block_id: 'choose',
      selected_option: { value: '陈静' },
    });
    expect(await visitor.press({ viewId: view.id }, 'client', 'Nobody')).toMatchObject({
      status: 'rejected',
    });
  });

  it('open from a shortcut', async () => {
    const { visitor } = await open();
    expect((await visitor.shortcut('find_clients')).status).toBe('ok');
    await visitor.waitFor((me) => JSON.stringify(me.views()[0]?.title).includes('Find'));
  });

  it('need a fresh trigger, used once', async () => {
    slack = await startWorkspace({ timing: { triggerMs: 30 } });
    const triggers: string[] = [];
    app = await startSocketApp(slack, (bolt) => {
      bolt.command('/tier', async ({ ack, body }) => {
        triggers.push(body.trigger_id);
        await ack();
      });
    });
    const visitor = slack.as(lin.userId);
    const openWith = async (trigger_id = '') =>
      (await app.client.views.open({ trigger_id, view: form() }).catch((e) => e))?.data?.error;
    await visitor.command(visitor.openDm(), '/tier');
    expect(await openWith(triggers[0])).toBeUndefined();
    expect(await openWith(triggers[0])).toBe('exchanged_trigger_id');
    await visitor.command(visitor.openDm(), '/tier');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await openWith(triggers[1])).toBe('expired_trigger_id');
    expect(await openWith('made.up')).toBe('invalid_trigger_id');
  });
});
