import { describe, expect, test } from 'vitest';
import { cut } from '../../src/query/understand/cut.ts';
import { tokenise } from '../../src/query/understand/tokens.ts';
import { englishIdioms } from '../../src/query/understand/words/idioms-en.ts';
import { chineseIdioms } from '../../src/query/understand/words/idioms-zh.ts';

const on = Temporal.PlainDate.from('2026-11-20');

/** What it is cut into, wherever it stands. */
const meaningOf = (text: string) =>
  cut(text, tokenise(text), on).map(({ start: _, end: __, ...meaning }) => meaning);

const all = [...englishIdioms, ...chineseIdioms];

describe('an idiom', () => {
  test.each(all)('is another way to say "$canonical"', ({ canonical, idioms }) => {
    const meant = meaningOf(canonical);
    expect(meant.filter(({ type }) => type === 'unknown')).toEqual([]);
    for (const idiom of idioms) expect([idiom, meaningOf(idiom)]).toEqual([idiom, meant]);
  });

  test('is listed once', () => {
    const idioms = all.flatMap((one) => one.idioms);
    expect(idioms.filter((idiom, at) => idioms.indexOf(idiom) !== at)).toEqual([]);
  });

  test('gives way to a word of the catalog that is as long', () => {
    expect(meaningOf('fund balance')).toEqual([{ type: 'field', field: 'fundBalance' }]);
    expect(meaningOf('net inflow')).toEqual([{ type: 'field', field: 'netInflow' }]);
  });

  test('gives way to a word that begins before it ends', () => {
    expect(meaningOf('满意度低于').map(({ type }) => type)).toEqual(['field', 'compare']);
    expect(meaningOf('没有续期安排').map(({ type }) => type)).toEqual(['not', 'renewal']);
  });

  test('keeps the place of its own words', () => {
    const [item] = cut('x 资金往外走', tokenise('x 资金往外走'), on).slice(1);
    expect(item).toMatchObject({ start: 2, end: 7 });
  });
});
