import { expect, test } from 'vitest';
import { han } from '../../src/text/han.ts';

test.each([
  ['陈静', '优质', '陈静由优质调整，共3 位'],
  ['Emily Carter', 'Key', 'Emily Carter 由 Key 调整，共3 位'],
  ['“王芳”', 'A1', '“王芳”由 A1 调整，共3 位'],
  ['', '', '由调整，共3 位'],
])('a space stands only where Chinese meets Latin letters or digits: %s', (who, tier, said) => {
  expect(han`${who}由${tier}调整，共3 位`).toBe(said);
});
