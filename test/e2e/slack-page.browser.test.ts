/** The real program on the sample bank, used through the page: what managers ask, on a desktop and on a phone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { CHEN, chinese, DESKTOP, EMILY, PHONE, startBank } from './manager-page.ts';

describe.skipIf(!hasChromium)('asking in the page, with the whole program behind it', () => {
  let bank: Awaited<ReturnType<typeof startBank>>;
  beforeAll(async () => {
    bank = await startBank();
  });
  afterAll(() => bank?.stop());

  test('in English: ask, explain, refine, export, open a client', async () => {
    const { page, ...at } = await bank.visit(DESKTOP, EMILY);
    await at.ask('Who are my dormant high-value clients?');
    await at.shows(/no client-initiated transaction for 181.365 days/);
    await at.picture('answer-en');
    await at.press('Explain');
    await at.modal();
    await at.picture('explain-en');
    await page.keyboard.press('Escape');
    await at.noModal();
    await at.press('Refine');
    await at.modal();
    await page.locator('dialog input[inputmode], dialog input[type=number]').first().fill('91');
    await at.picture('refine-en');
    const before = await at.answers();
    await at.press('Show');
    await at.noModal();
    await at.finished(before + 1);
    expect(await page.locator('.thread').last().innerText()).toContain('91');
    await at.press('Export CSV');
    await page.locator('a.file').waitFor();
    const saving = page.waitForEvent('download');
    await page.locator('a.file').first().click();
    expect((await saving).suggestedFilename()).toMatch(/\.csv$/);
    await page.locator('.block-actions input[role=combobox]').last().click();
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await at.shows('Recent contacts');
    await at.picture('client-en', page.locator('.thread .message').last());
    await at.press('Override tier');
    await at.modal();
    await at.choose('New tier', /→/);
    await at.choose('Reason', /./);
    await at.picture('override-en');
    await at.press('Cancel');
    await at.noModal();
    await at.fits();
    await page.close();
  });

  test('in English: pictures of the mix, of moves and of a comparison; long tables turn pages', async () => {
    const { page, ...at } = await bank.visit(DESKTOP, EMILY);
    await at.ask('How many clients in each tier?');
    expect(await page.locator('.chart rect.series').count()).toBeGreaterThan(3);
    await at.picture('chart-en');
    await at.ask('clients whose tier changed since June');
    await at.shows('Moved out');
    await at.picture('moves-en');
    await at.ask('total AUM compared with 30 June');
    expect(await page.locator('.chart circle.series').count()).toBe(2);
    await at.ask('top 25 clients by AUM');
    await at.press('Next');
    await at.shows('11–20 of 25');
    await at.picture('paging-en');
    await at.fits();
    await page.close();
  });

  test('in English: what is not clear, not understood, refused, or found nowhere says what to do', async () => {
    const { page, ...at } = await bank.visit(DESKTOP, EMILY);
    await at.say('Which clients are inactive?');
    await at.shows('Inactive for how long?');
    await at.say('purple elephants above 5m');
    await at.shows(/did not understand.*purple.*elephants/);
    await at.say('delete all dormant clients');
    await at.shows(/I change nothing and send nothing/);
    const asked = page.locator('.message-list > .message');
    await at.picture('not-answered-en', asked.nth((await asked.count()) - 3));
    await at.ask('clients with AUM above 5m not contacted in the last 90 days');
    const nearest = page.locator('.thread').last().locator('.block-actions .button').first();
    await at.picture('nothing-en');
    const before = await at.answers();
    await nearest.click();
    await at.finished(before + 1);
    expect(await page.locator('.thread').last().locator('tbody tr').count()).toBeGreaterThan(0);
    await page.close();
  });

  test('in English, in a channel: the answer comes in direct messages, no client is named', async () => {
    const { page, ...at } = await bank.visit(DESKTOP, EMILY);
    await page.getByRole('button', { name: 'general' }).click();
    await page.locator('.messages[data-channel=C0GENERAL]').waitFor();
    await at.say('@Bellwether top ten clients by AUM');
    await at.shows(/direct messages/);
    expect(await page.locator('.message-list table').count()).toBe(0);
    await page.locator('.entry.unread').waitFor();
    await at.picture('channel-en');
    await page.locator('.entry.unread').click();
    await at.finished(1);
    await page.close();
  });

  test('in English, on a phone: ask, refine, the digest, the Home tab, in the dark too', async () => {
    const { page, ...at } = await bank.visit({ ...PHONE, dark: true }, EMILY);
    await at.ask('Who are my dormant high-value clients?');
    await at.fits();
    await at.picture('answer-en-phone');
    await at.press('Refine');
    await at.modal();
    await at.press('Cancel');
    await at.noModal();
    await at.say('/digest now');
    await at.shows(/Your digest for/);
    await at.fits();
    await at.tab('Home');
    await at.shows('Settings');
    await at.picture('home-en-phone');
    await at.fits();
    await page.close();
  });

  test('in Chinese: ask, refine, explain; a chart of what makes up a whole', async () => {
    const { page, ...at } = await bank.visit(chinese(DESKTOP), CHEN);
    await at.ask('资产30万以上、三个月没联系的客户');
    await at.shows(/没有双向联系/);
    await at.picture('answer-zh');
    await at.press('查看依据');
    await at.modal();
    await at.picture('explain-zh');
    await page.keyboard.press('Escape');
    await at.noModal();
    await at.press('调整条件');
    await at.modal();
    const before = await at.answers();
    await at.press('查询');
    await at.noModal();
    await at.finished(before + 1);
    await at.ask('各流失风险有多少客户');
    expect(await page.locator('.pie .series').count()).toBeGreaterThan(1);
    await at.picture('pie-zh');
    await at.fits();
    await page.close();
  });

  test('in Chinese, on a phone: ask, compare, refine, a client’s card, the Home tab', async () => {
    const { page, ...at } = await bank.visit(chinese(PHONE), CHEN);
    await at.ask('各等级客户数与6月30日相比');
    await at.fits();
    await at.picture('compared-zh-phone');
    await at.press('调整条件');
    await at.modal();
    await at.picture('refine-zh-phone');
    await at.press('取消');
    await at.noModal();
    await at.say('/client 10345');
    await at.shows('近期联系');
    await at.fits();
    await at.picture('client-zh-phone');
    await at.tab('主页');
    await at.shows('设置');
    await at.picture('home-zh-phone');
    await at.fits();
    await page.close();
  });
});
