import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../', import.meta.url);
const NOT_OF_THE_APP = /^(local-slack|bench|support)\//;

test('every suite of the app opens the local Slack in the one way that checks what was sent', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !NOT_OF_THE_APP.test(name));
  const opening = files.filter((name) =>
    /import[^;]*\bstartLocalSlack\b/.test(readFileSync(new URL(name, folder), 'utf8')),
  );
  expect(opening).toEqual([]);
});
