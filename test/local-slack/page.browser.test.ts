import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { grace, lin, startSocketApp, startWorkspace } from './bolt-workspace.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const answer = (hostile: string): KnownBlock[] => [
  { type: 'section', text: { type: 'mrkdwn', text: `*${hostile}* for <@${grace.userId}>` } },
  {
    type: 'data_table',
    caption: 'Clients',
    page_size: 2,
    rows: [
      ['Name', 'AUM'].map((text) => ({ type: 'raw_text' as const, text })),
      ...[30, 10, 20].map((value) => [
        { type: 'raw_text' as const, text: `Client ${value}` },
        { type: 'raw_number' as const, value, text: `${value}M` },
      ]),
    ],
  },
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'snooze',
        text: plain('Snooze'),
        confirm: { title: plain('Sure?'), text: plain('For a week.'), confirm: plain('Yes') },
      },
    ],
  },
];
const form: ModalView = {
  type: 'modal',
  callback_id: 'tier',
  title: plain('Override'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'client',
      label: plain('Client'),
      element: { type: 'external_select', action_id: 'client', min_query_length: 1 },
    },
    {
      type: 'input',
      block_id: 'reason',
      label: plain('Reason'),
      element: { type: 'plain_text_input', action_id: 'reason', multiline: true },
    },
  ],
};

describe.skipIf(!hasChromium)('the page of the workspace', () => {
  let browser: Browser;
  let slack: LocalSlack;
  let app: App;
  const got: Record<string, unknown> = {};

  const register = (bolt: App) => {
    bolt.message(async ({ message, say }) => {
      if (message.subtype || !('text' in message)) return;
      await say({ text: 'answer', blocks: answer(message.text ?? ''), thread_ts: message.ts });
    });
    bolt.command('/tier', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    bolt.options('client', ({ ack }) => ack({ options: [{ text: plain('陈伟'), value: 'c1' }] }));
    bolt.view('tier', async ({ ack, view }) => {
      got.values = view.state.values;
      const errors = { reason: 'Too vague.' };
      if (view.state.values.reason?.reason?.value === 'x')
        await ack({ response_action: 'errors', errors });
      else await ack();
    });
    bolt.action('snooze', async ({ ack }) => {
      got.snoozed = true;
      await ack();
    });
  };
  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, ...options });
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (entry) => entry.type() === 'error' && problems.push(entry.text()));
    got.problems = problems;
    page.on('request', (request) => {
      if (!request.url().startsWith(slack.pageUrl)) problems.push(`request to ${request.url()}`);
    });
    await page.goto(slack.pageUrl);
    await page.waitForSelector('.composer textarea');
    return page;
  };
  const say = async (page: Page, text: string) => {
    await page.fill('.composer textarea', text);
    await page.press('.composer textarea', 'Enter');
  };

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    slack = await startWorkspace({ people: [grace, lin] });
    app = await startSocketApp(slack, register);
  });
  afterEach(async () => {
    await app.stop();
    await slack.close();
    expect(got.problems).toEqual([]);
  });

  it('sends with Enter, shows the answer, escapes what is hostile, and asks no other site', async () => {
    const page = await open();
    await say(page, '<img src=x onerror="boom()">');
    await page.waitForSelector('.thread .block-section');
    expect(await page.locator('.message img').count()).toBe(0);
    expect(await page.locator('.thread .block-section').textContent()).toContain(
      '<img src=x onerror="boom()"> for @Grace Chan',
    );
  });

  it('turns the pages of a table and sorts it by a column', async () => {
    const page = await open();
    await say(page, 'clients');
    const names = () => page.locator('.block-data_table tbody th').allInnerTexts();
    await page.waitForSelector('.block-data_table');
    expect(await names()).toEqual(['Client 30', 'Client 10']);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.poll(names).toEqual(['Client 20']);
    await page.getByRole('button', { name: 'AUM' }).click();
    await expect.poll(names).toEqual(['Client 30', 'Client 20']);
  });

  it('presses a button only after its confirmation', async () => {
    const page = await open();
    await say(page, 'clients');
    await page.getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(got.snoozed).toBeUndefined();
    await page.getByRole('button', { name: 'Snooze' }).click();
    await page.getByRole('button', { name: 'Yes' }).click();
    await expect.poll(() => got.snoozed).toBe(true);
  });

  it('completes a command and fills, corrects and submits its form by keyboard', async () => {
    const page = await open();
    await page.fill('.composer textarea', '/ti');
    await page.press('.composer textarea', 'Tab');
    expect(await page.inputValue('.composer textarea')).toBe('/tier ');
    await page.press('.composer textarea', 'Enter');
    await page.waitForSelector('dialog.modal');
    await page.getByText('Send', { exact: true }).click();
    await expect.poll(() => page.locator('.modal .error').count()).toBe(2);
    await page.getByRole('combobox', { name: 'Client' }).fill('陈');
    await page.waitForSelector('.modal [role=option]');
    await page.keyboard.press('Enter');
    await page.fill('.modal textarea', 'x');
    await page.getByText('Send', { exact: true }).click();
    await expect.poll(() => page.locator('.modal .error').allInnerTexts()).toEqual(['Too vague.']);
    await page.fill('.modal textarea', 'family');
    await page.getByText('Send', { exact: true }).click();
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    expect(got.values).toMatchObject({
      client: { client: { selected_option: { value: 'c1' } } },
      reason: { reason: { value: 'family' } },
    });
  });

  it('shows an unknown block as one that it cannot draw', async () => {
    const page = await open();
    const channel = slack.as(grace.userId).openDm();
    const block = {
      ...{ type: 'video', alt_text: 'v', title: plain('v') },
      ...{ video_url: 'https://a.example/v', thumbnail_url: 'https://a.example/t' },
    };
    await app.client.chat.postMessage({ channel, text: 't', blocks: [block as KnownBlock] });
    expect(await page.locator('.cannot-draw').textContent()).toContain('video');
  });

  it('shows an ephemeral message to its person alone and says so', async () => {
    const page = await open();
    const post = (user: string) =>
      app.client.chat.postEphemeral({ channel: 'C0GENERAL', user, text: `for ${user}` });
    await post(grace.userId);
    await post(lin.userId);
    await page.getByRole('button', { name: 'general' }).click();
    await page.waitForSelector('.ephemeral');
    expect(await page.locator('.message').count()).toBe(1);
    expect(await page.locator('.only-you').textContent()).toBe('Only visible to you');
  });

  it('fits a phone, with the sidebar behind a button, in the dark', async () => {
    const page = await open({ viewport: { width: 375, height: 720 }, colorScheme: 'dark' });
    await say(page, 'clients');
    await page.waitForSelector('.block-data_table');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    expect(await page.locator('.sidebar').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect.poll(() => page.locator('.sidebar').isVisible()).toBe(true);
  });

  it('connects again when the workspace was away', async () => {
    const page = await open();
    const port = Number(new URL(slack.pageUrl).port);
    await app.stop();
    await slack.close();
    await page.waitForSelector('.banner');
    slack = await startWorkspace({ port, people: [grace, lin] });
    await expect
      .poll(() => page.locator('.banner').textContent(), { timeout: 9_000 })
      .toContain('not connected yet');
    app = await startSocketApp(slack, register);
    await expect.poll(() => page.locator('.banner').count()).toBe(0);
    got.problems = [];
  });
});
