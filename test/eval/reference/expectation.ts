/** Works out from the facts what a question's answer must be: ids, a number, groups, a client; or that there is none. */
import type { Bank } from './bank-facts.ts';
import { factOf, type Value } from './facts.ts';
import type { ClientRow } from './tables.ts';
import { meets, type Where } from './where.ts';

export type NumberExpect =
  | { count: Where }
  | { value: [how: 'sum' | 'average' | 'median' | 'max' | 'min', fact: string]; where?: Where }
  | { share: Where; of?: Where; fact?: string };

export type Expect =
  | NumberExpect
  | { clients: Where; sort?: [fact: string, direction: 'asc' | 'desc']; limit?: number }
  | { groups: string[]; where?: Where; measures?: [how: 'sum' | 'average', fact: string][] }
  | { compare: [before: NumberExpect, now: NumberExpect] }
  | { client: string; fact?: string }
  | { explain: string }
  | { answered: true }
  | { refused: string[] }
  | { clarify: true }
  | { notUnderstood: string[] }
  | { declined: true }
  | { anyOf: Expect[] };

export type ExpectedGroup = { keys: Value[]; count: number; measures: (number | null)[] };

export type Expected =
  | { kind: 'clients'; ids: string[]; ordered: boolean; total: number }
  | { kind: 'number'; value: number | null }
  | { kind: 'groups'; groups: ExpectedGroup[] }
  | { kind: 'compare'; before: number | null; now: number | null }
  | { kind: 'client'; id: string; value: Value | undefined }
  | { kind: 'answered' }
  | { kind: 'refused'; reasons: string[] }
  | { kind: 'clarify' }
  | { kind: 'notUnderstood'; words: string[] }
  | { kind: 'declined' }
  | { kind: 'notAssessed' }
  | { kind: 'anyOf'; any: Expected[] };

/** What is asked about: a bank, whose clients, and who the placeholders of the set are. */
export type Setting = { bank: Bank; book: ClientRow[]; roles: ReadonlyMap<string, ClientRow> };

const CLOSED = /"closedOn"/;

/** Closed clients are left out unless the condition speaks of closing (rules.md, "my clients"). */
const inBook = ({ bank, book }: Setting, where: Where): ClientRow[] => {
  const open = CLOSED.test(JSON.stringify(where))
    ? book
    : book.filter((client) => factOf(bank, client, 'closedOn') === null);
  return open.filter((client) => meets(bank, client, where));
};

const numbers = (bank: Bank, clients: ClientRow[], fact: string): number[] =>
  clients.map((client) => factOf(bank, client, fact)).filter((value) => typeof value === 'number');

const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};

const reduce = (how: string, values: number[]): number | null => {
  if (how === 'sum') return total(values);
  if (values.length === 0) return null;
  if (how === 'average') return total(values) / values.length;
  if (how === 'median') return median(values);
  return how === 'max' ? Math.max(...values) : Math.min(...values);
};

const shareOf = (
  setting: Setting,
  { share, of = null, fact }: { share: Where; of?: Where; fact?: string },
) => {
  const whole = inBook(setting, of);
  const part = whole.filter((client) => meets(setting.bank, client, share));
  const size = (clients: ClientRow[]) =>
    fact ? total(numbers(setting.bank, clients, fact)) : clients.length;
  return whole.length === 0 ? null : (size(part) / size(whole)) * 100;
};

const numberOf = (setting: Setting, expect: NumberExpect): number | null => {
  if ('count' in expect) return inBook(setting, expect.count).length;
  if ('share' in expect) return shareOf(setting, expect);
  const [how, fact] = expect.value;
  return reduce(how, numbers(setting.bank, inBook(setting, expect.where ?? null), fact));
};

const byId = (a: ClientRow, b: ClientRow): number => (a.id < b.id ? -1 : 1);

