/** Reads amounts in digits and Chinese numerals: 500k, 1.5m, 50w, 三千五百万, 3千5百万, 一亿二千万. */

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 };
const LARGE: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };
const SUFFIXES: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  w: 1e4,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mil: 1e6,
  mln: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

/** `scaled`: a magnitude was written, so that the number is not a bare count. */
export type ReadNumber = { value: number; to: number; scaled: boolean; unit: number };

const PLAIN = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const RUN = /(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿])+/y;
const SUFFIX =
  /(?: ?(?:thousand|million|billion|mn|mil|mln|bn|k)|k|w|mn|mm|mil|mln|m|bn|b)(?![\p{Script=Latin}\d_])/uy;
const PART = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿]/g;

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

const round = (value: number): number => Math.round(value * 100) / 100;

type Sum = { total: number; section: number; pending: number | null; lastUnit: number };

/** One more part of a numeral; null = no numeral is written so (二三, 十万千). */
const add = (sum: Sum, part: string, bare: boolean): Sum | null => {
  const small = SMALL[part];
  const large = LARGE[part];
  if (small !== undefined) {
    if (small >= sum.lastUnit) return null;
    if (sum.pending === null && small !== 10 && !bare) return null;
    const section = sum.section + (sum.pending ?? 1) * small;
    return { ...sum, section, pending: null, lastUnit: small };
  }
  if (large !== undefined) return addLarge(sum, large);
  const value = DIGITS[part] ?? Number(part.replaceAll(',', ''));
  if (sum.pending !== null && sum.pending !== 0) return null;
  return { ...sum, pending: value };
};

const addLarge = (sum: Sum, large: number): Sum | null => {
  const section = sum.section + (sum.pending ?? 0);
  if (section === 0 && sum.total === 0) return null;
  const total =
    large === 1e8 || sum.total === 0 ? (sum.total + section) * large : sum.total + section * large;
  return { total, section: 0, pending: null, lastUnit: Number.POSITIVE_INFINITY };
};

/** A numeral as the sum of its parts; null where a magnitude of the last digit is only implied (1万2). */
const numeral = (run: string): number | null => {
  let sum: Sum | null = {
    total: 0,
    section: 0,
    pending: null,
    lastUnit: Number.POSITIVE_INFINITY,
  };
  const parts = run.match(PART) ?? [];
  for (const [index, part] of parts.entries()) {
    sum = add(sum, part, index === 0 && (parts[1] ?? '') in LARGE);
    if (!sum) return null;
    const last = index === parts.length - 1;
    const afterUnit = index > 0 && isUnit(parts[index - 1]) && parts[index - 1] !== '十';
    if (last && afterUnit && !isUnit(part) && part !== '零') return null;
  }
  return sum.total + sum.section + (sum.pending ?? 0);
};

const isUnit = (part: string | undefined): boolean =>
  part !== undefined && (part in SMALL || part in LARGE);

/** The number that begins at `at`, or null. */
export const readDigits = (text: string, at: number): ReadNumber | null => {
  const run = matchAt(RUN, text, at);
  if (!run) return null;
  const plain = matchAt(PLAIN, text, at);
  if (plain === run) {
    const value = Number(run.replaceAll(',', ''));
    const suffix = matchAt(SUFFIX, text, at + run.length);
    if (!suffix) return { value, to: at + run.length, scaled: false, unit: 1 };
    const scale = SUFFIXES[suffix.trim()] ?? 1;
    return {
      value: round(value * scale),
      to: at + run.length + suffix.length,
      scaled: true,
      unit: scale,
    };
  }
  const value = numeral(run);
  if (value === null) return null;
  const last = LARGE[run.at(-1) ?? ''] ?? 1;
  return {
    value: round(value),
    to: at + run.length,
    scaled: /[百千万亿]/.test(run),
    unit: last,
  };
};
