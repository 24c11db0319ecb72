import { expect, test } from 'vitest';
import { harmless } from '../../src/cli/harmless.ts';
import { renderTable } from '../../src/cli/render-table.ts';

test('a name cannot give the terminal orders; lines and columns stay', () => {
  expect(harmless('Bad\u001b[31mName\u0007\u009b2J\nnext\tcell 王芳')).toBe(
    'Bad[31mName2J\nnext\tcell 王芳',
  );
});

test('a name cannot turn the direction of the line it stands in', () => {
  expect(harmless('\u202eeman\u202c \u2066x\u2069')).toBe('eman x');
});

test('a name with lines of its own stays one row of a table', () => {
  const table = renderTable([
    ['Name', 'AUM'],
    ['Evil\r\nTotal\t9\u20289', '1'],
  ]);
  expect(table.split('\n')).toEqual([`${'Name'.padEnd(14)}  AUM`, 'Evil Total 9 9    1']);
});
