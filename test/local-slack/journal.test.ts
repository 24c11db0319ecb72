import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/local-slack/start.ts';
import { lin, slackApp, startWorkspace } from './bolt-workspace.ts';

describe('the journal', () => {
  let folder: string;
  let stateFile: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-slack-'));
    stateFile = join(folder, 'deeper', 'journal.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const firstRun = async () => {
    const slack = await startWorkspace({ stateFile });
    const client = new WebClient(slackApp.botToken, { slackApiUrl: slack.apiUrl });
    const visitor = slack.as(lin.userId);
    const dm = visitor.openDm();
    const root = visitor.say(dm, 'question', { files: [{ name: 'a.txt', content: 'bytes' }] });
    const metadata = { event_type: 'digest', event_payload: { digest_id: 'd1' } };
    const { ts = '' } = await client.chat.postMessage({ channel: dm, text: 'old', metadata });
    await client.chat.update({ channel: dm, ts, text: 'new' });
    await client.chat.startStream({ channel: dm, thread_ts: root, markdown_text: 'half' });
    const gone = await client.chat.postMessage({ channel: dm, text: 'gone' });
    await client.chat.delete({ channel: dm, ts: gone.ts ?? '' });
    const header = { type: 'header' as const, text: { type: 'plain_text' as const, text: 'Home' } };
    await client.views.publish({ user_id: lin.userId, view: { type: 'home', blocks: [header] } });
    return { slack, dm, messages: slack.inspect.messages(dm) };
  };

  it('brings back all that was answered, without a clean end', async () => {
    const { slack, dm, messages } = await firstRun();
    const killed = readFileSync(stateFile);
    await slack.close();
    appendFileSync(stateFile, '');
    expect(readFileSync(stateFile)).toEqual(killed);
    const again = await startWorkspace({ stateFile, people: [] });
    const after = again.inspect.messages(dm);
    expect(after.slice(0, 2)).toEqual(messages.slice(0, 2));
    expect(after).toHaveLength(3);
    expect(after[2]?.stream?.open).toBe(false);
    expect(again.as(lin.userId).homeView()?.blocks[0]).toMatchObject({ text: { text: 'Home' } });
    const file = again.as(lin.userId).file(after[0]?.fileIds[0] ?? '');
    expect(Buffer.from(file?.content ?? '', 'base64').toString()).toBe('bytes');
    await again.close();
  });

  it('gives later messages later timestamps and drops a torn last line', async () => {
    const { slack, dm, messages } = await firstRun();
    await slack.close();
    appendFileSync(stateFile, '{"set":"messages","key":"torn');
    const again = await startWorkspace({ stateFile });
    const ts = again.as(lin.userId).say(dm, 'next');
    expect(ts > (messages.at(-1)?.ts ?? '')).toBe(true);
    await again.close();
    const third = await startWorkspace({ stateFile });
    expect(third.inspect.messages(dm).at(-1)).toMatchObject({ ts, text: 'next' });
    await third.close();
  });

  it('is left alone by a second start that finds the port taken', async () => {
    const { slack, dm } = await firstRun();
    const port = Number(new URL(slack.pageUrl).port);
    await expect(startWorkspace({ port, stateFile })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const ts = slack.as(lin.userId).say(dm, 'still written');
    await slack.close();
    const again = await startWorkspace({ stateFile });
    expect(again.inspect.messages(dm).at(-1)).toMatchObject({ ts, text: 'still written' });
    await again.close();
  });

  it('is made smaller at start: one line for each thing that still exists', async () => {
    const { slack } = await firstRun();
    await slack.close();
    const before = readFileSync(stateFile, 'utf8').split('\n').length;
    await (await startWorkspace({ stateFile })).close();
    expect(readFileSync(stateFile, 'utf8').split('\n').length).toBeLessThan(before);
  });
});

describe('starting', () => {
  it('rejects a taken port with EADDRINUSE', async () => {
    const slack = await startWorkspace();
    const port = Number(new URL(slack.pageUrl).port);
    const second = startLocalSlack({ port, stateFile: null, people: [], app: slackApp });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await slack.close();
  });

  it('answers only under its own name', async () => {
    const slack = await startWorkspace();
    const { request } = await import('node:http');
    const { port } = new URL(slack.pageUrl);
    const status = await new Promise((resolve) => {
      const headers = { host: 'rebound.example' };
      request({ port, host: '127.0.0.1', headers }, ({ statusCode }) => resolve(statusCode)).end();
    });
    expect(status).toBe(403);
    await slack.close();
  });
});
