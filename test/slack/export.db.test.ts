import { WebClient } from '@slack/web-api';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Message, StoredFile, Visitor } from '../../src/local-slack/start.ts';
import { askIn, nextIn, openAnsweringOffice } from './assistant.ts';
import { CHANNEL, type Office, textOf } from './office.ts';
import { readWorkbook, valuesOf } from './read-workbook.ts';

let office: Office;
beforeEach(async () => {
  office = await openAnsweringOffice();
});
afterEach(() => office.close());

const at = ({ channel, ts }: Message) => ({ channel, ts });
const withFile = (visitor: Visitor, channel: string, ending: string) =>
  visitor.waitFor((each) =>
    each
      .messages(channel)
      .find(({ fileIds }) => each.file(fileIds[0] ?? '')?.name.endsWith(ending)),
  );
const bytesOf = (file: StoredFile | null): Buffer => Buffer.from(file?.content ?? '', 'base64');
const exported = async (visitor: Visitor, answer: Message, ending: 'csv' | 'xlsx') => {
  await visitor.press(at(answer), `export_${ending}`);
  const message = await withFile(visitor, answer.channel, ending);
  return { message, file: visitor.file(message.fileIds[0] ?? '') };
};

test('an export arrives as a file in the same thread, with nothing in it that a spreadsheet computes', async () => {
  await office.bank
    .owner`update clients set name = '=HYPERLINK("http://evil")' where client_id = 'C-other'`;
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'quality clients');
  const { message, file } = await exported(visitor, answer, 'csv');
  expect(message.threadTs).toBe(answer.threadTs);
  const text = bytesOf(file).toString();
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text).toContain('C-other');
  expect(text).toContain(`'=HYPERLINK`);
  expect(file?.name).toBe('clients-2026-11-20.csv');
});

test('the workbook holds the same rows as the CSV, the reading, and a receipt of its own', async () => {
  const visitor = office.as('M1');
  const answer = await askIn(visitor, '优质客户');
  const { file: csv } = await exported(visitor, answer, 'csv');
  const { file, message } = await exported(visitor, answer, 'xlsx');
  expect(file?.name).toBe('客户清单-2026-11-20.xlsx');
  expect(file?.mimetype).toContain('spreadsheetml');
  expect(message.threadTs).toBe(answer.threadTs);
  const [clients, reading] = readWorkbook(bytesOf(file));
  const asText = (value: unknown) => (value === null ? '' : String(value));
  const rows = (clients ? valuesOf(clients) : []).map((row) => row.map(asText));
  expect(rows).toEqual(parse(bytesOf(csv).toString(), { bom: true }));
  expect(rows.flat()).toContain('Anna Smith');
  const said = new Map((reading ? valuesOf(reading) : []).map(([label, value]) => [label, value]));
  expect(said.get('数据日期')).toBe(46_346);
  expect(said.get('行数')).toContain('全部符合条件');
  expect(said.get('回执')).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.stringify(answer.blocks)).not.toContain(said.get('回执'));
});

test('a file that holds only some of what matches says so, beside it and in it', async () => {
  const visitor = office.as('M1');
  const whole = await askIn(visitor, 'quality clients');
  await visitor.press(at(whole), 'refine');
  const form = await visitor.waitFor((each) => each.views().at(-1));
  await visitor.submitView(form.id, { limit: '2' });
  const answer = await nextIn(visitor, whole.channel, whole.threadTs ?? '', 1);
  const { file, message } = await exported(visitor, answer, 'xlsx');
  expect(message.text).toContain('2 of 3 rows');
  const [clients, reading] = readWorkbook(bytesOf(file));
  expect(clients?.rows).toHaveLength(3);
  expect(JSON.stringify(reading && valuesOf(reading))).toContain('2 of 3 that match');
});

test('groups come as groups', async () => {
  const visitor = office.as('M2');
  const answer = await askIn(visitor, 'how many clients in each tier');
  const { file } = await exported(visitor, answer, 'xlsx');
  const [groups] = readWorkbook(bytesOf(file));
  expect(groups?.name).toBe('Groups');
  expect(groups && valuesOf(groups)).toContainEqual(['Quality', 1]);
});

test.each(['export_csv', 'export_xlsx'])(
  'a button %s that stands in a channel hands out no file there',
  async (action) => {
    const visitor = office.as('M2');
    const answer = await askIn(visitor, 'quality clients');
    const receipt = /"value":"([0-9a-f-]{36})"/.exec(JSON.stringify(answer.blocks))?.[1] ?? '';
    const web = new WebClient('xoxb-test', { slackApiUrl: office.slack.apiUrl });
    const text = { type: 'plain_text' as const, text: action };
    const button = { type: 'button' as const, action_id: action, value: receipt, text };
    const blocks = [{ type: 'actions' as const, elements: [button] }];
    const { ts = '' } = await web.chat.postMessage({ channel: CHANNEL, text: 'forwarded', blocks });
    await visitor.press({ channel: CHANNEL, ts }, action);
    await visitor.waitFor((each) =>
      each.messages(CHANNEL).find((one) => textOf([one]).includes('direct messages only')),
    );
    expect(visitor.messages(CHANNEL).some(({ fileIds }) => fileIds.length > 0)).toBe(false);
  },
);
