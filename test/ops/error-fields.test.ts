import { expect, test } from 'vitest';
import { errorFields } from '../../src/ops/error-fields.ts';

const failed = new Error('Failed query: insert … params: 王芳,1234567', {
  cause: Object.assign(new Error('duplicate key value violates unique constraint "x"'), {
    code: '23505',
  }),
});

test.each([
  ['the database’s error', failed],
  ['wrapped by Slack’s library', Object.assign(new Error(failed.message), { original: failed })],
  ['one of several', Object.assign(new Error(failed.message), { originals: [failed] })],
])('a query’s parameters are never logged: %s', (_case, error) => {
  const fields = errorFields(error);
  expect(fields).toMatchObject({
    error: 'Error: duplicate key value violates unique constraint "x"',
    code: '23505',
    at: expect.stringContaining('error-fields.test.ts'),
  });
  expect(JSON.stringify(fields)).not.toContain('王芳');
});

test('what is not an error is named by its kind', () => {
  expect(errorFields('王芳')).toEqual({ error: 'string' });
});
