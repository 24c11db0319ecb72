import { catalog } from './catalog.ts';

export const scorecardText = catalog(
  {
    shape: (place: string) =>
      `The scorecard file has a mistake at "${place}". Correct that place and try again.`,
    noFile: (path: string) =>
      `The scorecard file ${path} cannot be read. Check the path and the permissions.`,
    noFolder: (path: string) =>
      `The folder ${path} cannot be read. Give the folder that holds the quarter's export.`,
    noHoldings: (path: string, quarter: number) =>
      `The folder ${path} holds no balances of quarter ${quarter}: neither aum_Q${quarter}.csv nor aum_m${quarter * 3}.csv, also not with .gz, or it lacks one of the columns cust_no, X1 to X8. Check the folder and the quarter.`,
    brokenFile: (path: string, detail: string) =>
      `The file ${path} cannot be read: ${detail}. Check that it is whole, and a CSV file with one header line.`,
    noYear: () =>
      'The year of the quarter cannot be seen in the files. Name it, for example --quarter 2019Q4.',
    noLabels: (path: string) =>
      `The folder ${path} holds no labels of the quarter, or none of −1, or only those. A card is calibrated on both kinds: add the file y_Q…_3.csv.`,
    noRhythms: (path: string) =>
      `The file ${path} holds no rhythms of clients. It needs the columns frequency, recency and T, with 0 ≤ recency ≤ T in every row.`,
    calibrated: (version: string, lines: number, auc: string) =>
      `Scorecard ${version}: ${lines} lines, cross-validated AUC ${auc}.`,
    written: (path: string) => `Written: ${path}`,
    scored: (clients: number, on: string, card: string, coverage: number) =>
      `${clients} clients scored on ${on} by ${card}; ${coverage}% of the lines could be assessed.`,
    linesMissing: (codes: string) => `Not assessed, because a file is missing: ${codes}.`,
    ranked: (auc: string, precision: string, lift: string) =>
      `AUC ${auc}; of the tenth with the most points ${precision} left, ${lift} times the average.`,
    unlabelled: () => 'The folder holds no labels, so the ranking was not measured.',
    fitted: (r: string, alpha: string, a: string, b: string, likelihood: string) =>
      `r = ${r}, alpha = ${alpha}, a = ${a}, b = ${b}; log-likelihood ${likelihood}.`,
    badQuarter: (text: string) => `"${text}" is not a quarter. Write it as 2019Q4, or as Q4.`,
    cannotWrite: (path: string) =>
      `${path} cannot be written. Check that the folder exists and may be written to.`,
  },
  {
    shape: (place: string) => `评分卡文件「${place}」处填写有误，请修改该处后重试。`,
    noFile: (path: string) => `无法读取评分卡文件 ${path}，请检查路径与权限。`,
    noFolder: (path: string) => `无法读取文件夹 ${path}，请指定存放该季度导出数据的文件夹。`,
    noHoldings: (path: string, quarter: number) =>
      `文件夹 ${path} 中没有第 ${quarter} 季度的余额文件：既无 aum_Q${quarter}.csv，也无 aum_m${quarter * 3}.csv（含 .gz），或缺少 cust_no、X1 至 X8 中的某一列。请检查文件夹与季度。`,
    brokenFile: (path: string, detail: string) =>
      `无法读取文件 ${path}：${detail}。请确认文件完整，且为带一行表头的 CSV 文件。`,
    noYear: () => '无法从文件中判断该季度所属年份，请写明年份，例如 --quarter 2019Q4。',
    noLabels: (path: string) =>
      `文件夹 ${path} 中没有该季度的标签，或标签全为 −1、全不为 −1。校准评分卡须同时具备两类客户，请补充 y_Q…_3.csv 文件。`,
    noRhythms: (path: string) =>
      `文件 ${path} 中没有客户交易节奏数据。须包含 frequency、recency、T 三列，且每行满足 0 ≤ recency ≤ T。`,
    calibrated: (version: string, lines: number, auc: string) =>
      `评分卡 ${version}：共 ${lines} 项，交叉验证 AUC 为 ${auc}。`,
    written: (path: string) => `已写入：${path}`,
    scored: (clients: number, on: string, card: string, coverage: number) =>
      `已按评分卡 ${card} 对 ${clients} 户评分（截至 ${on}），可评估项占 ${coverage}%。`,
    linesMissing: (codes: string) => `因缺少文件而未评估的项目：${codes}。`,
    ranked: (auc: string, precision: string, lift: string) =>
      `AUC 为 ${auc}；得分最高的十分之一客户中有 ${precision} 资金流出，为平均水平的 ${lift} 倍。`,
    unlabelled: () => '文件夹中没有标签，未衡量排序效果。',
    fitted: (r: string, alpha: string, a: string, b: string, likelihood: string) =>
      `r = ${r}，alpha = ${alpha}，a = ${a}，b = ${b}；对数似然 ${likelihood}。`,
    badQuarter: (text: string) => `「${text}」不是有效的季度，请写作 2019Q4 或 Q4。`,
    cannotWrite: (path: string) => `无法写入 ${path}，请确认文件夹存在且具有写入权限。`,
  },
);
