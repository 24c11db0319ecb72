/** Branches and staff: a head office, branches of two managers, a head each, and those who check. */
import type { Locale, Role } from '../domain/actor.ts';
import {
  CHINESE_GIVEN_NAMES,
  CHINESE_SURNAMES,
  ENGLISH_FIRST_NAMES,
  ENGLISH_LAST_NAMES,
} from './names.ts';
import type { Random } from './random.ts';

export type Branch = { id: string; name: string; parentId: string };
export type Person = {
  managerId: string;
  name: string;
  email: string;
  role: Role;
  branchId: string;
  reportsTo: string;
  locale: Locale;
  timezone: string;
};
export type Staff = { branches: Branch[]; people: Person[]; managers: Person[] };

const HEAD_OFFICE = 'B00';
const BRANCH_NAMES = [
  '陆家嘴支行 Lujiazui Branch',
  '静安支行 Jing’an Branch',
  '中环支行 Central Branch',
  '苏州分行 Suzhou Branch',
  '西湖支行 West Lake Branch',
  '徐汇支行 Xuhui Branch',
];
const MANAGERS_PER_BRANCH = 2;

type Draft = Pick<Person, 'name' | 'email' | 'locale' | 'timezone'>;
const zh = (name: string, mailbox: string): Draft => ({
  name,
  email: `${mailbox}@bank.example`,
  locale: 'zh-CN',
  timezone: 'Asia/Shanghai',
});
const en = (name: string, mailbox: string, timezone: string): Draft => ({
  ...zh(name, mailbox),
  locale: 'en',
  timezone,
});

const FIRST_MANAGERS: readonly Draft[] = [
  zh('陈静', 'chen.jing'),
  en('Emily Carter', 'emily.carter', 'Asia/Hong_Kong'),
  zh('王磊', 'wang.lei'),
  en('Daniel Wong', 'daniel.wong', 'Asia/Hong_Kong'),
  en('Priya Sharma', 'priya.sharma', 'Europe/London'),
];
const FIRST_HEADS: readonly Draft[] = [
  zh('林志远', 'lin.zhiyuan'),
  en('Margaret Lau', 'margaret.lau', 'Asia/Hong_Kong'),
  zh('郭雪梅', 'guo.xuemei'),
];

/** A person beyond the named ones; the number keeps the e-mail address unique. */
const drawPerson = (number: number, random: Random): Draft => {
  const surname = random.pick(CHINESE_SURNAMES);
  const given = random.pick(CHINESE_GIVEN_NAMES);
  if (number % 2 === 0) {
    const mailbox = `${surname.latin}.${given.latin}${number}`.toLowerCase();
    return zh(surname.native + given.native, mailbox);
  }
  const first = random.pick(ENGLISH_FIRST_NAMES);
  const last = random.pick(ENGLISH_LAST_NAMES);
  const mailbox = `${first}.${last}${number}`.toLowerCase().replace(/[^a-z0-9.]/g, '');
  return en(`${first} ${last}`, mailbox, 'Asia/Hong_Kong');
};

const id = (letter: string, index: number) => `${letter}${String(index + 1).padStart(3, '0')}`;

const staffMember = (
  draft: Draft,
  place: Pick<Person, 'managerId' | 'role' | 'branchId' | 'reportsTo'>,
): Person => ({ ...place, ...draft });

const headOffice = (): Person[] => {
  const at = (managerId: string, role: Role, reportsTo = 'P001') => ({
    managerId,
    role,
    branchId: HEAD_OFFICE,
    reportsTo,
  });
  return [
    staffMember(zh('徐文涛', 'xu.wentao'), at('P001', 'president', '')),
    staffMember(zh('高岚', 'gao.lan'), at('D001', 'department_head')),
    staffMember(en('Helen Fraser', 'helen.fraser', 'Europe/London'), at('C001', 'compliance')),
    staffMember(zh('丁一', 'ding.yi'), at('A001', 'admin')),
  ];
};

/** The staff of a bank with so many relationship managers; `managers` are those of `people` with a book, in order. */
export const planStaff = (managerCount: number, random: Random): Staff => {
  const branchCount = Math.max(2, Math.ceil(managerCount / MANAGERS_PER_BRANCH));
  const branchId = (index: number) => `B${String(index + 1).padStart(2, '0')}`;
  const branches = Array.from({ length: branchCount }, (_, index) => ({
    id: branchId(index),
    name: BRANCH_NAMES[index] ?? `第${index + 1}支行 Branch ${index + 1}`,
    parentId: HEAD_OFFICE,
  }));
  const heads = branches.map((branch, index) =>
    staffMember(FIRST_HEADS[index] ?? drawPerson(index + 5_000, random), {
      managerId: id('H', index),
      role: 'branch_head',
      branchId: branch.id,
      reportsTo: 'P001',
    }),
  );
  const managers = Array.from({ length: managerCount }, (_, index) =>
    staffMember(FIRST_MANAGERS[index] ?? drawPerson(index + 1, random), {
      managerId: id('M', index),
      role: 'relationship_manager',
      branchId: branchId(Math.floor(index / MANAGERS_PER_BRANCH)),
      reportsTo: id('H', Math.floor(index / MANAGERS_PER_BRANCH)),
    }),
  );
  const root = { id: HEAD_OFFICE, name: '总行 Head Office', parentId: '' };
  return {
    branches: [root, ...branches],
    people: [...headOffice(), ...heads, ...managers],
    managers,
  };
};
