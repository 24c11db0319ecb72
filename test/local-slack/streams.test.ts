import { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { lin, slackApp, startWorkspace } from './bolt-workspace.ts';

describe('streamed messages', () => {
  let slack: LocalSlack;
  afterEach(() => slack.close());
  const begin = async (timing = {}) => {
    slack = await startWorkspace({ timing });
    const visitor = slack.as(lin.userId);
    const dm = visitor.openDm();
    const root = visitor.say(dm, 'question');
    const client = new WebClient(slackApp.botToken, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
    });
    const last = () => visitor.messages(dm).at(-1);
    return { visitor, dm, root, client, last };
  };

  it('grow, change their tasks, and end with blocks and metadata', async () => {
    const { dm, root, client, last } = await begin();
    const stream = client.chatStream({ channel: dm, thread_ts: root, buffer_size: 1 });
    const task = { type: 'task_update', id: 't1', title: 'Understand' } as const;
    await stream.append({ chunks: [{ ...task, status: 'in_progress' }] });
    expect(last()?.blocks).toMatchObject([{ type: 'task_card', status: 'in_progress' }]);
    await stream.append({ chunks: [{ ...task, status: 'complete', output: 'one field' }] });
    await stream.append({ markdown_text: '**Five** ' });
    await stream.append({ markdown_text: 'clients' });
    await stream.stop({
      blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text: 'as of today' }] }],
      metadata: { event_type: 'answer', event_payload: { receipt: 'r1' } },
    });
    expect(last()).toMatchObject({
      text: '**Five** clients',
      threadTs: root,
      metadata: { event_type: 'answer' },
      stream: { open: false },
      blocks: [
        { type: 'task_card', task_id: 't1', status: 'complete' },
        { type: 'markdown', text: '**Five** clients' },
        { type: 'context' },
      ],
    });
  });

  it('are shown as a plan when one is named', async () => {
    const { dm, root, client, last } = await begin();
    await client.chat.startStream({
      channel: dm,
      thread_ts: root,
      task_display_mode: 'plan',
      chunks: [
        { type: 'plan_update', title: 'Answering' },
        { type: 'task_update', id: '1', title: 'Query', status: 'pending' },
      ],
    });
    expect(last()?.blocks).toMatchObject([
      { type: 'plan', title: 'Answering', tasks: [{ title: 'Query', status: 'pending' }] },
    ]);
  });

  it('cannot be updated while open nor appended to after their lifetime', async () => {
    const { dm, root, client } = await begin({ streamMs: 60 });
    const { ts = '' } = await client.chat.startStream({ channel: dm, thread_ts: root });
    const conflict = await client.chat.update({ channel: dm, ts, text: 'x' }).catch((e) => e);
    expect(conflict.data.error).toBe('streaming_state_conflict');
    await new Promise((resolve) => setTimeout(resolve, 80));
    const late = await client.chat
      .appendStream({ channel: dm, ts, markdown_text: 'x' })
      .catch((e) => e);
    expect(late.data.error).toBe('message_not_in_streaming_state');
    expect((await client.chat.update({ channel: dm, ts, text: 'x' })).ok).toBe(true);
  });

  it('end when the person stops the session, and the app is told which', async () => {
    const { visitor, dm, root, client, last } = await begin();
    const { ts = '' } = await client.chat.startStream({ channel: dm, thread_ts: root });
    await client.agents.sessions.setStatus({
      channel_id: dm,
      thread_ts: root,
      status: 'processing',
      title: 'My question',
    });
    expect(visitor.status(dm, root)).toMatchObject({ session: 'processing', title: 'My question' });
    visitor.stop(dm, root);
    expect(last()?.stream?.open).toBe(false);
    const late = await client.chat.stopStream({ channel: dm, ts }).catch((e) => e);
    expect(late.data.error).toBe('message_not_in_streaming_state');
  });

  it('need a recipient in a channel', async () => {
    const { client, visitor } = await begin();
    const root = visitor.say('C0GENERAL', 'hi');
    const call = client.chat.startStream({ channel: 'C0GENERAL', thread_ts: root });
    expect((await call.catch((e) => e)).data.error).toBe('missing_recipient_user_id');
  });

  it('make the status line go away, as any answer does', async () => {
    const { visitor, dm, root, client } = await begin();
    await client.assistant.threads.setStatus({
      channel_id: dm,
      thread_ts: root,
      status: 'is thinking…',
      loading_messages: ['Reading', 'Counting'],
    });
    expect(visitor.status(dm)).toMatchObject({ text: 'is thinking…', threadTs: root });
    await client.chat.startStream({ channel: dm, thread_ts: root });
    expect(visitor.status(dm).text).toBe('');
  });

  it('leave the status to expire by itself', async () => {
    const { visitor, dm, root, client } = await begin({ statusMs: 30 });
    await client.assistant.threads.setStatus({ channel_id: dm, thread_ts: root, status: 'thinks' });
    await visitor.waitFor((me) => me.status(dm).text === '');
  });
});
