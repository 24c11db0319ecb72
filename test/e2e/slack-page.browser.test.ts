/** The real program on the sample bank, used through the page as a manager would, in both languages. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { freePort, launch, type Running, untilRunning } from './running-start.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellwether-page-'));
/** `BELLWETHER_PICTURES=1` writes them into docs; without it nothing in the project changes. */
const pictures = process.env.BELLWETHER_PICTURES === '1' ? 'docs' : join(folder, 'pictures');
const EMILY = 'UM002';
const ANSWER_MS = 20_000;
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 800 };

describe.skipIf(!hasChromium)('the page, with the whole program behind it', () => {
  let running: Running;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    mkdirSync(pictures, { recursive: true });
    running = launch(['serve'], {
      BELLWETHER_DATA_DIR: join(folder, 'data'),
      BELLWETHER_PAGE_PORT: String(await freePort()),
      BELLWETHER_HEALTH_PORT: String(await freePort()),
      DATABASE_URL: '',
      SLACK_BOT_TOKEN: '',
    });
    [url, browser] = await Promise.all([untilRunning(running), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    running?.process.kill('SIGTERM');
    await running?.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (viewport = DESKTOP): Promise<Page> => {
    const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
    page.setDefaultTimeout(ANSWER_MS);
    await page.goto(url);
    await page.waitForSelector('.composer textarea');
    return page;
  };
  /** Waits for this many finished answers; else says what the page shows instead. */
  const finished = async (page: Page, answers: number): Promise<void> => {
    try {
      await page
        .locator('.block-context_actions')
        .nth(answers - 1)
        .waitFor();
    } catch (cause) {
      const shown = await page.locator('main').innerText();
      throw new Error(`No answer ${answers} within ${ANSWER_MS} ms; the page shows:\n${shown}`, {
        cause,
      });
    }
  };
  /** Says it and waits until one more answer than before is finished. */
  const ask = async (page: Page, text: string): Promise<void> => {
    const before = await page.locator('.block-context_actions').count();
    await page.fill('.composer textarea', text);
    await page.press('.composer textarea', 'Enter');
    await finished(page, before + 1);
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  const lookAs = (page: Page, userId: string) =>
    page
      .getByLabel(/Look as|切换身份/)
      .first()
      .selectOption(userId);
  const close = async (page: Page): Promise<void> => {
    expect(await page.locator('.cannot-draw').count()).toBe(0);
    await page.close();
  };

  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).last().click();
  const modal = (page: Page) => page.waitForSelector('dialog.modal');
  const noModal = (page: Page) => expect.poll(() => page.locator('dialog').count()).toBe(0);

  test('in English: ask, see a chart, explain, refine, open a client, export', async () => {
    const page = await open();
    await lookAs(page, EMILY);
    await ask(page, 'How many clients in each tier?');
    expect(await page.locator('.chart svg.plot rect').count()).toBeGreaterThan(3);
    await picture(page, 'chart-en');
    await ask(page, 'Who are my dormant high-value clients?');
    await picture(page, 'answer-en');
    await press(page, 'Explain');
    await modal(page);
    await picture(page, 'explain-en');
    await press(page, 'Close');
    await noModal(page);
    await press(page, 'Refine');
    await modal(page);
    await page.locator('dialog input[type=number], dialog input[inputmode]').first().fill('91');
    await picture(page, 'refine-en');
    const before = await page.locator('.block-context_actions').count();
    await press(page, 'Show');
    await noModal(page);
    await finished(page, before + 1);
    expect(await page.locator('.thread').last().innerText()).toContain('91');
    await press(page, 'Export CSV');
    await page.waitForSelector('a.file');
    const opener = page.locator('.block-actions input[role=combobox]').last();
    await opener.click();
    await page.waitForSelector('[role=option]');
    await page.locator('[role=option]').first().click();
    await page.getByText('Recent contacts').last().waitFor();
    await picture(page, 'client-en');
    await press(page, 'Override tier');
    await modal(page);
    await picture(page, 'override-en');
    await press(page, 'Cancel');
    await noModal(page);
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByText('Settings').waitFor();
    await picture(page, 'home-en');
    await close(page);
  }, 300_000);

  test('in Chinese, on a phone: ask, refine, the Home tab', async () => {
    const page = await open(PHONE);
    await ask(page, '各等级有多少客户');
    await picture(page, 'chart-zh-phone');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await press(page, '调整条件');
    await modal(page);
    await picture(page, 'refine-zh-phone');
    await press(page, '取消');
    await noModal(page);
    await page.getByRole('tab', { name: '主页' }).click();
    await page.getByText('设置').waitFor();
    await picture(page, 'home-zh-phone');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    await close(page);
  }, 300_000);

  test('in Chinese: a pie, a client by command, a form to reassign', async () => {
    const page = await open();
    await ask(page, '各流失风险有多少客户');
    expect(await page.locator('.pie path, .pie circle').count()).toBeGreaterThan(1);
    await picture(page, 'pie-zh');
    await page.fill('.composer textarea', '/reassign');
    await page.press('.composer textarea', 'Escape');
    await page.press('.composer textarea', 'Enter');
    await modal(page);
    await picture(page, 'reassign-zh');
    await press(page, '取消');
    await close(page);
  }, 300_000);
});
