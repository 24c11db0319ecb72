/** English idioms of what is asked about: who may be reached, what clients earn the bank, what lifts a tier. */
import { type Idiom, says } from './idiom.ts';

/** Each wording with `~` as each of the words. */
const each = (words: readonly string[], wordings: string): string =>
  wordings
    .split('|')
    .flatMap((wording) =>
      wording.includes('~') ? words.map((word) => wording.replace('~', word)) : [wording],
    )
    .join('|');

const MAIL = ['email', 'e mail'];
const PHONE = ['phone', 'telephone'];

const REACHED = 'can be reached by ~|reachable by ~|can be contacted by ~|contactable by ~';
const NOT_REACHED =
  'can not be reached by ~|cannot be reached by ~|not reachable by ~|can not be contacted by ~|can not reach by ~|can not contact by ~|unreachable by ~';
const ASKED = 'can i reach by ~|can we reach by ~|can i contact by ~|can we contact by ~';
const WRONG =
  'wrong ~|invalid ~|have a wrong ~|has a wrong ~|have an invalid ~|has an invalid ~|bad ~|outdated ~|~ is wrong|~ is invalid|~ is not valid|~ does not work|~ no longer works';

const reached: readonly Idiom[] = [
  says('valid email', each(MAIL, REACHED), each(MAIL, ASKED)),
  says('valid phone', each(PHONE, REACHED), each(PHONE, ASKED)),
  says('no valid email', each(MAIL, NOT_REACHED), each(MAIL, '~ bounces|~ bounced|bouncing ~')),
  says('no valid phone', each(PHONE, NOT_REACHED)),
  says(
    'valid phone but no valid email',
    each(MAIL, 'can be reached by phone but not by ~|reachable by phone but not by ~'),
  ),
  says(
    'valid email but no valid phone',
    each(MAIL, 'can be reached by ~ but not by phone|reachable by ~ but not by phone'),
  ),
  says('no valid email', each(['email', 'e mail', 'email address', 'e mail address'], WRONG)),
  says('no valid phone', each(['phone number', 'telephone number'], WRONG)),
  says(
    'clients with valid email',
    each(MAIL, 'who can i ~|whom can i ~|who can we ~|clients i can ~|clients that i can ~'),
    each(MAIL, 'clients we can ~|clients that we can ~|clients who i can ~|clients whom i can ~'),
  ),
  says('valid email', each(MAIL, 'have an ~ address|has an ~ address|have ~ addresses')),
  says('valid email', each(MAIL, 'with an ~ address|with ~ address|with ~ addresses')),
  says('valid phone', 'with a phone number|with phone numbers|have phone numbers'),
  says(
    'not opted out of marketing',
    'have given marketing consent|has given marketing consent|gave marketing consent|with marketing consent',
    'agreed to marketing|have agreed to marketing|has agreed to marketing|consented to marketing',
    'may i market to|can i market to|may we market to|can we market to|accept marketing|accepts marketing',
    'opted in to marketing|open to marketing|happy to receive marketing|allow marketing|allows marketing',
  ),
  says(
    'opted out of marketing',
    'may i not market to|can i not market to|may we not market to|have not given marketing consent',
    'has not given marketing consent|without marketing consent|no marketing consent|refused marketing',
    'declined marketing|withdrew marketing consent|withdrew their marketing consent|should not be marketed to',
  ),
  says(
    'number of calls',
    'phone calls did i make|phone calls have i made|phone calls did we make|phone calls have we made',
    'calls did we make|calls have we made',
  ),
  says(
    'contact overdue',
    'have i neglected|i have neglected|i have been neglecting|am i neglecting|neglected clients',
  ),
  says('i have not visited', 'i have not seen|we have not seen|have i not seen|have we not seen'),
  says(
    'kyc due',
    'needs a kyc review|need a kyc review|due a kyc review|due for a kyc review|needs kyc renewal|needs a kyc update',
    'kyc needs a review|kyc needs renewing|kyc needs to be renewed|up for kyc review|up for a kyc review|need kyc renewal',
  ),
  says('activity quiet', 'gone quiet|gone silent|fallen silent|went quiet'),
];

const earned: readonly Idiom[] = [
  says(
    'top by contribution',
    'most profitable|brings in the most revenue|bring in the most revenue|earns us the most',
    'earn us the most|earns us most|earn us most|makes us the most money|make us the most money',
    'makes us most money|make us most money|brings us the most revenue|bring us the most revenue',
    'earns us the most money|earn us the most money|makes us the most|make us the most',
    'do we earn most from|do we earn the most from|contributes the most|contribute the most',
    'generates the most revenue|generate the most revenue|brings in the most income|bring in the most income',
  ),
  says('bottom by contribution', 'least profitable|contributes the least|contribute the least'),
  says(
    'bottom by contribution',
    'earns us the least|earn us the least|makes us the least money|make us the least money',
  ),
  says(
    'contribution below 0',
    'cost us money|costs us money|costing us money|losing us money|we lose money on|do we lose money on',
    'not profitable|make us a loss|makes us a loss|with negative profitability|that make a loss for us',
  ),
  says('contribution', 'profitability|how profitable'),
  says(
    'highest net inflow',
    'brought us the most money',
    'brought us the most new money|brought in most new money|brought in the most fresh money',
  ),
  says(
    'total maturing amount',
    'how much is maturing|how much money is maturing|how much matures|how much will mature',
    'how much money matures|how much is coming due|how much comes due|how much falls due|how much money falls due',
    'how much is falling due|how much rolls off|how much is up for maturity',
  ),
];

const lifted: readonly Idiom[] = [
  says(
    'closest to moving up',
    'about to be upgraded|ready for an upgrade|near an upgrade|could be upgraded soon|next in line for an upgrade',
    'on the verge of an upgrade|about to be promoted to the next tier|near promotion|nearing an upgrade',
    'close to being upgraded|close to being promoted|almost ready for an upgrade|close to a promotion',
    'next to be upgraded|next to be promoted|nearest an upgrade|nearest to the next tier|closest to the next tier',
  ),
  says(
    'gap to next tier',
    'need to get to the next tier|need to reach the next tier|need for the next tier',
    'need to move up a tier|need to qualify for the next tier|need to make the next tier',
    'missing to the next tier|lack for the next tier|needed for the next tier|needed to reach the next tier',
  ),
  says(
    'tier overridden',
    'tiers were set by hand|tier is set by hand|tier was changed by hand',
    'tier was set manually|tier set manually|tier is set manually|tier was changed manually|tier changed by hand',
    'tier changed manually|manual override|manual overrides|manually set tier|manually changed tier',
  ),
];

const known: readonly Idiom[] = [
  says(
    'product gap',
    'who could use|who could do with|that could use|that could do with|who would benefit from',
    'who could benefit from|that would benefit from|that could benefit from',
  ),
  says('age of client', 'how old is client'),
  says(
    'age of my clients',
    'how old are my clients|how old are the clients|how old are our clients',
  ),
  says(
    'sorted by onboarded on oldest first',
    'oldest relationships|longest relationships|longest relationship|most loyal clients by years with us',
  ),
  says('relations of client', 'related to client|connected to client|linked to client'),
  says('household of client', 'family of client|family members of client|same household as client'),
  says(
    'owner of a company',
    'with companies banking with us|with a company banking with us|whose company banks with us',
    'whose companies bank with us|whose business banks with us|whose company is our client',
    'whose company is a client|whose business is a client|whose company is one of our clients',
  ),
  says('severe open complaints', 'severe complaints still open|serious complaints still open'),
];

export const askedIdioms: readonly Idiom[] = [...reached, ...earned, ...lifted, ...known];
