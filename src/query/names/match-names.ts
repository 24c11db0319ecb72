/** Decides which clients a typed name can mean: the same name, the same sound, the surname, or one slip away. */
import { isHan, isOneEdit, plainName, soundOf, soundsTyped } from './spelling.ts';
import { withoutTitle } from './title.ts';

export type NamedClient = { clientId: string; name: string };

/** `near`: nobody is called so, these are one slip away; they are offered, never taken for the one meant. */
export type Matched = { how: 'named' | 'near'; found: NamedClient[] };

const HAN_SLIP_LENGTH_MIN = 3;
const LETTERS_SLIP_LENGTH_MIN = 5;
const PART_HAN_MIN = 2;
const PART_LETTERS_MIN = 3;

type Test = (typed: string, plain: string) => boolean;

const isSame: Test = (typed, plain) => typed === plain;

/** 华盛贸易 is part of 深圳市华盛贸易有限公司; "chen" is a word of "David Chen". */
const isPart: Test = (typed, plain) => {
  if (isHan(typed))
    return typed.length >= PART_HAN_MIN && plain.length > 3 && plain.includes(typed);
  return typed.length >= PART_LETTERS_MIN && ` ${plain} `.includes(` ${typed} `);
};

const soundsSame: Test = (typed, plain) =>
  !isHan(typed) && soundsTyped(typed).includes(soundOf(plain));

const PERSON_HAN_MAX = 4;
const COMPOUND_SURNAME = /^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯)/;

const surnameOf = (plain: string): string => COMPOUND_SURNAME.exec(plain)?.[0] ?? plain.slice(0, 1);

const hasSurname: Test = (typed, plain) => {
  if (isHan(plain)) {
    if (plain.length > PERSON_HAN_MAX) return false;
    const surname = surnameOf(plain);
    return isHan(typed) ? surname === typed : soundOf(surname) === soundOf(typed);
  }
  const words = plain.split(' ');
  return words[0] === typed || words.at(-1) === typed;
};

/** 张维 for 张伟 sounds the same; "Sara Chan" for "Sarah Chan" is one letter less. */
const isSlip: Test = (typed, plain) => {
  if (isHan(typed) && isHan(plain)) {
    if (soundOf(typed) === soundOf(plain)) return true;
    const long = typed.length >= HAN_SLIP_LENGTH_MIN && plain.length >= HAN_SLIP_LENGTH_MIN;
    return long && typed[0] === plain[0] && isOneEdit(typed, plain);
  }
  const sound = soundOf(plain);
  if (isHan(typed) || sound.length < LETTERS_SLIP_LENGTH_MIN) return false;
  return soundsTyped(typed).some((one) => isOneEdit(one, sound));
};

const TESTS: readonly [Test, Matched['how']][] = [
  [isSame, 'named'],
  [soundsSame, 'named'],
  [isPart, 'named'],
  [isSlip, 'near'],
];

const WITH_TITLE: readonly [Test, Matched['how']][] = [
  [isSame, 'named'],
  [hasSurname, 'named'],
  [soundsSame, 'named'],
  [isSlip, 'near'],
];

/** All clients of the first way of matching that fits any; null = the name fits none. */
export const matchNames = (text: string, clients: readonly NamedClient[]): Matched | null => {
  const { name, titled } = withoutTitle(text.normalize('NFKC').trim());
  const typed = plainName(name);
  if (typed === '') return null;
  const plain = clients.map((client) => ({ client, name: plainName(client.name) }));
  for (const [test, how] of titled ? WITH_TITLE : TESTS) {
    const found = plain.filter((one) => test(typed, one.name)).map(({ client }) => client);
    if (found.length > 0) return { how, found };
  }
  return null;
};
