import { describe, expect, test } from 'vitest';
import { planOf } from './context.ts';

const sameAs: [canonical: string, questions: string[]][] = [
  [
    'clients with product gap fund',
    ['who could use a fund', 'clients who would benefit from funds'],
  ],
  ['owners of corporate clients', ['whose company is a client']],
  [
    'clients with valid email',
    ['which clients can be reached by e-mail', 'who can I reach by email', 'clients we can email'],
  ],
  [
    'clients with no valid phone',
    ["who can't be reached by phone", 'clients with an invalid phone number'],
  ],
  ['clients with valid phone but no valid email', ['clients reachable by phone but not by email']],
  ['clients not opted out of marketing', ['clients who have given marketing consent']],
  [
    'clients over 60',
    ['everyone over 60', 'show me everybody aged over 60', 'list everyone over 60'],
  ],
  ['premier clients', ['everyone in premier']],
  ['top clients by contribution', ['most profitable clients', 'who earns us the most']],
  [
    'top 10 clients by contribution',
    ['10 most profitable clients', 'best ten clients by contribution'],
  ],
  [
    'quality clients closest to the key tier, top ten',
    ['quality clients closest to the key tier, best ten'],
  ],
  [
    'total maturing amount next month',
    ['how much is maturing next month', 'how much matures next month'],
  ],
  ['clients with kyc due', ['who needs a KYC review']],
  ['clients with time deposits maturing', ['time deposits maturing soon']],
  ['contribution of client 10005', ['how profitable is client 10005']],
  ['gap to next tier of client 10005', ['what does client 10005 need to reach the next tier']],
  ['clients I have not visited since June', ['who have I not seen since June']],
];

describe('what is asked for in everyday English', () => {
  test.each(sameAs)('"%s" in other words', (canonical, questions) => {
    for (const question of questions)
      expect([question, planOf(question)]).toEqual([question, planOf(canonical)]);
  });

  test.each([
    ['does everyone have a valid email', ['everyone']],
    ['how much is maturing in funds next month', ['funds']],
    ['clients to be visited soon', ['to', 'visited', 'soon']],
    ['most profitable products', ['most profitable']],
  ])('%s names what it did not understand', (question, words) => {
    expect(planOf(question)).toEqual({ status: 'not_understood', words });
  });

  test.each([
    'how much AUM does everyone have',
    'everyone in the bank',
    'list everyone else',
    "everybody's clients",
  ])('%s asks for more than the own book', (question) => {
    expect(planOf(question)).toEqual({ status: 'refused', reason: 'other_book' });
  });
});
