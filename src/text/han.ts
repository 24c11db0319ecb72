/** Puts values into Chinese text with a space only where Chinese meets Latin letters or digits. */
const HAN = /\p{Script=Han}/u;
const LATIN = /[\p{Script=Latin}\p{Nd}]/u;

const meet = (left: string, right: string): boolean => {
  const [a, b] = [[...left].at(-1) ?? '', [...right][0] ?? ''];
  return (HAN.test(a) && LATIN.test(b)) || (LATIN.test(a) && HAN.test(b));
};

/** A template tag: han`${name}由${from}调整为${to}`. */
export const han = (texts: TemplateStringsArray, ...values: (string | number)[]): string =>
  texts.reduce((said, text, index) => {
    const value = String(values[index - 1] ?? '');
    const before = index > 0 && meet(said, value) ? ' ' : '';
    const after = index > 0 && meet(value, text) ? ' ' : '';
    return `${said}${before}${value}${after}${text}`;
  }, '');
