/** What stands in an answer that is taken along as a file. */
import { catalog } from './catalog.ts';

export const slackFileText = catalog(
  {
    clients: 'Clients',
    groups: 'Groups',
    standIn: 'Standing in',
    reading: 'Reading',
    readAs: 'Read as',
    dataAsOf: 'Data as of',
    policy: 'Policy version',
    receipt: 'Receipt',
    scope: 'Scope',
    currency: 'Currency',
    rows: 'Rows',
    allRows: (rows: number) => `${rows}, all that match`,
    someRows: (rows: number, total: number) =>
      `${rows} of ${total} that match. The others are not in this file: narrow the question to get them.`,
    definition: 'Definition',
    exported: (rows: number, date: string) => `${rows} ${rows === 1 ? 'row' : 'rows'} · ${date}`,
    exportedSome: (rows: number, total: number, date: string) =>
      `${rows} of ${total} rows · ${date}. The others are not in this file.`,
  },
  {
    clients: '客户',
    groups: '分组',
    standIn: '代管客户',
    reading: '查询说明',
    readAs: '问题理解',
    dataAsOf: '数据日期',
    policy: '规则版本',
    receipt: '回执',
    scope: '范围',
    currency: '币种',
    rows: '行数',
    allRows: (rows) => `${rows} 行（全部符合条件的记录）`,
    someRows: (rows, total) =>
      `共 ${total} 行符合条件，本文件含 ${rows} 行；其余未导出，可缩小查询范围后再导出。`,
    definition: '口径',
    exported: (rows, date) => `共 ${rows} 行 · ${date}`,
    exportedSome: (rows, total, date) =>
      `共 ${total} 行，本文件含 ${rows} 行 · ${date}，其余未导出。`,
  },
);
