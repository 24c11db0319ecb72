import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../../src/intake/mapping/template.ts';

const NAMES = { columns: ['id', 'X1'], names: ['owner.name'] };
const scope = { cells: ['7', ' 3.50 '], names: { 'owner.name': 'Ann' } };
const filled = (text: string) => {
  const template = compileTemplate(text, NAMES);
  return typeof template === 'function' ? template(scope) : template;
};

describe('a template', () => {
  test.each([
    ['fixed', 'fixed'],
    ['', ''],
    [`\${X1}`, '3.50'],
    [`\${id}-X1`, '7-X1'],
    [`\${ id }/\${owner.name}/`, '7/Ann/'],
    ['$id', '$id'],
  ])('%j becomes %j', (text, expected) => {
    expect(filled(text)).toBe(expected);
  });

  test('with an unknown name says which names there are', () => {
    expect(filled(`\${nobody}`)).toEqual({
      kind: 'unknown',
      name: 'nobody',
      known: ['owner.name', 'id', 'X1'],
    });
  });

  test('with an open brace is a mistake', () => {
    expect(filled(`a \${id`)).toEqual({ kind: 'unclosed', template: `a \${id` });
  });
});
