/** English turns of phrase for what is owed, for silence and for what ends, each beside the wording that the rules know. */
import { type Idiom, says } from './idiom.ts';

const owed: readonly Idiom[] = [
  says('owes us', 'owing us|owing the bank|borrowing from us|borrows from us|borrow from us'),
  ...(['more than', 'over', 'at least', 'less than', 'under'] as const).map((limit) =>
    says(`owes us ${limit}`, `owes ${limit}|owe ${limit}|owing ${limit}|borrowed ${limit}`),
  ),
  says('highest debt', 'owes us the most|owe us the most|owes the most|owes us most|owe us most'),
  says(
    'highest debt',
    'owes the bank the most|biggest borrowers|largest borrowers|biggest debtors',
  ),
];

const silent: readonly Idiom[] = [
  says(
    'most days since last contact',
    'gone the longest without a contact|gone longest without a contact',
  ),
  says('most days since last contact', 'the longest without contact|longest without a contact'),
  says('most days since last contact', 'not contacted the longest|not contacted for longest'),
];

const ending: readonly Idiom[] = [
  says('kyc falls due', 'kyc runs out|kyc running out|kyc will run out'),
  says(
    'not maturing',
    'nothing maturing|nothing falling due|nothing coming due|nothing that matures',
  ),
  says('overrides expiring', 'manual overrides expiring|manual override expiring'),
  says('overrides expiring', 'tier overrides expiring|manual tier overrides expiring'),
  says('salary stopped', 'stopped paying in their salary|stopped getting their salary with us'),
];

const arrived: readonly Idiom[] = [
  says('referred by somebody', 'came via referral|came via a referral|came to us by referral'),
  says(
    'referred by somebody',
    'came to us via referral|came to us via a referral|came by a referral',
  ),
  says('referred by somebody', 'sent to us by another client|recommended by another client'),
];

const known: readonly Idiom[] = [
  says('no valid phone', 'phone is missing|phone number is missing|missing phone'),
  says('no valid email', 'email is missing|email address is missing|email address missing'),
];

export const englishTurns: readonly Idiom[] = [...owed, ...silent, ...ending, ...arrived, ...known];
