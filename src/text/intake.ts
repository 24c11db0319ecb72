import { catalog } from './catalog.ts';

export const intakeText = catalog(
  {
    noBundle: (folder: string) =>
      `There is no folder ${folder} that can be read. Give the folder that holds the bundle.`,
    emptyBundle: (folder: string) =>
      `The folder ${folder} holds no table of a bundle, such as clients.csv. Use --mapping for a bank's own export.`,
    twoFiles: (table: string) =>
      `The bundle holds ${table}.csv and ${table}.csv.gz. Keep one of them.`,
    missingColumn: (file: string, columns: string) =>
      `${file} lacks what it must have: ${columns}. Nothing was loaded.`,
    columnTwice: (file: string, column: string) =>
      `${file} has the column ${column} twice. Nothing was loaded.`,
    unreadableFile: (file: string, path: string) =>
      `${file} cannot be read at ${path}. Nothing was loaded.`,
    brokenGzip: (file: string) =>
      `${file} is not a whole gzip file: it is damaged or was cut short. Nothing was loaded.`,
    wrongEncoding: (file: string, line: number, encoding: string) =>
      `${file}, line ${line}: this is not ${encoding} text. Nothing was loaded.`,
    badQuote: (file: string, line: number) =>
      `${file}, line ${line}: a quote is opened and not closed, or stands inside a cell. Nothing was loaded.`,
    badCsv: (file: string, line: number) =>
      `${file}, line ${line}: this is not a readable CSV line. Nothing was loaded.`,
    rejectsNotWritten: (path: string) =>
      `The rejected rows cannot be written to ${path}. Nothing was loaded.`,
    reportingCurrencyFixed: (known: string, told: string) =>
      `The reporting currency is ${known} since the first import; this bundle says ${told}. Nothing was loaded.`,
    badReportingCurrency: (told: string) =>
      `The reporting currency ${told} is not an ISO 4217 code such as CNY. Nothing was loaded.`,
    changedMeanwhile:
      'A client was reassigned at the same moment. Nothing was loaded; run the import again.',
    tooManyRejects: (rejected: number, read: number, percent: number) =>
      `${rejected} of ${read} rows were rejected, more than ${percent} % allow. Nothing was loaded.`,
    noMapping: (path: string) => `The mapping ${path} cannot be read.`,
    badMapping: (path: string, line: number, place: string, fault: string) =>
      `The mapping ${path} has a mistake in line ${line} (${place}): ${fault} Nothing was loaded.`,
    noPeriod: (asked: string) =>
      `${asked} was asked for, but the mapping has no "period" that could be another month. Leave out --period, or add one.`,
    onlyBalances: (table: string) =>
      `"whole" is for balances alone, and this is ${table}. Leave it out.`,
    badPeriod: (period: string) => `"${period}" is not a month. Write it as 2019-09.`,
    periodNeedsMapping: (asked: string) =>
      `--period ${asked} means the month that a mapping reads. Add --mapping, or leave it out.`,
    badYaml: (code: string) => `this is not valid YAML (${code}).`,
    unknownName: (name: string, known: string) =>
      `"${name}" is not known here; known are ${known}.`,
    columnsNeeded: (columns: string) => `the table also needs ${columns}.`,
    badTemplate: (template: string) => `"${template}" has a \${ that is not closed.`,
    lookupTooLarge: (lookup: string, limit: number) =>
      `The lookup ${lookup} has more than ${limit} keys; look up in the smaller file. Nothing was loaded.`,
    lookupTwice: (lookup: string, key: string, file: string, line: number) =>
      `The lookup ${lookup} has the key ${key} twice, with other content in ${file}, line ${line}. Nothing was loaded.`,
    progress: (table: string, rows: number) => `${table}: ${rows} rows read`,
    table: 'table',
    read: 'read',
    inserted: 'inserted',
    updated: 'updated',
    unchanged: 'unchanged',
    rejected: 'rejected',
    skipped: 'skipped',
    businessDate: (on: string) => `Business date: ${on}`,
    noBusinessDate: 'Business date: unknown, since no balances or transactions have come',
    rejectsWritten: (path: string) => `Rejected rows are in ${path}`,
    unknownColumn: (file: string, column: string) => `Ignored: column ${column} of ${file}`,
    conflict: (client: string, file: string, manager: string) =>
      `Not applied: the file gives ${client} to ${file}; by decision in Bellwether it is covered by ${manager}`,
    nobody: 'nobody',
    more: (count: number) => `… and ${count} more`,
    late: (from: string) =>
      `Facts of days that have been assessed changed, from ${from} on: the next night assesses those days again.`,
    dryRun: 'Dry run: nothing was kept.',
  },
  {
    noBundle: (folder) => `无法读取文件夹 ${folder}。请指定数据包所在的文件夹。`,
    emptyBundle: (folder) =>
      `文件夹 ${folder} 中没有数据包的任何表（例如 clients.csv）。银行自有格式的导出请使用 --mapping。`,
    twoFiles: (table) => `数据包中同时存在 ${table}.csv 与 ${table}.csv.gz，请只保留一个。`,
    missingColumn: (file, columns) => `${file} 缺少必需的列：${columns}。未导入任何数据。`,
    columnTwice: (file, column) => `${file} 中列 ${column} 出现了两次。未导入任何数据。`,
    unreadableFile: (file, path) => `无法读取 ${file}（${path}）。未导入任何数据。`,
    brokenGzip: (file) => `${file} 不是完整的 gzip 文件：已损坏或被截断。未导入任何数据。`,
    wrongEncoding: (file, line, encoding) =>
      `${file} 第 ${line} 行：不是 ${encoding} 编码的文本。未导入任何数据。`,
    badQuote: (file, line) =>
      `${file} 第 ${line} 行：引号未闭合，或出现在单元格中间。未导入任何数据。`,
    badCsv: (file, line) => `${file} 第 ${line} 行：不是可读的 CSV 行。未导入任何数据。`,
    rejectsNotWritten: (path) => `被拒绝的行无法写入 ${path}。未导入任何数据。`,
    reportingCurrencyFixed: (known, told) =>
      `报告币种自首次导入起即为 ${known}，而本数据包为 ${told}。未导入任何数据。`,
    badReportingCurrency: (told) =>
      `报告币种 ${told} 不是 ISO 4217 货币代码（例如 CNY）。未导入任何数据。`,
    changedMeanwhile: '同一时刻有客户被重新分配。未导入任何数据，请重新执行导入。',
    tooManyRejects: (rejected, read, percent) =>
      `共 ${read} 行，其中 ${rejected} 行被拒绝，超过允许的 ${percent}%。未导入任何数据。`,
    noMapping: (path) => `无法读取映射文件 ${path}。`,
    badMapping: (path, line, place, fault) =>
      `映射文件 ${path} 第 ${line} 行（${place}）有误：${fault} 未导入任何数据。`,
    noPeriod: (asked) =>
      `指定了 ${asked}，但该映射没有可更换月份的「period」。请去掉 --period，或在映射中补充该项。`,
    onlyBalances: (table) => `「whole」仅用于 balances，此处为 ${table}，请删除。`,
    badPeriod: (period) => `「${period}」不是有效的月份，请写作 2019-09。`,
    periodNeedsMapping: (asked) =>
      `--period ${asked} 用于指定映射所读取的月份，请同时给出 --mapping，或去掉该选项。`,
    badYaml: (code) => `不是有效的 YAML（${code}）。`,
    unknownName: (name, known) => `此处没有「${name}」；可用的有 ${known}。`,
    columnsNeeded: (columns) => `该表还需要 ${columns}。`,
    badTemplate: (template) => `「${template}」中的 \${ 没有闭合。`,
    lookupTooLarge: (lookup, limit) =>
      `查找表 ${lookup} 超过 ${limit} 个键；请在较小的文件中查找。未导入任何数据。`,
    lookupTwice: (lookup, key, file, line) =>
      `查找表 ${lookup} 的键 ${key} 重复，且 ${file} 第 ${line} 行内容不同。未导入任何数据。`,
    progress: (table, rows) => `${table}：已读取 ${rows} 行`,
    table: '表',
    read: '读取',
    inserted: '新增',
    updated: '更新',
    unchanged: '未变',
    rejected: '拒绝',
    skipped: '跳过',
    businessDate: (on) => `业务日期：${on}`,
    noBusinessDate: '业务日期：未知，尚未收到余额或交易数据',
    rejectsWritten: (path) => `被拒绝的行已写入 ${path}`,
    unknownColumn: (file, column) => `已忽略：${file} 的列 ${column}`,
    conflict: (client, file, manager) =>
      `未采用：文件将客户 ${client} 归属 ${file}，而根据 Bellwether 中的决定由 ${manager} 管户`,
    nobody: '无人',
    more: (count) => `……另有 ${count} 项`,
    late: (from: string) => `已评定日期的数据有变动（自 ${from} 起），下一次夜间批处理将重新评定。`,
    dryRun: '试运行：未保留任何更改。',
  },
);
