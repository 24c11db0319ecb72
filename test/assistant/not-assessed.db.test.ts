import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assistant/answer.ts';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import type { Actor, Locale } from '../../src/domain/actor.ts';
import { runWholeNight } from '../../src/jobs/run-whole-night.ts';
import { BANK, importFiles, NOW, reportOf } from '../intake/support.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const CLIENTS = [
  'client_id,kind,name,manager_id,branch_id,onboarded_on,phone,kyc_completed_pct,watch',
  'C1,individual,Ann,M1,B1,,,,',
  'C2,individual,Bea,M1,B1,,,,',
];
const ACTIVITY = ['client_id,month,last_transaction_on,inflow', 'C1,2026-11,,5'];
const { 'transactions.csv': _, ...WITHOUT_TRANSACTIONS } = BANK;

const manager: Actor = {
  managerId: 'M1',
  name: 'Mia Lin',
  email: 'mia@bank.example',
  role: 'relationship_manager',
  branchId: 'B1',
  locale: 'en',
  timezone: null,
};

let bank: TestDatabase;
beforeAll(async () => {
  bank = await openTestDatabase();
  const files = { ...WITHOUT_TRANSACTIONS, 'clients.csv': CLIENTS, 'activity.csv': ACTIVITY };
  await reportOf(importFiles(bank, files));
  await night();
});
afterAll(() => bank.close());

const night = async (): Promise<void> => {
  const { database } = bank;
  const run = { database, now: () => NOW, digestAt: '08:30', timeZone: 'Asia/Shanghai' };
  const ran = await runWholeNight(run, { businessDate: null, from: null });
  if (!ran.ok) throw new Error(ran.problem.en);
};

const ask = async (text: string, locale: Locale = 'en'): Promise<Answer> => {
  const context = { database: bank.database, now: () => NOW };
  const answer = await answerQuestion(context, { actor: manager, text, locale });
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
};

describe('a column that never held a value', () => {
  test.each([
    [
      'how many clients have no valid phone?',
      'valid phone: not assessed: the bank delivers no phone numbers',
    ],
    [
      'clients whose KYC is not complete',
      'KYC complete: not assessed: the bank delivers no KYC completeness',
    ],
    [
      'how many dormant clients do I have?',
      'activity: not assessed: the bank delivers no transactions or days of last transactions',
    ],
    [
      'how many clients are on the red list?',
      'on the red list: not assessed: the bank delivers no phone numbers or e-mail addresses or postal addresses or WeChat names',
    ],
    [
      'clients with a wealth product maturing next month',
      'maturing products: not assessed: the bank delivers no maturity dates',
    ],
    ['没有做KYC的客户有哪些？', 'KYC完整：未评估，本行未提供KYC完成度数据'],
  ])('has no answer, and not the answer none or everybody: %s', async (question, reason) => {
    const answer = await ask(question);
    expect(answer).toMatchObject({ status: 'answered', total: null, value: null, rows: [] });
    expect(answer.rules).toContain(reason);
  });

  test('an empty watch flag means no, and an onboarding day follows from the first account', async () => {
    expect(await ask('how many clients are on watch?')).toMatchObject({ value: 0 });
    const since = await ask('clients onboarded since 1 June 2024');
    expect(since.rows.map(({ clientId }) => clientId)).toEqual(['C2']);
  });

  test('is answered once one row of the bank holds one', async () => {
    const filled = [
      'client_id,kind,name,phone',
      'C1,individual,Ann,13800000000',
      'C2,individual,Bea,',
    ];
    await reportOf(importFiles(bank, { 'clients.csv': filled }));
    const answer = await ask('clients without a valid phone');
    expect(answer.rows.map(({ clientId }) => clientId)).toEqual(['C2']);
  });
});
