/** A morning in the page of the local workspace: digests, and changes that somebody else has to approve. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium } from '../support/chromium.ts';
import { CHEN, chinese, DESKTOP, EMILY, HEAD, PRESIDENT, startBank } from './manager-page.ts';

/** 刘建国: an override that needs two checkers. */
const LIU = '10345';

describe.skipIf(!hasChromium)(
  'changing things in the page, with the whole program behind it',
  () => {
    let bank: Awaited<ReturnType<typeof startBank>>;
    beforeAll(async () => {
      bank = await startBank();
    });
    afterAll(() => bank?.stop());

    test('in Chinese: an override goes through a form and two checkers, and the requester is told', async () => {
      const { page, ...at } = await bank.visit(chinese(DESKTOP), CHEN);
      await at.say('/digest now');
      await at.shows(/客户日报/);
      await at.picture('digest-zh');
      await at.say(`/tier ${LIU}`);
      await at.modal();
      await at.choose('新等级', /优质|高端/);
      await at.choose('理由类别', /./);
      await page.getByLabel('理由说明').fill('客户预计下月转入大额存款');
      await at.picture('override-zh');
      await at.press('确认');
      await page.getByRole('dialog', { name: 'Bellwether' }).waitFor();
      await page.keyboard.press('Escape');
      await at.noModal();
      for (const [checker, said] of [
        [HEAD, /待 1 人审批/],
        [PRESIDENT, /已完成/],
      ] as const) {
        await at.lookAs(checker);
        await page.getByRole('button', { name: '同意' }).last().waitFor();
        await at.picture('approve-zh');
        await at.press('同意');
        await at.shows(said);
      }
      await at.lookAs(CHEN);
      await at.shows(/已完成.*刘建国/);
      await page.close();
    });

    test('in English: today’s digest on demand, the Home tab, a client reassigned', async () => {
      const { page, ...at } = await bank.visit(DESKTOP, EMILY);
      await at.say('/digest now');
      await at.shows(/Your digest for/);
      await at.shows('Act today');
      await at.picture('digest-en');
      await at.tab('Home');
      await at.shows('Settings');
      await at.picture('home-en');
      await at.tab('Messages');
      await at.say('/reassign 10671');
      await at.modal();
      await at.choose('New manager', /陈静/, '陈');
      await at.choose('Reason', /another branch/);
      await page.getByLabel('In your own words').fill('Works near the Xuhui branch now');
      await at.picture('reassign-en');
      await at.press('Confirm');
      await at.shows(/Done:|Waiting for/);
      await page.keyboard.press('Escape');
      await at.noModal();
      await page.close();
    });

    test('in Chinese: a client is given to another manager', async () => {
      const { page, ...at } = await bank.visit(chinese(DESKTOP), CHEN);
      await at.say('/reassign');
      await at.modal();
      await at.choose('客户', /./, '赵');
      await at.choose('新客户经理', /Emily/, 'Emily');
      await at.choose('理由类别', /./);
      await page.getByLabel('理由说明').fill('客户工作地点变动，就近服务');
      await at.picture('reassign-zh');
      await at.press('确认');
      await at.shows(/已完成|待 \d 人审批/);
      expect(await page.locator('.cannot-draw').count()).toBe(0);
      await page.close();
    });
  },
);
