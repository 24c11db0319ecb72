/** Writes a whole number below 10,000 as Chinese says it: 1050 → 一千零五十. */

const DIGITS = '零一二三四五六七八九';
const UNITS = ['千', '百', '十', ''];

export const chineseNumeral = (n: number): string => {
  const digits = String(n).padStart(4, '0').split('').map(Number);
  const spoken = digits.map((digit, place) =>
    digit === 0 ? '零' : `${DIGITS[digit]}${UNITS[place]}`,
  );
  return spoken
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
    .replace(/^一十/, '十');
};
