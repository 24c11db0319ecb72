/** Every question with the plan of every other: a model that answers the wrong question is never believed. */
import { expect, test } from 'vitest';
import { isProven } from '../../src/llm/prove.ts';
import { redact } from '../../src/llm/redact.ts';
import type { QueryPlan } from '../../src/query/query-plan.ts';
import { normalise, understand } from '../../src/query/understand.ts';
import { CONTEXT } from '../query/context.ts';

const QUESTIONS = `
clients
all my key clients
key or premier clients
premier clients
clients that are not key
key clients on watch
clients on watch
clients not on watch
clients, showing watch
clients, showing last contact
key clients, showing onboarded on
clients whose computed tier is key
key clients, showing computed tier
dormant clients
dormant key clients
dormant or quiet clients
clients who are not dormant
clients whose lifecycle is dormant
clients with high churn risk
corporate clients
corporate clients with deposits over 2 million
clients with deposits over 2 million
clients with deposits of at least 2 million
clients with deposits under 2 million
clients with AUM over 2 million
clients with AUM over 2 million and deposits over 500k
clients with AUM over 500k and deposits over 2 million
clients with loans over 2 million
clients with AUM between 500k and 2 million
clients with a mortgage
key clients with deposits
key clients with loans
top 5 clients by AUM, showing deposits
top 5 clients by deposits, showing AUM
clients with AUM over 2 million, showing deposits
clients with deposits over 2 million, showing AUM
clients without a mortgage
clients holding funds and insurance
clients holding funds or insurance
clients idle for more than 90 days
clients idle for at least 90 days
clients with a contact gap of more than 90 days
clients contacted in the last 90 days
clients not contacted in the last 90 days
clients contacted in the last 30 days
clients never contacted
clients with a transaction in the last 90 days
clients onboarded since January
clients onboarded this year
clients onboarded in Q3
clients onboarded before 2018
top 5 clients by AUM
top 10 clients by AUM
top 5 clients by deposits
bottom 5 clients by AUM
top 5 key clients by AUM
key clients sorted by AUM, highest first
key clients sorted by AUM, lowest first
how many clients
how many key clients
how many dormant key clients
how many clients in each tier
how many key clients in each activity
total AUM of key clients
average AUM of key clients
total deposits of key clients
share of clients who are dormant
deposits of client 10345
AUM of client 10345
AUM of client 10346
why is client 10345 dormant
沉睡的重点客户
重点客户
重点或高端客户
不是重点的客户
资产超过50万的客户
资产50万以上的客户
存款超过50万的客户
近90天联系过的客户
近90天没联系过的客户
资产最高的10个客户
资产最低的10个客户
沉睡客户有多少个
各层级客户数量
重点客户的资产合计
`
  .trim()
  .split('\n');

const planOf = (question: string): QueryPlan | null => {
  const understanding = understand(question, CONTEXT);
  return understanding.status === 'plan' ? understanding.plan : null;
};

const redactedOf = (question: string) => {
  const normalised = normalise(question);
  return normalised && redact(normalised, CONTEXT, []);
};

const PLANS = QUESTIONS.flatMap((question) => planOf(question) ?? []);

/** Questions that mean the same have the same plan. */
const others = (question: string): QueryPlan[] => {
  const own = JSON.stringify(planOf(question));
  return PLANS.filter((plan) => JSON.stringify(plan) !== own);
};

test('the questions have plans, and differ', () => {
  expect(PLANS.length).toBeGreaterThan(QUESTIONS.length * 0.9);
  expect(new Set(PLANS.map((plan) => JSON.stringify(plan))).size).toBeGreaterThan(55);
});

test.each(QUESTIONS)('“%s” is proved by no plan of another question', (question) => {
  const redacted = redactedOf(question);
  const proven = redacted ? others(question).filter((plan) => isProven(plan, redacted)) : [];
  expect(proven).toEqual([]);
});

test('many are proved by their own', () => {
  const proven = QUESTIONS.filter((question) => {
    const [plan, redacted] = [planOf(question), redactedOf(question)];
    return plan && redacted && isProven(plan, redacted);
  });
  expect(proven.length).toBeGreaterThan(QUESTIONS.length / 3);
});
