/** "Everyone except corporates and mass clients": each of those named is left out. */
import type { Item, ItemType } from './items.ts';

const LEAVES_OUT =
  /^(?:except|except for|excluding|exclude|other than|apart from|leaving out|minus|除|除了|除去|排除|剔除|不含|不包括|不包含)$/;

const LISTED: readonly ItemType[] = ['and', 'or', 'pause', 'also'];
const PASSED: readonly ItemType[] = ['noise', 'clients', 'outside'];
const LEFT_OUT: readonly ItemType[] = ['code', 'flag'];

const factsOf = (item: Item): readonly string[] =>
  item.type === 'code' || item.type === 'flag' ? item.readings.map(({ field }) => field) : [];

/** Codes of one fact are a list already; of another fact it has to be said again that it is left out. */
const isOtherFact = (first: Item, second: Item): boolean =>
  !factsOf(first).some((field) => factsOf(second).includes(field));

const told = (items: readonly Item[], from: number): number =>
  items.findIndex(({ type }, index) => index > from && !PASSED.includes(type));

const NEITHER = /^(?:not|no|non|不是|非|不|没有|没)$/;

const NONE_OF = /^(?:no|without|没有|没|无)$/;
const JOINING = /^(?:and|or|和|与|及|以及|或|、)$/;

/** "No complaints and alerts": neither, or no complaints but alerts; the words do not say. */
export const withUnclearNone = (items: readonly Item[], text: string): readonly Item[] => {
  const joints = items.flatMap(({ type, start, end }, at) =>
    type === 'not' && NONE_OF.test(text.slice(start, end)) ? jointsOf(items, at) : [],
  );
  return items.map((item, at) => {
    const { start, end } = item;
    const flag = items[told(items, at)]?.type === 'flag';
    return flag && joints.includes(at) && JOINING.test(text.slice(start, end))
      ? { type: 'unclear', start, end }
      : item;
  });
};

/** "Not premier or dormant": neither, or one of them not; the words do not say. */
export const withUnclearOr = (items: readonly Item[], text: string): readonly Item[] => {
  const unclear = items.flatMap(({ type, start, end }, at) =>
    type === 'not' && NEITHER.test(text.slice(start, end)) ? jointsOf(items, at) : [],
  );
  return items.map((item, at) => {
    const { type, start, end } = item;
    return type === 'or' && unclear.includes(at) ? { type: 'unknown', start, end } : item;
  });
};

/** The places of the conjunctions after which another fact is left out too. */
const jointsOf = (items: readonly Item[], not: number): number[] => {
  const joints: number[] = [];
  let first = told(items, not);
  while (LEFT_OUT.includes(items[first]?.type ?? 'noise')) {
    const joint = told(items, first);
    const next = LISTED.includes(items[joint]?.type ?? 'noise') ? told(items, joint) : -1;
    const [a, b] = [items[first], items[next]];
    if (!a || !b || !LEFT_OUT.includes(b.type)) break;
    if (isOtherFact(a, b)) joints.push(joint);
    else if (items[joint]?.type === 'pause' && joints.length > 0) break;
    first = next;
  }
  return joints;
};

/** "Excluding premier, dormant": what comes after a pause is said of those who are left. */
const beforePause = (items: readonly Item[], joints: readonly number[]): readonly number[] => {
  const pause = joints.findIndex((at) => items[at]?.type === 'pause');
  return pause < 0 ? joints : joints.slice(0, pause);
};

export const withExceptions = (items: readonly Item[], text: string): readonly Item[] => {
  const joints = items.flatMap(({ type, start, end }, at) =>
    type === 'not' && LEAVES_OUT.test(text.slice(start, end))
      ? beforePause(items, jointsOf(items, at))
      : [],
  );
  return items.flatMap((item, at): Item[] => {
    const { start, end } = item;
    if (!joints.includes(at)) return [item];
    return [
      { type: 'and', start, end },
      { type: 'not', start: end, end },
    ];
  });
};
