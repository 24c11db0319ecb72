/** What people read: one key each, in English and Simplified Chinese, the same keys and parameters by type. */
import type { Locale } from '../domain/actor.ts';
import type { Problem } from '../domain/result.ts';

// biome-ignore lint/suspicious/noExplicitAny: a message takes whatever its own parameters are
type Message = string | ((...parameters: any[]) => string);
export type Messages = Record<string, Message>;

/** Holds the two languages of one area; the type checker refuses a key or parameter that only one has. */
export type Catalog<T extends Messages> = Record<Locale, T>;

type Widened<T extends Messages> = { [K in keyof T]: T[K] extends string ? string : T[K] };

export const catalog = <T extends Messages>(en: T, zh: Widened<T>): Catalog<Widened<T>> => ({
  en: en as Widened<T>,
  'zh-CN': zh,
});

/** A Problem whose two sentences come from a catalog; `pick` is called once a language. */
export const problem = <T extends Messages>(
  code: string,
  from: Catalog<T>,
  pick: (messages: T) => string,
): Problem => ({ code, en: pick(from.en), zh: pick(from['zh-CN']) });

/** The sentence of a Problem in the reader's language. */
export const sentence = (of: Problem, locale: Locale): string =>
  locale === 'zh-CN' ? of.zh : of.en;
