import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { lin, slackApp, startWorkspace } from './bolt-workspace.ts';

type Envelope = { type: string; envelope_id: string; [field: string]: unknown };

const openUrl = async (slack: LocalSlack, token = slackApp.appToken): Promise<string> => {
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  return ((await response.json()) as { url?: string; error?: string }).url ?? '';
};

const connect = async (
  slack: LocalSlack,
  onEnvelope: (envelope: Envelope, socket: WebSocket) => void,
) => {
  const socket = new WebSocket(await openUrl(slack));
  socket.on('message', (data) => onEnvelope(JSON.parse(String(data)), socket));
  await once(socket, 'message');
  return socket;
};

describe('the Socket Mode protocol', () => {
  let slack: LocalSlack;
  afterEach(() => slack.close());

  it('greets with hello and numbers the connections', async () => {
    slack = await startWorkspace();
    const hellos: unknown[] = [];
    await connect(slack, ({ num_connections }) => hellos.push(num_connections));
    await connect(slack, ({ num_connections }) => hellos.push(num_connections));
    expect(hellos).toEqual([1, 2]);
  });

  it('accepts each URL once', async () => {
    slack = await startWorkspace();
    const url = await openUrl(slack);
    await once(new WebSocket(url), 'open');
    const again = new WebSocket(url);
    await expect(once(again, 'open')).rejects.toThrow('404');
  });

  it('opens connections for the app token only', async () => {
    slack = await startWorkspace();
    expect(await openUrl(slack, slackApp.botToken)).toBe('');
  });

  it('delivers an unacknowledged event again, with its attempt and the reason', async () => {
    slack = await startWorkspace({ timing: { ackMs: 40, eventRetryMs: [0, 10, 10] } });
    const attempts: unknown[] = [];
    await connect(slack, (envelope, socket) => {
      if (envelope.type !== 'events_api') return;
      attempts.push([envelope.retry_attempt, envelope.retry_reason]);
      if (attempts.length === 3) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
    });
    slack.as(lin.userId).openHome();
    await slack.inspect.idle();
    expect(attempts).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
    ]);
    const outcomes = slack.inspect.deliveries().map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['timed_out', 'timed_out', 'acked']);
  });

  it('gives up after the last retry', async () => {
    slack = await startWorkspace({ timing: { ackMs: 10, eventRetryMs: [0, 5, 5] } });
    await connect(slack, () => {});
    slack.as(lin.userId).openHome();
    await slack.inspect.idle();
    expect(slack.inspect.deliveries()).toHaveLength(4);
  });

  it('takes the connections in turn', async () => {
    slack = await startWorkspace();
    const got = [0, 0];
    for (const index of [0, 1]) {
      await connect(slack, ({ type, envelope_id }, socket) => {
        if (type !== 'events_api') return;
        got[index] = (got[index] ?? 0) + 1;
        socket.send(JSON.stringify({ envelope_id }));
      });
    }
    for (let i = 0; i < 4; i += 1) slack.as(lin.userId).openHome();
    await slack.inspect.idle();
    expect(got).toEqual([2, 2]);
  });

  it('hands an event over at once when its connection closes before the acknowledgement', async () => {
    slack = await startWorkspace({ timing: { ackMs: 5_000 } });
    let second = 0;
    await connect(slack, ({ type }) => {
      if (type === 'events_api') slack.faults.dropConnections();
    });
    slack.as(lin.userId).openHome();
    await slack.as(lin.userId).waitFor(() => slack.inspect.connections() === 0);
    await connect(slack, ({ type, envelope_id, retry_attempt }, socket) => {
      if (type !== 'events_api') return;
      second = retry_attempt as number;
      socket.send(JSON.stringify({ envelope_id }));
    });
    await slack.inspect.idle();
    expect(second).toBe(1);
  });

  it('answers pings', async () => {
    slack = await startWorkspace();
    const socket = await connect(slack, () => {});
    socket.ping('still there?');
    const [data] = await once(socket, 'pong');
    expect(String(data)).toBe('still there?');
  });
});
