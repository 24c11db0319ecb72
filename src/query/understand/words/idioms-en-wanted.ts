/** English idioms of what is wanted of clients: figures, orders, one client. */
import { type Idiom, says } from './idiom.ts';

/** The growth of a figure is an amount, the clients whose figure grew are others. */
const grown = (figure: string, ...names: string[]): Idiom[] => [
  says(`total ${figure} change`, ...names.map((name) => `growth of ${name}|growth in ${name}`)),
  says(
    `total ${figure} change by`,
    ...names.map((name) => `${name} growth by|growth of ${name} by`),
  ),
];

const DONE = [
  'did i make',
  'did we make',
  'have i made',
  'have we made',
  'did i have',
  'did we have',
  'did we get',
];

/** "How many calls" counts calls, not clients. */
const howOften = (counted: string, ...names: string[]): Idiom =>
  says(
    `total number of ${counted}`,
    ...names.flatMap((name) => ['', ...DONE].map((done) => `how many ${name} ${done}`)),
  );

export const wantedIdioms: readonly Idiom[] = [
  howOften('calls', 'calls', 'phone calls'),
  howOften('visits', 'visits', 'meetings'),
  howOften('contacts', 'contacts', 'conversations'),
  howOften('complaints', 'complaints'),
  howOften('messages', 'messages'),
  howOften('emails', 'emails'),
  howOften('maturities', 'maturities'),
  says(
    'total number of open complaints',
    'how many complaints are open|how many complaints are still open|how many open complaints',
    'how many complaints are unresolved|how many unresolved complaints|how many complaints do i have open',
  ),
  ...grown('AUM', 'AUM', 'assets', 'my AUM', 'my assets', 'my book'),
  ...grown('deposit', 'deposits', 'my deposits', 'deposit'),
  ...grown('investment', 'investments', 'my investments', 'investment'),
  says(
    'rated',
    'counts as|count as|counted as|qualifies as|qualify as|is considered|are considered',
  ),
  says('owner of a company', 'owners of our corporate clients|owners of my corporate clients'),
  says('owner of a company', 'owners of corporate clients|owner of a corporate client'),
  says(
    'owner of a company',
    'who own one of our corporate clients|owns one of our corporate clients',
  ),
  says('how much', 'by how much'),
  says('whose AUM fell most', 'lost the most money|lost most money'),
  says('fell most', 'lost the most|dropped the most|fell the most|shrank most|lost most'),
  says('fell most', 'shrank the most|declined the most|decreased the most|went down the most'),
  says('fell most', 'fell hardest|fell the hardest|dropped hardest|fell furthest|fell fastest'),
  says(
    'rose most',
    'gained the most|gained most|grew the most|rose the most|grew most|went up the most',
  ),
  says(
    'rose most',
    'increased the most|grew fastest|grew the fastest|rose fastest|rose the fastest',
  ),
  says('open complaint', 'complaints still open|complaint still open|outstanding complaints'),
  says('open alert', 'alerts are open|alerts are still open|outstanding alerts|live alerts'),
  says('open alert', 'alerts i have not acted on|alerts not acted on|alerts waiting for me'),
  says(
    'open alert',
    'unhandled alerts|pending alerts|alerts i have not dealt with|unresolved alerts',
  ),
  says('open complaint', 'unresolved complaint|unresolved complaints|pending complaint'),
  says('KYC due', 'KYC lapses|KYC comes up for review'),
  says('satisfaction', 'gave us a score|gave us a rating|gave us a mark'),
  says(
    'tier overridden',
    'was overridden|were overridden|has been overridden|have been overridden',
  ),
  says('contact due', 'due for contact|due for a contact|due to be contacted'),
  says(
    'onboarded',
    'with us for|been with us for|been clients for|been a client for|been customers for',
  ),
  says(
    'sorted by onboarded on oldest first',
    'longest standing|longest serving|earliest onboarded',
  ),
  says('sorted by onboarded on oldest first', 'been with us longest|been with us the longest'),
  says('sorted by onboarded on newest first', 'most recently onboarded|newest|most recent clients'),
  says('RFM recency 5 and RFM frequency 5 and RFM monetary 5', 'RFM 555|RFM of 555|RFM score 555'),
  says('top clients by', 'best clients by|best customers by'),
  says('contribution below 0', 'unprofitable|loss making|that lose us money'),
  says('tell me about', 'everything about|all about|what do we know about|what do you know about'),
  says('tell me about', 'give me the full picture of|the full picture of|fill me in on'),
  says('2 times', 'twice'),
  says('age of', 'how old is|how old was'),
];
