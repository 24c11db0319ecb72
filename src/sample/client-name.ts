/** Draws names of people and companies, Chinese or English. */
import type { ClientKind } from '../domain/client.ts';
import {
  CHINESE_GIVEN_NAMES,
  CHINESE_SURNAMES,
  COMPANY_PLACES,
  COMPANY_TRADES,
  COMPANY_WORDS,
  ENGLISH_FIRST_NAMES,
  ENGLISH_LAST_NAMES,
} from './names.ts';
import type { Random } from './random.ts';

export type Language = 'zh' | 'en';
/** `industry` is null for a person. */
export type DrawnName = { name: string; language: Language; industry: string | null };

const CHINESE_SHARE = 0.85;

const personName = (language: Language, random: Random): string => {
  const surname = random.pick(CHINESE_SURNAMES);
  const given = random.pick(CHINESE_GIVEN_NAMES);
  if (language === 'zh') return surname.native + given.native;
  if (random.chance(0.3)) return `${surname.latin} ${given.latin}`;
  return `${random.pick(ENGLISH_FIRST_NAMES)} ${random.pick(ENGLISH_LAST_NAMES)}`;
};

const companyName = (language: Language, random: Random) => {
  const industry = random.pick(Object.keys(COMPANY_TRADES));
  const trade = COMPANY_TRADES[industry] ?? { native: '', latin: '' };
  const place = random.pick(COMPANY_PLACES);
  const word = random.pick(COMPANY_WORDS);
  const name =
    language === 'zh'
      ? `${place.native}${word.native}${trade.native}有限公司`
      : `${place.latin} ${word.latin} ${trade.latin} Co., Ltd.`;
  return { name, industry };
};

export const clientName = (kind: ClientKind, random: Random): DrawnName => {
  const language = random.chance(CHINESE_SHARE) ? 'zh' : 'en';
  if (kind === 'corporate') return { language, ...companyName(language, random) };
  return { language, name: personName(language, random), industry: null };
};
