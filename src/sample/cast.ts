/** Clients with a fixed name, number or place: the ones that examples and questions speak of, and hostile names. */
import type { Tier } from '../domain/client.ts';

export type CastMember = {
  name: string;
  archetype: string;
  tier?: Tier;
  /** Client number, in whichever book holds it. */
  number?: number;
  /** Or the book (0 = first manager). */
  book?: number;
  language: 'zh' | 'en';
};

/** 张伟 twice in the first book and once in the second; other names are unique. */
export const CAST: readonly CastMember[] = [
  { name: '张伟', archetype: 'premier_steady', number: 10120, language: 'zh' },
  { name: '张伟', archetype: 'watch_person', number: 10480, language: 'zh' },
  { name: '刘建国', archetype: 'key_steady', number: 10345, language: 'zh' },
  { name: '孙丽', archetype: 'premier_steady', number: 10346, language: 'zh' },
  { name: '华盛贸易有限公司', archetype: 'class_2_steady', number: 10347, language: 'zh' },
  { name: '王芳', archetype: 'kyc_overdue', book: 0, language: 'zh' },
  { name: '李强', archetype: 'nearly_promoted', tier: 'key', book: 0, language: 'zh' },
  { name: '吴晓玲', archetype: 'nearly_promoted', tier: 'premier', book: 0, language: 'zh' },
  { name: '陈国栋', archetype: 'demoted', tier: 'premier', book: 0, language: 'zh' },
  { name: 'Li Na', archetype: 'quality_salary', book: 0, language: 'en' },
  { name: '<!channel> Ltd', archetype: 'class_3_trading', book: 0, language: 'en' },
  { name: 'A & B <Trading>', archetype: 'class_3_trading', book: 0, language: 'en' },
  { name: 'محمد عبد الله', archetype: 'quality_salary', book: 0, language: 'en' },
  { name: '🍀 Lucky Bakery', archetype: 'class_3_trading', book: 0, language: 'en' },
  { name: '=HYPERLINK("x")', archetype: 'mass_salary', book: 0, language: 'en' },
  { name: '张伟', archetype: 'key_steady', book: 1, language: 'zh' },
  { name: 'Zhang Wei', archetype: 'quality_salary', book: 1, language: 'en' },
  { name: '赵敏', archetype: 'key_steady', book: 1, language: 'zh' },
  {
    name: 'Mr Chen <b>Guodong</b>',
    archetype: 'demoted',
    tier: 'premier',
    book: 1,
    language: 'en',
  },
  { name: '何秀英', archetype: 'churn_high', number: 10877, language: 'zh' },
  { name: '高峰', archetype: 'quality_salary', number: 10881, language: 'zh' },
  { name: '*Bold* _Corp_ ~Ltd~', archetype: 'class_3_trading', book: 1, language: 'en' },
];
