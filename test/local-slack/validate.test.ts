import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { validateAll } from '../support/slack-validate.ts';
import { startStrictSlack } from '../support/strict-slack.ts';
import { slackApp, startWorkspace } from './bolt-workspace.ts';

let slack: LocalSlack;
beforeAll(async () => {
  slack = await startWorkspace();
});
afterAll(() => slack.close());

const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });
const view = (title: string) => ({
  ...{ type: 'modal', blocks: [section('Hello')] },
  title: { type: 'plain_text', text: title },
});

test('what a checker refuses is told with what was sent, and the rest is not', async () => {
  const problems = await validateAll(
    [
      { blocks: [section('Hello')] },
      { blocks: [section('x'.repeat(3_001))] },
      { view: view('Refine') },
      { view: view('A title of more than twenty-four letters') },
    ],
    slack.apiUrl,
  );
  expect(problems).toHaveLength(2);
  expect(problems?.[0]).toContain('xxx');
  expect(problems?.[1]).toContain('twenty-four letters');
});

test('a checker that cannot be reached is said to be so, not taken for consent', async () => {
  expect(await validateAll([{ blocks: [section('Hello')] }], 'http://127.0.0.1:9/api/')).toBe(null);
});

test.each([
  ['chat.postMessage', { channel: 'C0', text: 'x', blocks: [section('x'.repeat(3_001))] }],
  ['views.open', { trigger_id: 'none', view: view('A title of more than twenty-four letters') }],
])(
  'a suite in which %s sent too much fails at its end, whatever its tests saw',
  async (method, args) => {
    const channels = [{ id: 'C0', name: 'all', members: [] }];
    const options = { port: 0, stateFile: null, people: [], channels, app: slackApp };
    const strict = await startStrictSlack(options);
    const web = new WebClient(slackApp.botToken, { slackApiUrl: strict.apiUrl });
    await expect(web.apiCall(method, args)).rejects.toThrow();
    await expect(strict.close()).rejects.toThrow('Slack would have refused');
  },
);
