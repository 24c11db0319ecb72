import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assistant/answer.ts';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { replayAnswer } from '../../src/assistant/replay-answer.ts';
import { renderAnswer } from '../../src/cli/render-answer.ts';
import { describe as describePlan } from '../../src/query/describe.ts';
import { answerView } from '../../src/slack/views/answer.ts';
import { openSampleBank, type SampleBank } from '../support/sample-bank.ts';

let bank: SampleBank;
beforeAll(async () => {
  bank = await openSampleBank({
    seed: 7,
    on: '2026-10-20',
    managers: 1,
    clientsPerManager: 40,
    monthsOfNights: 4,
  });
});
afterAll(() => bank.close());

const ask = async (text: string): Promise<Answer> => {
  const context = { database: bank.database, now: bank.now };
  const answer = await answerQuestion(context, { actor: bank.manager, text, locale: 'en' });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
};

const DAYS = ['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-20'];

describe('month by month', () => {
  test.each([
    'AUM per month since June',
    '6月以来每个月的资产',
    'number of active clients by month since June',
    'monthly net inflow since June',
    'share of dormant clients per month since June',
    'quarterly deposits since 1 January 2025',
  ])('%s is understood as it reads back, and replays', async (text) => {
    const answer = await ask(text);
    expect(answer.status).toBe('answered');
    expect(answer.groups.length).toBeGreaterThan(3);
    const again = await ask(describePlan(answer.plan ?? expect.fail(), 'zh-CN', 'CNY'));
    expect(again.plan).toEqual(answer.plan);
    expect(again.groups).toEqual(answer.groups);
    const context = { database: bank.database, now: bank.now };
    const { receiptId } = answer;
    expect(await replayAnswer(context, { receiptId: receiptId ?? '', by: null })).toMatchObject({
      value: { identical: true },
    });
  });

  test('each point is what the same question as of its day says', async () => {
    const { groups, columns, rules } = await ask('total deposits per month since June');
    expect(groups.map(({ key }) => key)).toEqual(DAYS);
    expect(columns.map(({ key }) => key)).toEqual(['day', 'count', 'deposits']);
    expect(rules.join()).toContain('the end of its month');
    for (const { key, deposits } of groups) {
      const alone = await ask(`total deposits as of ${key}`);
      expect(deposits).toBe(alone.value);
    }
    expect(new Set(groups.map(({ deposits }) => deposits)).size).toBeGreaterThan(2);
  });

  test('what flows within a month is that of the month', async () => {
    const { groups } = await ask('net inflow per month since June');
    const july = await ask('total net inflow between 2026-07-01 and 2026-07-31');
    expect(groups[1]).toMatchObject({ key: '2026-07-31', netInflow: july.value });
  });

  test('one client: the terminal lists the days, Slack draws a line', async () => {
    const [client] = (await ask('top 1 client by AUM')).rows;
    const answer = await ask(`how has the balance of ${client?.clientId} developed since June`);
    expect(answer.groups.map(({ key }) => key)).toEqual(DAYS);
    expect(answer.groups.at(-1)).toMatchObject({ aum: client?.aum });
    expect(answer.columns.map(({ key }) => key)).toEqual(['day', 'aum']);
    const lines = renderAnswer(answer).split('\n');
    for (const day of DAYS) expect(lines.filter((line) => line.startsWith(day))).toHaveLength(1);
    const view = answerView(answer, { masked: false, tables: true, charts: true });
    const drawn = view.blocks.find(({ type }) => type === 'data_visualization');
    expect(drawn).toMatchObject({ chart: { type: 'line', axis_config: { categories: DAYS } } });
  });

  test("a colleague's client is refused as any other question about it", async () => {
    const answer = await ask('how has the balance of C999999 developed since June');
    expect(answer).toMatchObject({ status: 'refused', reason: 'other_book' });
  });

  test.each([
    'how many clients were active every month this year',
    'industry by month since June',
    'clients by tier per month since June',
    'AUM per month since 1990',
    'AUM per month and per quarter since June',
  ])('%s is not answered by something else', async (text) => {
    expect((await ask(text)).status).toBe('not_understood');
  });
});
