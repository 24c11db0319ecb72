/** English ways to tell a fact about clients, each beside the wording that the rules know. */
import { type Idiom, says } from './idiom.ts';
import { englishTurns } from './idioms-en-turns.ts';

const decisions: readonly Idiom[] = [
  says(
    'tier overridden',
    'under a manual tier override|under a tier override|under a manual override|under an override',
  ),
  says(
    'tier overridden',
    'on a manual tier override|on a manual override|tier was set by hand|tier set by hand',
  ),
  says('tier', 'in force as|officially in force as|officially rated'),
  says(
    'gap to the next tier',
    'to reach the next tier|more to reach the next tier|short of the next tier|away from the next tier',
  ),
  says('less than', 'needs less than|need less than|lacks less than|lack less than'),
  says('at most', 'needs at most|need at most|needs no more than|need no more than'),
  says('is', 'stands at|stand at|standing at|amounts to|amount to'),
];

const warnings: readonly Idiom[] = [
  says('因为', 'flagged because|flagged because their|flagged because of|flagged because of their'),
  says('因为', 'on watch because|on watch because their|on watch because of|at risk because of'),
  says('因为', 'at risk because|at risk because their|flagged as a churn risk because'),
  says('open alert', 'alert still open|alerts still open|any alert still open|alert open'),
  says('open alert', 'alert that is still open|alerts that are still open|unresolved alert'),
  says(
    'open complaint',
    'complaints are still open|complaints are open|complaint that is still open',
  ),
  says(
    'open complaint',
    'complaints that are still open|complaint we have not closed|complaint not yet closed',
  ),
];

const spoken: readonly Idiom[] = [
  says(
    'contacted for marketing',
    'got a marketing contact|had a marketing contact|received a marketing contact|marketing contact',
  ),
  says(
    'contacted for marketing',
    'a marketing contact|had a marketing call|got a marketing call|approached for marketing',
  ),
  says(
    'contacted for service',
    'got a service contact|had a service contact|received a service contact|service contact',
  ),
  says('contacted for service', 'a service contact|had a service call|got a service call'),
];

const marketing: readonly Idiom[] = [
  says(
    'not contacted for marketing',
    'no marketing contact|no marketing contacts|without a marketing contact|without marketing contact',
  ),
  says(
    'not contacted for marketing',
    'no marketing call|no marketing calls|not a marketing contact',
  ),
  says(
    'not contacted for service',
    'no service contact|no service contacts|without a service contact',
  ),
];

const flows: readonly Idiom[] = [
  ...(['at least', 'more than', 'over', 'less than', 'under', 'no more than'] as const).map(
    (limit) =>
      says(
        `net inflow ${limit}`,
        `brought in ${limit}|has brought in ${limit}|have brought in ${limit}|bring in ${limit}`,
      ),
  ),
  says('highest net inflow', 'brought in the most money|brought in the most new money'),
  says('highest net inflow', 'brought in the most net new money|brought in most money'),
];

const addresses: readonly Idiom[] = [
  says('without an address', 'address not recorded|address is not recorded|no address recorded'),
  says('without an address', 'address is missing|missing an address|address missing'),
  says(
    'no valid phone',
    'phone not recorded|phone is not recorded|no phone recorded|phone missing',
  ),
  says(
    'no valid email',
    'email not recorded|email is not recorded|no email recorded|email missing',
  ),
];

const checks: readonly Idiom[] = [
  says(
    'kyc overdue',
    'kyc review date has already passed|kyc review date has passed|kyc review date already passed',
  ),
  says(
    'kyc overdue',
    'kyc review date is past|kyc review date is in the past|past their kyc review date',
  ),
  says(
    'kyc overdue',
    'kyc due date has passed|kyc due date has already passed|kyc review should have been done already',
  ),
  says(
    'no risk appetite',
    'no risk appetite recorded|no recorded risk appetite|no risk appetite on record',
  ),
  says(
    'no risk appetite',
    'no risk appetite on file|risk appetite not recorded|risk appetite is not recorded',
  ),
  says(
    'no risk appetite',
    'risk appetite missing|risk appetite is missing|risk appetite not known|missing risk appetite',
  ),
  says(
    'without a kyc review date',
    'no kyc review date|no kyc review date on file|no kyc review on file|no kyc review date recorded',
  ),
  says(
    'without a kyc review date',
    'without a kyc review date on file|kyc review date missing|kyc review date is missing',
  ),
  says('not known wechat', 'nor a wechat id|nor wechat|nor a wechat|nor a wechat account'),
  says('not known wechat', 'without a wechat id|no wechat id|not have a wechat id'),
  says('known wechat', 'with a wechat id|have a wechat id|has a wechat id|wechat id on file'),
];

const ties: readonly Idiom[] = [
  says(
    'referred by somebody',
    'was referred by another client|were referred by another client|referred by another client',
  ),
  says(
    'referred by somebody',
    'was referred by a client|were referred by a client|referred by a client|referred by other clients',
  ),
  says(
    'referred by somebody',
    'introduced by another client|came through a referral|came to us through a referral|came by referral',
  ),
  says(
    'payroll employees of a corporate client',
    'employees on the payroll of one of our corporate clients|on the payroll of one of our corporate clients',
  ),
  says(
    'payroll employees of a corporate client',
    'on the payroll of a corporate client|on the payroll of our corporate clients',
  ),
  says(
    'payroll employees of a corporate client',
    'employees of one of our corporate clients|employees of our corporate clients|employees of corporate clients',
  ),
  says(
    'payroll employees of a corporate client',
    'paid through one of our corporate clients|paid by one of our corporate clients|work for one of our corporate clients',
  ),
];

const holdings: readonly Idiom[] = [
  says('clients', 'folks'),
  says('without', 'nothing in|no money in|nothing invested in|not a penny in'),
  says('hold', 'use|uses|using|make use of|have taken out|has taken out|signed up for'),
  says(
    'payroll',
    'run payroll through us|run their payroll through us|run its payroll through us|payroll with us',
  ),
  says('payroll', 'runs payroll through us|runs its payroll through us|payroll through us'),
  says(
    'payroll',
    'pay their staff through us|pay their employees through us|pay salaries through us',
  ),
  says(
    'how much in',
    'how much money sits in|how much sits in|how much money is in|how much is sitting in',
  ),
  says(
    'debt',
    'loans, mortgages and cards|loans mortgages and cards|loans, mortgages and credit cards',
  ),
  says('idle longest', 'gone longest without a transaction|gone the longest without a transaction'),
  says(
    'idle longest',
    'gone longest without transacting|longest without a transaction|the longest without a transaction',
  ),
];

const talking: readonly Idiom[] = [
  says('also', 'in either case|either way|in both cases|in either case also'),
  says('clients', 'clients i mean|i mean clients|clients, i mean'),
  says(
    'grouped by',
    'cross tab of|crosstab of|cross tabulate|cross tabulation of|crosstab by|cross tab by',
  ),
  says(
    'last contact',
    'last get hold of|last got hold of|last speak to|last speak with|last talk to',
  ),
  says(
    'last contact',
    'last talk with|last hear from|last heard from|last reach|last get in touch with',
  ),
];

export const englishFacts: readonly Idiom[] = [
  ...decisions,
  ...warnings,
  ...spoken,
  ...marketing,
  ...flows,
  ...addresses,
  ...checks,
  ...ties,
  ...holdings,
  ...talking,
  ...englishTurns,
];
