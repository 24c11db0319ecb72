/** Phone, e-mail, address and WeChat of a client. English phones lie in the range reserved for fiction. */

import { CITIES, STREETS } from './names.ts';
import type { PlannedClient } from './plan-book.ts';
import type { Random } from './random.ts';

export type ContactData = { phone: string; email: string; address: string; wechat: string };

const NOTHING: ContactData = { phone: '', email: '', address: '', wechat: '' };
/** No number plan has the phone, and the e-mail has no domain. */
const UNUSABLE: ContactData = { phone: '00000000', email: 'unknown@', address: '', wechat: '' };

const MOBILE_PREFIXES = ['136', '138', '139', '150', '158', '177', '186', '189'] as const;

const phoneOf = (client: PlannedClient, random: Random): string => {
  const digits = (count: number) => String(random.int(0, 10 ** count - 1)).padStart(count, '0');
  if (client.archetype.kind === 'corporate') return `+86 21 5555 ${digits(4)}`;
  if (client.language === 'en') return `+44 7700 900${digits(3)}`;
  return `+86 ${random.pick(MOBILE_PREFIXES)}0000${digits(4)}`;
};

const addressOf = (client: PlannedClient, random: Random): string => {
  const city = random.pick(CITIES);
  const street = random.pick(STREETS);
  const number = random.int(1, 988);
  return client.language === 'zh'
    ? `${city.native}${street.native}${number}号`
    : `${number} ${street.latin.replaceAll('_', ' ')}, ${city.latin}`;
};

/** All of it for most; now and then one is missing, never all unless the archetype says so. */
export const contactData = (client: PlannedClient, random: Random): ContactData => {
  const { redList } = client.archetype.record ?? {};
  if (redList) return redList === 'empty' ? NOTHING : UNUSABLE;
  const company = client.archetype.kind === 'corporate';
  return {
    phone: phoneOf(client, random),
    email: random.chance(0.7) ? `client${client.id}@mail.example` : '',
    address: random.chance(0.85) ? addressOf(client, random) : '',
    wechat: !company && random.chance(0.6) ? `wx_${client.id}` : '',
  };
};
