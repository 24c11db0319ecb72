import { expect, test } from 'vitest';
import { digestWordsIn } from '../../src/slack/digest-request.ts';

test.each([
  ['digest', 'now'],
  ['my digest', 'now'],
  ['Please send me my digest.', 'now'],
  ["show today's digest", 'now'],
  ['digest off', 'off'],
  ['digest at 07:45', '07:45'],
  ['日报', 'now'],
  ['发送今天的日报', 'now'],
  ['请发我的日报。', 'now'],
  ['日报停发', '停发'],
  ['日报 7：45', '7：45'],
  ['digest help', 'help'],
  ['日报帮助', '帮助'],
])('%s asks for the digest: %s', (text, words) => expect(digestWordsIn(text)).toBe(words));

test.each([
  'digest of key clients',
  'clients in the digest',
  '日报里的客户',
  'how many clients',
  '',
])('%j is about something else', (text) => expect(digestWordsIn(text)).toBe(null));
