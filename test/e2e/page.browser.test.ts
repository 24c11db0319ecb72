/** A morning in the page of the local workspace, with the real app behind it; the README's pictures are made here. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { freePort, launch, type Running, untilRunning } from './running-start.ts';

const EMILY = 'UM002';
const CHEN = 'UM001';
/** Head of the branch that 陈静 works in. */
const HEAD = 'UH001';
const PRESIDENT = 'UP001';
/** 刘建国: an override that needs two checkers. */
const LIU = '10345';
/** Set to write docs/*.png anew; without it nothing in the project changes. */
const takesPictures = process.env.BELLWETHER_PICTURES === '1';

describe.skipIf(!hasChromium)('in the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-page-'));
  let browser: Browser;
  let running: Running;
  let page: Page;

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    running = launch(['serve'], {
      BELLWETHER_DATA_DIR: join(folder, 'data'),
      BELLWETHER_PAGE_PORT: String(await freePort()),
      BELLWETHER_HEALTH_PORT: String(await freePort()),
      DATABASE_URL: '',
      SLACK_BOT_TOKEN: '',
    });
    const [url, opened] = await Promise.all([untilRunning(running), launchChromium()]);
    browser = opened;
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(url);
    await page.waitForSelector('.composer textarea');
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    running.process.kill('SIGTERM');
    expect((await running.ended).code).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const become = async (userId: string) => {
    await page.selectOption('.switcher select', userId);
    await page
      .getByRole('button', { name: /Bellwether/ })
      .first()
      .click();
  };
  const say = async (text: string) => {
    await page.fill('.composer textarea', text);
    await page.press('.composer textarea', 'Enter');
  };
  const shows = (text: string | RegExp) =>
    page.getByText(text).last().waitFor({ state: 'visible', timeout: 30_000 });
  const picture = async (name: string) => {
    if (!takesPictures) return;
    mkdirSync('docs', { recursive: true });
    await page.waitForTimeout(400);
    await page.screenshot({ path: `docs/${name}.png` });
  };
  const choose = async (label: string, option: RegExp) => {
    await page.getByLabel(label).click();
    await page.locator('.menu').getByRole('option', { name: option }).first().click();
  };

  test('a question in English is answered with its rule and data date', async () => {
    await become(EMILY);
    await say('Who are my dormant high-value clients?');
    await shows(/no client-initiated transaction for 181.365 days/);
    expect(await page.getByRole('row').count()).toBeGreaterThan(1);
    await picture('ask-en');
  });

  test('a question in Chinese is answered in Chinese', async () => {
    await become(CHEN);
    await say('资产30万以上、三个月没联系的客户');
    await shows(/没有双向联系/);
    await picture('ask-zh');
  });

  test('words that are not understood are named, with what can be asked', async () => {
    await say('purple elephants above 5m');
    await shows(/purple.*elephants/);
  });

  test('today’s digest is shown on demand', async () => {
    await say('/digest now');
    await shows(/客户日报/);
    await picture('digest-zh');
  });

  test('an override goes through a modal and two checkers, and the requester is told', async () => {
    await say(`/tier ${LIU}`);
    await page.getByRole('dialog').waitFor();
    await choose('新等级', /优质|高端/);
    await choose('理由类别', /./);
    await page.getByLabel('理由说明').fill('客户预计下月转入大额存款');
    await picture('override-zh');
    await page.getByRole('dialog').getByRole('button', { name: '确认' }).click();
    await page.getByRole('dialog', { name: 'Bellwether' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    for (const checker of [HEAD, PRESIDENT]) {
      await become(checker);
      const approve = page.getByRole('button', { name: '同意' }).last();
      await approve.waitFor({ timeout: 30_000 });
      await picture('approve-zh');
      await approve.click();
      await shows(/已完成|待 1 人审批/);
    }
    await become(CHEN);
    await shows(/已完成.*刘建国/);
  });
});
