/** A database that counts its statements and says how long each kind of them was waited for. */
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Connection, Database, Sql } from '../../../src/db/database.ts';
import * as schema from '../../../src/db/schema/index.ts';

/** What a question asks the database for; the first pattern that a statement's text meets names it. */
const PARTS: readonly [part: string, of: RegExp][] = [
  ['identity', /"(slack_people|managers|preferences)"\."/],
  ['standing', /from "(nightly_runs|settings)"/],
  ['thread', /"conversations"/],
  ['scope', /enter_scope|set transaction|from "(covers|feeds)"/],
  ['receipt', /insert into "receipts"/],
];
const NAMES = /position\(lower|select "client_id", "name" from "clients"/;

export type Spent = { ms: number; statements: number };
export type Stopwatch = { parts: Map<string, Spent>; reset: () => void };

const partOf = (text: string): string => {
  if (/client_state/.test(text)) return 'answer';
  if (NAMES.test(text)) return 'names';
  return PARTS.find(([, of]) => of.test(text))?.[0] ?? 'other';
};

export const createStopwatch = (): Stopwatch => {
  const parts = new Map<string, Spent>();
  return { parts, reset: () => parts.clear() };
};

const timed = (sql: Sql, { parts }: Stopwatch): Sql => {
  const unsafe = (text: string, ...more: []) => {
    const startedMs = performance.now();
    const query = sql.unsafe(text, ...more);
    const record = (): void => {
      const spent = parts.get(partOf(text)) ?? { ms: 0, statements: 0 };
      const ms = spent.ms + performance.now() - startedMs;
      parts.set(partOf(text), { ms, statements: spent.statements + 1 });
    };
    query.then(record, record);
    return query;
  };
  type Begin = (tx: Sql) => Promise<unknown>;
  const begin = (...words: (string | Begin)[]) => {
    const work = words.pop() as Begin;
    return sql.begin(...(words as [string]), (tx) =>
      work(timed(tx as unknown as Sql, { parts, reset: () => {} })),
    );
  };
  return new Proxy(sql, {
    get: (target, key) => {
      if (key === 'unsafe') return unsafe;
      return key === 'begin' ? begin : Reflect.get(target, key);
    },
  });
};

const timedConnection = ({ sql }: Connection, watch: Stopwatch): Connection => {
  const watched = timed(sql, watch);
  return { sql: watched, orm: drizzle(watched, { schema }) };
};

export const timedDatabase = (database: Database, watch: Stopwatch): Database => ({
  service: timedConnection(database.service, watch),
  reader: timedConnection(database.reader, watch),
  close: database.close,
});
