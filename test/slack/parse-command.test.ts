import { expect, test } from 'vitest';
import { isHelp, parseReassignCommand, parseTierCommand } from '../../src/slack/parse-command.ts';

test.each([
  ['', null, null, null, null],
  ['王芳', '王芳', null, null, null],
  ['王芳 重点', '王芳', 'key', null, null],
  ['王芳 重点关注 x', '王芳 重点关注 x', null, null, null],
  [
    '"Anna Smith" Premier until 2027-03-31 Sale of a house',
    'Anna Smith',
    'premier',
    '2027-03-31',
    'Sale of a house',
  ],
  ['Anna Smith key Sale', 'Anna Smith', 'key', null, 'Sale'],
  ['“王 芳” 高端 至 2027-01-31 预计转入', '王 芳', 'premier', '2027-01-31', '预计转入'],
  ['Key Ltd class_1', 'Key Ltd', 'class_1', null, null],
  ['"Key" potential', 'Key', 'potential', null, null],
  ['C1 key until soon', 'C1', 'key', null, 'until soon'],
])('/tier %s', (text, client, tier, until, reason) => {
  expect(parseTierCommand(text)).toEqual({ client, tier, until, reason });
});

test.each([
  ['', null, null, null],
  ['Anna Smith', 'Anna Smith', null, null],
  ['Anna Smith <@U123|daniel> Moves to Pudong', 'Anna Smith', 'U123', 'Moves to Pudong'],
  ['「王 芳」<@U123> 客户要求', '王 芳', 'U123', '客户要求'],
  ['<@U123>', null, 'U123', null],
])('/reassign %s', (text, client, managerSlackId, reason) => {
  expect(parseReassignCommand(text)).toEqual({ client, managerSlackId, reason });
});

test('help is asked for in either language', () => {
  expect(['help', ' HELP ', '帮助', '?'].map(isHelp)).toEqual([true, true, true, true]);
  expect(isHelp('help me with Anna')).toBe(false);
});
