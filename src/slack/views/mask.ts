/** How a name and an amount look where others may look on: 王**, A***, and a band instead of the sum. */
import type { Locale } from '../../domain/actor.ts';

const HAN = /\p{Script=Han}/u;

/** The first character and stars, the same number for every name. */
export const maskName = (name: string): string => {
  const first = [...name.trim()][0] ?? '';
  return HAN.test(first) ? `${first}**` : `${first}***`;
};

/** Edges of the bands, in units of the currency; the tiers' floors and the corporate classes'. */
const EDGES = [0, 10_000, 50_000, 300_000, 1_000_000, 50_000_000, 200_000_000] as const;

const edgeNames: Record<Locale, string[]> = {
  en: ['0', '10K', '50K', '300K', '1M', '50M', '200M'],
  'zh-CN': ['0', '1万', '5万', '30万', '100万', '5,000万', '2亿'],
};

/** The band that an amount lies in, half-open: 50,000 is in "50K–300K". */
export const bandOf = (amount: number, locale: Locale): string => {
  const names = edgeNames[locale];
  const above = EDGES.findLastIndex((edge) => amount >= edge);
  if (above === -1) return `< ${names[0]}`;
  if (above === EDGES.length - 1) return `≥ ${names[above]}`;
  return `${names[above]}–${names[above + 1]}`;
};