/** Unknown comes last in either direction; ties go to the lower id. */
const byFact =
  (bank: Bank, fact: string, direction: 'asc' | 'desc') => (a: ClientRow, b: ClientRow) => {
    const [x, y] = [factOf(bank, a, fact), factOf(bank, b, fact)];
    if (x === y) return byId(a, b);
    if (x === null || y === null) return x === null ? 1 : -1;
    const sign = x < y ? -1 : 1;
    return direction === 'asc' ? sign : -sign;
  };

const clientsOf = (setting: Setting, expect: Extract<Expect, { clients: Where }>): Expected => {
  const found = inBook(setting, expect.clients);
  const [fact, direction = 'desc'] = expect.sort ?? [];
  const sorted = found.toSorted(fact ? byFact(setting.bank, fact, direction) : byId);
  const ids = sorted.slice(0, expect.limit).map(({ id }) => id);
  return { kind: 'clients', ids, ordered: fact !== undefined, total: found.length };
};

const groupsOf = (setting: Setting, expect: Extract<Expect, { groups: string[] }>): Expected => {
  const { bank } = setting;
  const keysOf = (client: ClientRow) => expect.groups.map((fact) => factOf(bank, client, fact));
  const found = inBook(setting, expect.where ?? null);
  const groups = Map.groupBy(found, (client) => JSON.stringify(keysOf(client)));
  return {
    kind: 'groups',
    groups: [...groups].map(([keys, clients]) => ({
      keys: JSON.parse(keys),
      count: clients.length,
      measures: (expect.measures ?? []).map(([how, fact]) =>
        reduce(how, numbers(bank, clients, fact)),
      ),
    })),
  };
};

const oneClient = ({ bank, roles }: Setting, role: string, fact: string | undefined): Expected => {
  const client = roles.get(role);
  if (!client) throw new Error(`No client plays ${role}.`);
  return { kind: 'client', id: client.id, value: fact && factOf(bank, client, fact) };
};

/** Facts that come from one table alone; without it they are unknown, which is neither zero nor never. */
const NEEDS: Record<string, RegExp> = {
  contacts: /"(lastContactOn|contactGap|contactOverdue|contacts[:@])/,
  surveys: /"csat"/,
  logins: /"logins/,
};

/** Columns of the client's record that a bank may leave empty throughout. */
const COLUMNS = ['occupation', 'industry', 'riskAppetite', 'preferredChannel', 'wechat'] as const;

const lacksColumn = ({ clients }: Bank, expect: Expect): boolean =>
  COLUMNS.some(
    (column) =>
      JSON.stringify(expect).includes(`"${column}"`) &&
      clients.every((client) => client[column] === null),
  );

const lacksTable = (bank: Bank, expect: Expect): boolean =>
  Object.entries(NEEDS).some(
    ([table, facts]) => !bank.delivered.has(table) && facts.test(JSON.stringify(expect)),
  );

/** What must come out for this question of this bank. */
export const expected = (setting: Setting, expect: Expect): Expected => {
  if (lacksTable(setting.bank, expect) || lacksColumn(setting.bank, expect))
    return { kind: 'notAssessed' };
  if ('clients' in expect) return clientsOf(setting, expect);
  if ('groups' in expect) return groupsOf(setting, expect);
  if ('compare' in expect) {
    const [before, now] = expect.compare.map((one) => numberOf(setting, one));
    return { kind: 'compare', before: before ?? null, now: now ?? null };
  }
  if ('client' in expect) return oneClient(setting, expect.client, expect.fact);
  if ('explain' in expect) return oneClient(setting, expect.explain, undefined);
  if ('refused' in expect) return { kind: 'refused', reasons: expect.refused };
  if ('notUnderstood' in expect) return { kind: 'notUnderstood', words: expect.notUnderstood };
  if ('anyOf' in expect)
    return { kind: 'anyOf', any: expect.anyOf.map((one) => expected(setting, one)) };
  if ('answered' in expect) return { kind: 'answered' };
  if ('clarify' in expect) return { kind: 'clarify' };
  if ('declined' in expect) return { kind: 'declined' };
  return { kind: 'number', value: numberOf(setting, expect) };
};
