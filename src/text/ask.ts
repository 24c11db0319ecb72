import { catalog } from './catalog.ts';

export const askText = catalog(
  {
    badLine: (line: number) =>
      `Line ${line} of the batch is not a JSON object with "text" and "as". Correct it and run the batch again.`,
    unreadable: (path: string) => `The file ${path} cannot be read. Check its name and rights.`,
    notUnderstood: (words: string) => `I did not understand: ${words}`,
    nearest: 'You could ask:',
    rules: 'Definitions used:',
    covered: 'Clients you stand in for:',
    total: (shown: number, total: number) => `${shown} of ${total}`,
    footer: (date: string, scope: string, policy: string, receipt: string) =>
      `Data as of ${date} · ${scope} · policy ${policy} · receipt ${receipt}`,
    whyTier: 'Why this tier:',
    toClient: 'In words for the client:',
    whyChurn: (score: number, coverage: number) =>
      `Why churn score ${score} (${coverage} % of the card could be assessed):`,
    identical: 'The same as then.',
    differs: (changes: string) => `Not the same as then: ${changes}.`,
    askMe: 'Ask a question.',
    failedLine: 'This question could not be answered because of a fault; the others go on.',
    nothing: 'No clients match.',
    notAssessed: 'Not assessed: the data that this needs were not delivered (see below).',
    joiner: ', ',
  },
  {
    badLine: (line: number) =>
      `批量文件第 ${line} 行不是包含 "text" 和 "as" 的 JSON 对象，请改正后重新运行。`,
    unreadable: (path: string) => `无法读取文件 ${path}，请检查文件名和权限。`,
    notUnderstood: (words: string) => `以下内容没有理解：${words}`,
    nearest: '您可以这样问：',
    rules: '所用口径：',
    covered: '您代管的客户：',
    total: (shown: number, total: number) => `显示 ${shown} 户，共 ${total} 户`,
    footer: (date: string, scope: string, policy: string, receipt: string) =>
      `数据日期 ${date} · ${scope} · 政策版本 ${policy} · 回执 ${receipt}`,
    whyTier: '等级依据：',
    toClient: '可向客户说明：',
    whyChurn: (score: number, coverage: number) =>
      `流失评分 ${score} 的依据（评分卡可评估 ${coverage}%）：`,
    identical: '与当时的结果一致。',
    differs: (changes: string) => `与当时的结果不同：${changes}。`,
    askMe: '请输入问题。',
    failedLine: '该问题因系统故障未能回答，其余问题继续处理。',
    nothing: '没有符合条件的客户。',
    notAssessed: '无法评估：缺少所需的数据（见下方口径）。',
    joiner: '、',
  },
);
