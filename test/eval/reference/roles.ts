/** Casts the clients that questions name: `{zh}` becomes a name, `{zh.id}` its number, and the expectation knows who. */
import type { Bank } from './bank-facts.ts';
import { factOf } from './facts.ts';
import type { ClientRow } from './tables.ts';
import { meets, type Where } from './where.ts';

/** `whose`: the asker's own client, or one whom the asker may not see. `name`: what the name looks like. */
export type Role = { whose: 'own' | 'other'; name: string; where?: Where };

const HAN = '^\\p{Script=Han}{3}$';
const LATIN = '^[A-Z][a-z]+ [A-Z][a-z]+$';
/** Somebody else's Latin name that is no Chinese name of the asker's book spelt out. */
const WESTERN = '^(?!Zhang|Li|Wang|Mr)[A-Z][a-z]+ [A-Z][a-z]+$';
const COMPANY = '\\p{Script=Han}{4,}';

const ROLES: Record<string, Role> = {
  zh: { whose: 'own', name: HAN, where: ['tier', 'in', ['quality', 'key', 'premier']] },
  zh2: { whose: 'own', name: HAN, where: ['tier', 'in', ['potential', 'mass']] },
  en: { whose: 'own', name: LATIN, where: ['lines', 'has', 'demand_deposit'] },
  company: { whose: 'own', name: COMPANY, where: ['kind', '=', 'corporate'] },
  risky: { whose: 'own', name: HAN, where: ['churnScore', '>=', 40] },
  fallen: { whose: 'own', name: HAN, where: ['movedDown@last 4m'] },
  home: { whose: 'own', name: '.', where: ['household', 'known'] },
  raised: { whose: 'own', name: '.', where: ['override'] },
  other: { whose: 'other', name: HAN },
  otherEn: { whose: 'other', name: WESTERN },
};

/** No other client's name holds this one, so that naming it is naming one client. */
const isDistinct = (bank: Bank, { id, name }: ClientRow): boolean =>
  bank.clients.every((other) => other.id === id || !other.name.includes(name));

const cast = (bank: Bank, own: ReadonlySet<string>, role: Role): ClientRow | undefined => {
  const looks = new RegExp(role.name, 'u');
  return bank.clients
    .filter((client) => own.has(client.id) === (role.whose === 'own') && looks.test(client.name))
    .filter((client) => factOf(bank, client, 'closedOn') === null && isDistinct(bank, client))
    .find((client) => meets(bank, client, role.where ?? null));
};

export const castRoles = (bank: Bank, book: ClientRow[]): Map<string, ClientRow> => {
  const own = new Set(book.map(({ id }) => id));
  const found = Object.entries(ROLES).map(([name, role]) => [name, cast(bank, own, role)] as const);
  return new Map(found.filter((entry): entry is [string, ClientRow] => entry[1] !== undefined));
};

const PLACEHOLDER = /\{(\w+)(\.id)?\}/g;

/** The question as it is asked of this bank; null where nobody plays a part that it names. */
export const fillIn = (text: string, roles: ReadonlyMap<string, ClientRow>): string | null => {
  const missing = [...text.matchAll(PLACEHOLDER)].some(([, role = '']) => !roles.has(role));
  if (missing) return null;
  return text.replace(PLACEHOLDER, (_, role: string, id?: string) => {
    const client = roles.get(role);
    return (id ? client?.id : client?.name) ?? '';
  });
};
