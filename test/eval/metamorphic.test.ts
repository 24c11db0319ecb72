import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import { type UnderstandContext, understand } from '../../src/query/understand.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import { namelessQuestions } from './dev-set.ts';
import { MEANINGS } from './meanings.ts';

const CONTEXT: UnderstandContext = {
  businessDate: Temporal.PlainDate.from('2026-10-28'),
  currency: 'CNY',
  reach: 'own',
  seesWholeBank: false,
};
const read = (text: string, context = CONTEXT) => understand(text, context);
const statusOf = (text: string) => read(text).status;
/** A refusal and its words may differ; that nothing is answered may not. */
const planOf = (text: string, context = CONTEXT) => {
  const understanding = read(text, context);
  return understanding.status === 'plan' ? understanding.plan : null;
};

const ALL = namelessQuestions();
/** A plan about one client keeps the name as typed, so that it may differ where the spelling does. */
const UNDERSTOOD = ALL.filter(({ text }) => planOf(text)?.client === null);
const RUNS = { numRuns: 150, seed: 20_261_028 };

const anyOf = (language?: 'en' | 'zh') =>
  fc.constantFrom(
    ...UNDERSTOOD.filter((one) => !language || one.language === language).map(({ text }) => text),
  );

const toTraditional = Converter({ from: 'cn', to: 'tw' });
const toFullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('what must not change a reading', () => {
  test('traditional characters', () => {
    fc.assert(
      fc.property(anyOf('zh'), (text) => {
        expect(planOf(toTraditional(text))).toEqual(planOf(text));
      }),
      RUNS,
    );
  });

  test('full-width letters, digits and signs', () => {
    fc.assert(
      fc.property(anyOf(), (text) => {
        expect(planOf(toFullWidth(text))).toEqual(planOf(text));
      }),
      RUNS,
    );
  });

  test('politeness, emoji, punctuation, letter case and blanks', () => {
    const before = {
      en: ['please ', 'hi, ', 'Could you show me ', 'thanks! '],
      zh: ['请问', '麻烦', '你好，', '帮我查一下'],
    };
    const after = ['', '?', '！', ' 🙏', ' 😊', '...', '  '];
    fc.assert(
      fc.property(
        fc.constantFrom(...UNDERSTOOD),
        fc.nat(3),
        fc.constantFrom(...after),
        fc.boolean(),
        ({ text, language }, first, last, upper) => {
          const noisy = `${before[language][first]}${text}${last}`;
          expect(planOf(upper ? noisy.toUpperCase() : noisy)).toEqual(planOf(text));
        },
      ),
      RUNS,
    );
  });

  test('the same days: a clock that moves by whole weeks moves "last N days" with it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        (days, weeks) => {
          const later = CONTEXT.businessDate.add({ weeks });
          const text = `clients contacted in the last ${days} days`;
          const [now, then] = [planOf(text), planOf(text, { ...CONTEXT, businessDate: later })];
          const shifted = JSON.stringify(now).replace(/\d{4}-\d\d-\d\d/g, (day) =>
            Temporal.PlainDate.from(day).add({ weeks }).toString(),
          );
          expect(JSON.parse(shifted)).toEqual(then);
        },
      ),
      RUNS,
    );
  });
});

describe('one amount has one reading', () => {
  const same = (texts: string[]) => {
    const plans = texts.map((text) => planOf(text));
    expect(plans[0]).not.toBeNull();
    for (const plan of plans) expect(plan).toEqual(plans[0]);
  };

  test('in Chinese: 50万, 五十万, 50w, 500000, 500k', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), (n) => {
        const forms = [`${n}万`, `${chineseNumeral(n)}万`, `${n}w`, `${n}0000`, `${n * 10}k`];
        same(forms.map((form) => `资产超过${form}的客户`));
      }),
      RUNS,
    );
  });

  test('in English: 1.5m, 1.5 million, 1,500,000, CNY 1500k', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), (tenths) => {
        const millions = tenths / 10;
        const forms = [
          `${millions}m`,
          `${millions} million`,
          (tenths * 100_000).toLocaleString('en-US'),
          `CNY ${tenths * 100}k`,
        ];
        same(forms.map((form) => `clients with AUM above ${form}`));
      }),
      RUNS,
    );
  });
});

describe('what nobody can understand', () => {
  /** Nonsense that no lexicon holds: no vowel in the one, no living character in the other. */
  const nonsense = {
    en: fc
      .array(fc.constantFrom(...'bcdfgjklpqvxz'), { minLength: 5, maxLength: 9 })
      .map((letters) => letters.join('')),
    zh: fc.constantFrom('龘龘', '魑魅', '噗嗤', '咕噜', '饕餮'),
  };

  test('a word in it never leaves an answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...UNDERSTOOD),
        nonsense.en,
        nonsense.zh,
        fc.boolean(),
        ({ text, language }, latin, han, first) => {
          const word = language === 'en' ? latin : han;
          const spoilt = first ? `${word} ${text}` : `${text} ${word}`;
          /** It may be somebody's name: then that client is looked up, and is not there. */
          const plan = planOf(spoilt);
          expect([spoilt, plan?.client?.text.includes(word) ? null : plan]).toEqual([spoilt, null]);
        },
      ),
      { ...RUNS, numRuns: 400 },
    );
  });

  const anyText = fc
    .array(fc.integer({ min: 0, max: 0x2ffff }), { maxLength: 200 })
    .map((points) => String.fromCodePoint(...points));

  test('any text is read without an exception', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(['plan', 'clarify', 'refused', 'not_understood']).toContain(statusOf(text));
      }),
      RUNS,
    );
  });
});

/** The columns of a list may follow the words; whom it finds, in which order, may not. */
const foundBy = (text: string) => {
  const plan = planOf(text);
  return plan && { ...plan, show: [] };
};

test.each(MEANINGS)('%s: one plan in either language and any order of words', (...wordings) => {
  const [first, ...others] = wordings;
  expect(foundBy(first)).not.toBeNull();
  for (const other of others) expect([other, foundBy(other)]).toEqual([other, foundBy(first)]);
});
