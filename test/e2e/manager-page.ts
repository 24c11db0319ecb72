/** The page of the local workspace, with the whole program behind it, as a manager uses it. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { freePort, launch, untilRunning } from './running-start.ts';

export const CHEN = 'UM001';
export const EMILY = 'UM002';
/** Head of the branch that 陈静 works in. */
export const HEAD = 'UH001';
export const PRESIDENT = 'UP001';

const STEP_MS = 20_000;
/** Of the picture; a phone's is drawn as finely as a phone shows it. */
export const DESKTOP = { width: 1280, height: 860, scale: 1.25, locale: 'en-US' };
export const PHONE = { width: 390, height: 800, scale: 2, locale: 'en-US' };
export type Screen = typeof DESKTOP & { dark?: boolean };
export const chinese = (screen: Screen): Screen => ({ ...screen, locale: 'zh-CN' });

/** One person looking at the page. Every wait is for a state, never for a time. */
export type Visit = ReturnType<typeof visitOf>;

const visitOf = (page: Page, screen: Screen, pictures: string) => {
  const field = page.locator('.composer textarea');
  const answers = () => page.locator('.block-context_actions').count();
  const finished = async (count: number): Promise<void> => {
    try {
      await page
        .locator('.block-context_actions')
        .nth(count - 1)
        .waitFor();
    } catch (cause) {
      const shown = await page.locator('main').innerText();
      throw new Error(`No answer ${count} within ${STEP_MS} ms; the page shows:\n${shown}`, {
        cause,
      });
    }
  };
  /** Types it and sends it; the list of commands is closed first. */
  const say = async (text: string): Promise<void> => {
    await field.fill(text);
    if (text.startsWith('/')) await field.press('Escape');
    await field.press('Enter');
    await expect.poll(() => field.inputValue(), { timeout: STEP_MS }).toBe('');
  };
  const shows = (text: string | RegExp): Promise<void> => page.getByText(text).last().waitFor();
  const press = (name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name, exact: true }).last().click();
  const modal = (): Promise<unknown> => page.locator('dialog.modal').waitFor();
  const noModal = (): Promise<void> => page.locator('dialog').waitFor({ state: 'detached' });
  return {
    page,
    say,
    shows,
    press,
    modal,
    noModal,
    answers,
    finished,
    /** Asks and waits until one more answer than before is finished. */
    ask: async (text: string): Promise<void> => {
      const before = await answers();
      await say(text);
      await finished(before + 1);
    },
    lookAs: async (userId: string): Promise<void> => {
      if (screen.width < 720) await page.getByRole('button', { name: /Menu|菜单/ }).click();
      await page
        .getByLabel(/Look as|切换身份/)
        .first()
        .selectOption(userId);
      await page.locator('.composer textarea:enabled').waitFor();
    },
    tab: (name: string): Promise<void> => page.getByRole('tab', { name }).click(),
    /** Chooses in a select of the open form. */
    choose: async (label: string, option: RegExp, typed = ''): Promise<void> => {
      const select = page.locator('dialog').getByRole('combobox', { name: label, exact: true });
      await select.click();
      if (typed) await select.fill(typed);
      await page.locator('dialog .menu').getByRole('option', { name: option }).first().click();
    },
    /** The picture of the last question from its beginning, or of what lies over the page. */
    picture: async (name: string, framed: Locator | null = null): Promise<void> => {
      await page.mouse.move(2, 2);
      const last = framed ?? page.locator('.message-list > .message').last();
      if ((await page.locator('dialog').count()) === 0 && (await last.count()) > 0)
        await last.evaluate((element: { scrollIntoView: () => void }) => element.scrollIntoView());
      await page.evaluate('document.fonts.ready');
      await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
    },
    /** Nothing lies outside the screen, and every block was drawn. */
    fits: async (): Promise<void> => {
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(screen.width);
      expect(await page.locator('.cannot-draw').count()).toBe(0);
    },
  };
};

/** Starts the program in a folder of its own; `BELLWETHER_PICTURES=1` writes the pictures into docs. */
export const startBank = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-page-'));
  chmodSync(folder, 0o755);
  const pictures =
    process.env.BELLWETHER_PICTURES === '1' ? 'docs/screenshots' : join(folder, 'pictures');
  mkdirSync(pictures, { recursive: true });
  const running = launch(['serve'], {
    BELLWETHER_DATA_DIR: join(folder, 'data'),
    BELLWETHER_PAGE_PORT: String(await freePort()),
    BELLWETHER_HEALTH_PORT: String(await freePort()),
    DATABASE_URL: '',
    SLACK_BOT_TOKEN: '',
  });
  const [url, browser]: [string, Browser] = await Promise.all([
    untilRunning(running),
    launchChromium(),
  ]);
  return {
    visit: async (screen: Screen, userId: string): Promise<Visit> => {
      const page = await browser.newPage({
        viewport: { width: screen.width, height: screen.height },
        deviceScaleFactor: screen.scale,
        locale: screen.locale,
        colorScheme: screen.dark ? 'dark' : 'light',
      });
      page.setDefaultTimeout(STEP_MS);
      await page.addInitScript(`localStorage.setItem('local-slack-person', '${userId}')`);
      await page.goto(url);
      await page.locator('.composer textarea:enabled').waitFor();
      return visitOf(page, screen, pictures);
    },
    stop: async (): Promise<void> => {
      await browser.close();
      running.process.kill('SIGTERM');
      expect((await running.ended).code).toBe(0);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
