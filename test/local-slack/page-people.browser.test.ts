import type { App } from '@slack/bolt';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/start.ts';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { grace, lin, slackApp, startSocketApp, startWorkspace } from './bolt-workspace.ts';

describe.skipIf(!hasChromium)('the page, looked at as one person and then another', () => {
  let browser: Browser;
  let slack: LocalSlack;
  let app: App;

  const open = async (): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(slack.pageUrl);
    await page.waitForSelector('.composer textarea:enabled');
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
    app = await startSocketApp(slack, () => {});
  });
  afterEach(async () => {
    await app.stop();
    await slack.close();
  });

  it('is another workspace for another person: their DM, their language', async () => {
    const page = await open();
    await say(page, 'from Grace');
    await page.getByText('from Grace').waitFor();
    await page.getByLabel('Look as').first().selectOption(lin.userId);
    await expect.poll(() => page.locator('.message').count()).toBe(0);
    await expect
      .poll(() => page.locator('.composer textarea').getAttribute('placeholder'))
      .toBe(`给 ${slackApp.name} 发消息`);
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN');
  });

  it('takes nothing of the one before for the next person, and no text before it knows where to', async () => {
    const page = await open();
    const dmOf = (userId: string) => slack.as(userId).openDm();
    const late: (() => void)[] = [];
    await page.routeWebSocket(/page\/socket/, (route) => {
      const server = route.connectToServer();
      server.onMessage((message) => {
        const { kind, as } = JSON.parse(String(message));
        if (kind === 'surroundings' && as === lin.userId) late.push(() => route.send(message));
        else route.send(message);
      });
    });
    await page.reload();
    await page.waitForSelector('.composer textarea:enabled');
    const oneOfGrace = slack.as(grace.userId);
    await page.getByLabel('Look as').first().selectOption(lin.userId);
    oneOfGrace.say(dmOf(grace.userId), 'meanwhile');
    await page.waitForSelector('.composer textarea:disabled');
    await expect.poll(() => late.length).toBeGreaterThan(0);
    for (const send of late.splice(0)) send();
    await say(page, 'from Lin');
    await expect
      .poll(() =>
        slack
          .as(lin.userId)
          .messages(dmOf(lin.userId))
          .map(({ text }) => text),
      )
      .toContain('from Lin');
  });
});
