/** English idioms, each beside the wording that the rules know. */
import { type Idiom, says } from './idiom.ts';
import { askedIdioms } from './idioms-en-asked.ts';
import { englishFacts } from './idioms-en-facts.ts';
import { wantedIdioms } from './idioms-en-wanted.ts';

const clients: readonly Idiom[] = [
  says(
    'all except',
    'all but|everyone but|everybody but|anyone but|all clients but|all my clients but|all tiers but',
  ),
  says('do i have', 'do i look after|do i manage|do i cover|do i serve|am i looking after'),
  says('clients', 'accounts i look after|people in my book|names in my book'),
  says('my clients', 'my whole client list|everything i look after|everyone i look after'),
  says(
    'total AUM',
    'how big is my book|size of my book|how much do i manage|how much do i look after',
  ),
  says('total AUM', 'how much money do i manage|how much do i have under management|my book worth'),
  says('total AUM', 'total money under management|money under management|total book size'),
  says('clients', 'show me everything|show everything'),
];

const churn: readonly Idiom[] = [
  says(
    'at risk of leaving',
    'might take their money elsewhere|could take their money elsewhere|might walk away',
  ),
  says('at risk of leaving', 'might go elsewhere|could go elsewhere|might defect|could walk away'),
  says('at risk of leaving', 'flight risk|flight risks|taking their money elsewhere'),
  says(
    'at risk of leaving',
    'might leave us|may leave us|could leave us|could leave|likely to leave us',
  ),
  says(
    'at risk of leaving',
    'at risk of leaving us|in danger of leaving|about to leave us|going to leave',
  ),
  says(
    'at risk of leaving',
    'going to leave us|thinking of leaving|about to walk away|about to churn',
  ),
  says(
    'at risk of leaving',
    'i about to lose|am i about to lose|we about to lose|are about to lose|we might lose',
  ),
  says(
    'at risk of leaving',
    'i might lose|i could lose|we could lose|might churn|could churn|may churn',
  ),
  says('unhappy', 'not happy|not satisfied|not happy with us|not satisfied with us'),
  says(
    'satisfaction',
    'scored us|rated us|marked us|survey score|survey rating|score in the last survey',
  ),
];

const tiers: readonly Idiom[] = [
  says(
    'closest to moving up to',
    'one step away from|one tier away from|one tier below|close to becoming',
  ),
  says(
    'closest to moving up to',
    'close to becoming a|close to becoming an|nearly|almost|on the verge of',
  ),
  says(
    'closest to moving up to',
    'close to moving up to|close to reaching|within reach of|just short of',
  ),
  says('closest to moving up to', 'next in line for|knocking on the door of|just below'),
  says(
    'closest to moving up',
    'could be promoted soon|about to be promoted|about to move up a tier',
  ),
  says('closest to moving up', 'ripe for an upgrade|ripe for promotion|ready for promotion'),
  says('closest to moving up', 'nearest the next tier'),
  says('promotions', 'upgrades did we have|upgrades were there|tier upgrades|upgrades we had'),
  says('demotions', 'downgrades did we have|downgrades were there|tier downgrades'),
  says('closest to moving up', 'about to move up|close to the next tier|close to moving up a tier'),
  says(
    'closest to moving up',
    'close to an upgrade|nearly at the next tier|due for an upgrade soon',
  ),
  says('demotion clock running', 'about to be downgraded|about to be demoted|about to drop a tier'),
  says(
    'demotion clock running',
    'about to lose their tier|about to move down|about to fall a tier',
  ),
  says(
    'demotion clock running',
    'at risk of demotion|at risk of being demoted|at risk of a downgrade',
  ),
  says('demotion clock running', 'at risk of dropping a tier|in danger of losing their tier'),
  says(
    'demotion clock running',
    'at risk of losing their tier|facing demotion|heading for demotion',
  ),
  says('demotion clock', 'months below the floor|months below their floor|months under the floor'),
];

const flows: readonly Idiom[] = [
  says(
    'net outflow',
    'net money out|took out more than they put in|taken out more than they put in',
  ),
  says('net outflow', 'took more out than they put in|taken more out than they put in'),
  says(
    'net outflow',
    'took more out than in|taken more out than in|more money out than in|more out than in',
  ),
  says('net outflow', 'withdrew more than they deposited|withdrawn more than they deposited'),
  says('net outflow', 'outflow|outflows|money flowing out|money going out'),
  says(
    'net inflow',
    'inflow|inflows|money flowing in|money coming in|net new money|fresh money|new money',
  ),
  says('net inflow positive', 'put in more than they took out|paid in more than they took out'),
  says(
    'net inflow positive',
    'more money in than out|more in than out|deposited more than they withdrew',
  ),
  says('total net inflow', 'how much money came in|how much came in|how much money flowed in'),
  says('AUM', 'balance|balances|total assets|assets with us|money with us|total wealth'),
];

