import { expect, test } from 'vitest';
import { harmless } from '../../src/cli/run-command.ts';

test('a name cannot give the terminal orders; lines and columns stay', () => {
  expect(harmless('Bad\u001b[31mName\u0007\u009b2J\nnext\tcell 王芳')).toBe(
    'Bad[31mName2J\nnext\tcell 王芳',
  );
});
