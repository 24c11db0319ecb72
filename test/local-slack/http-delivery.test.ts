import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { lin, slackApp, startHttpApp, startWorkspace } from './bolt-workspace.ts';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

describe('a Bolt app behind a request URL', () => {
  let slack: LocalSlack;
  let app: App | undefined;
  let receiver: Server | undefined;
  afterEach(async () => {
    await app?.stop();
    receiver?.close();
    await slack.close();
    app = undefined;
  });

  it('verifies the signature and answers events, commands, buttons and modals', async () => {
    const port = await freePort();
    slack = await startWorkspace({ app: { requestUrl: `http://127.0.0.1:${port}/slack/events` } });
    app = await startHttpApp(slack, port, (bolt) => {
      bolt.message(async ({ message, say }) => {
        if (message.subtype === undefined) await say('heard');
      });
      bolt.command('/tier', async ({ ack, client, body }) => {
        await ack('opening');
        await client.views.open({
          trigger_id: body.trigger_id,
          view: {
            type: 'modal',
            callback_id: 'tier',
            title: { type: 'plain_text', text: 'Tier' },
            submit: { type: 'plain_text', text: 'OK' },
            blocks: [
              {
                type: 'input',
                block_id: 'reason',
                label: { type: 'plain_text', text: 'Reason' },
                element: { type: 'plain_text_input', action_id: 'reason' },
              },
            ],
          },
        });
      });
      bolt.view('tier', async ({ ack }) => {
        await ack({ response_action: 'errors', errors: { reason: 'Too short.' } });
      });
    });
    const visitor = slack.as(lin.userId);
    const dm = visitor.openDm();
    visitor.say(dm, 'hello');
    await visitor.waitFor((me) => me.messages(dm).some(({ text }) => text === 'heard'));
    expect((await visitor.command(dm, '/tier')).status).toBe('ok');
    const view = await visitor.waitFor((me) => me.views()[0]);
    expect(visitor.messages(dm).some(({ text }) => text === 'opening')).toBe(true);
    expect(await visitor.submitView(view.id, { reason: 'no' })).toEqual({
      status: 'errors',
      errors: { reason: 'Too short.' },
    });
  });

  it('signs the body, and marks each retry', async () => {
    const seen: { retry: unknown; reason: unknown; signed: boolean }[] = [];
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const { headers } = request;
        const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
        const hmac = createHmac('sha256', slackApp.signingSecret).update(base).digest('hex');
        seen.push({
          retry: headers['x-slack-retry-num'],
          reason: headers['x-slack-retry-reason'],
          signed: headers['x-slack-signature'] === `v0=${hmac}`,
        });
        response.writeHead(seen.length < 3 ? 500 : 200).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const { port } = receiver.address() as AddressInfo;
    slack = await startWorkspace({
      app: { requestUrl: `http://127.0.0.1:${port}/` },
      timing: { eventRetryMs: [0, 10, 10] },
    });
    slack.as(lin.userId).openHome();
    await slack.inspect.idle();
    expect(seen).toEqual([
      { retry: undefined, reason: undefined, signed: true },
      { retry: '1', reason: 'http_error', signed: true },
      { retry: '2', reason: 'http_error', signed: true },
    ]);
  });
});