const contact: readonly Idiom[] = [
  says(
    'should i call',
    'should i ring today|should i ring|do i need to call|should i phone|do i need to contact',
  ),
  says(
    'should i call',
    'should i be calling|should i speak to|do i need to speak to|should i reach out to',
  ),
  says('contact overdue', 'overdue for a conversation|overdue for a touch point|late for contact'),
  says('contact overdue', 'do i owe a call|i owe a call|should i have called by now'),
  says(
    'visited',
    'seen in person|met in person|met face to face|seen face to face|had a face to face with',
  ),
  says('last contact', 'when did i last talk to|when did i last speak to|when did i last contact'),
  says('last contact', 'when did i last speak with|when did i last talk with|when i last spoke to'),
  says('number of calls', 'calls did i log|calls have i logged|calls i logged|calls did we log'),
  says('number of calls', 'calls were made|phone calls made'),
  says(
    'number of visits',
    'visits did i log|visits have i logged|visits did we make|visits i logged',
  ),
  says('should i call', 'who to call|who to ring|who to phone|who to contact|need to call'),
  says('visited', 'sat down with|had a meeting with|had a face to face meeting with'),
  says(
    'contacted',
    'spoken to|spoken with|talked to|talked with|had a conversation with|been in touch with',
  ),
  says('contacted', 'in touch with|touched base with|caught up with|got hold of|heard from'),
  says('number of calls', 'calls did i make|calls have i made|calls i made|calls we made'),
  says(
    'number of visits',
    'visits did i make|visits have i made|visits i made|meetings did i have',
  ),
  says(
    'on the red list',
    'i can not reach|we can not reach|can not be reached|can not reach|with no way to reach them',
  ),
  says('on the red list', 'unreachable|with no usable contact details|with no contact details'),
  says('opted out of marketing', 'does not want marketing|do not want marketing|refuses marketing'),
  says('opted out of marketing', 'do not want to be marketed to|said no to marketing|unsubscribed'),
  says(
    'no valid email',
    'missing an email address|missing an email|missing email|without an email address',
  ),
  says(
    'no valid email',
    'with no email address|have no email address|has no email address|lacking an email',
  ),
  says('no valid phone', 'missing a phone number|without a phone number|with no phone number'),
  says('no valid phone', 'have no phone number|has no phone number|lacking a phone number'),
];

const products: readonly Idiom[] = [
  says(
    'exactly one product',
    'single product|one product only|only one product|just the one product',
  ),
  says(
    'exactly zero product',
    'no product|no products|no product at all|no products at all|nothing with us',
  ),
  says('without renewal instruction', 'has not told us to renew|have not told us to renew'),
  says('without renewal instruction', 'no instruction|no instructions|not instructed renewal'),
  says(
    'without renewal instruction',
    'not yet renewed|not been renewed|has not renewed|have not renewed',
  ),
  says(
    'maturing',
    'falling due|coming up for maturity|rolling off|running out|got maturing|coming to an end',
  ),
  says('maturing', 'comes due|come due|coming due|falls due|fall due'),
  says('exactly one product', 'everything in one product|all in one product|a single product'),
  says('time deposits', 'cd|cds|certificates of deposit'),
];

const people: readonly Idiom[] = [
  says('lifecycle won back', 'came back to us|have come back|has come back|lost and won back'),
  says(
    'onboarded',
    'opened an account|opened an account with us|opened their account|opened accounts',
  ),
  says(
    'onboarded',
    'signed up|opened their first account|became a client|became clients|were onboarded',
  ),
  says('occupation', 'work as|working as|works as|job|profession|does for a living'),
  says('industry', 'work in|working in|works in|sector|line of business|business sector'),
  says('highest value score', 'most valuable'),
];

export const englishIdioms: readonly Idiom[] = [
  ...clients,
  ...churn,
  ...tiers,
  ...flows,
  ...contact,
  ...products,
  ...people,
  ...wantedIdioms,
  ...englishFacts,
  ...askedIdioms,
];
