import { catalog } from './catalog.ts';

export const policyText = catalog(
  {
    unreadable: (detail: string) =>
      `The policy file is not readable YAML: ${detail} Correct the file and try again.`,
    shape: (place: string, detail: string) =>
      `The policy file has a mistake at "${place}": ${detail}. Correct that place and try again.`,
    notAscending: (place: string, value: number, before: number) =>
      `The policy file has a mistake at "${place}": ${value} must lie above the entry before it, ${before}. Sort the entries, without equal ones.`,
    notDescending: (place: string, value: number, before: number) =>
      `The policy file has a mistake at "${place}": ${value} must lie below the entry before it, ${before}. Sort the entries, without equal ones.`,
    gapBelow: (place: string, first: number) =>
      `The policy file has a gap at "${place}": values below ${first} belong to no band. Let the first band begin at 0.`,
    wrongTiers: (place: string, named: string, wanted: string) =>
      `The policy file must list at "${place}" exactly these, lowest first: ${wanted}. It lists: ${named}.`,
    cadenceOnce: (tier: string) =>
      `The policy file must say the contact cadence of "${tier}" once. Add or remove lines under "contact_cadence".`,
    sameApprover: () =>
      'The policy file names the same person as author and approver. Somebody else must approve a policy.',
    noneForCurrency: (currency: string, on: string) =>
      `No policy in ${currency} is in force on ${on}, and ${currency} is the reporting currency. Put one in force with: bellwether policy activate FILE`,
    otherContent: (version: string) =>
      `A policy with the version "${version}" is already stored and says something else. Give the changed file a new version.`,
    otherCurrency: (version: string, policy: string, reporting: string) =>
      `The policy "${version}" is in ${policy}, but this bank reports in ${reporting}. A policy applies only where its currency is the reporting currency.`,
    noFile: (path: string) =>
      `The policy file ${path} cannot be read. Check the path and the permissions.`,
    valid: (version: string) => `The policy "${version}" has no mistakes.`,
    activated: (version: string, from: string) =>
      `The policy "${version}" is in force from ${from}; the next nightly run uses it.`,
    alreadyActive: (version: string) =>
      `The policy "${version}" was stored already; nothing changed.`,
  },
  {
    unreadable: (detail: string) => `策略文件不是可读取的 YAML：${detail} 请修改文件后重试。`,
    shape: (place: string, detail: string) =>
      `策略文件「${place}」处填写有误：${detail}。请修改该处后重试。`,
    notAscending: (place: string, value: number, before: number) =>
      `策略文件「${place}」处填写有误：${value} 必须大于前一项 ${before}。请按从低到高排列，且不得重复。`,
    notDescending: (place: string, value: number, before: number) =>
      `策略文件「${place}」处填写有误：${value} 必须小于前一项 ${before}。请按从高到低排列，且不得重复。`,
    gapBelow: (place: string, first: number) =>
      `策略文件「${place}」处存在空档：低于 ${first} 的数值没有对应档位。第一档应从 0 开始。`,
    wrongTiers: (place: string, named: string, wanted: string) =>
      `策略文件「${place}」处须由低到高完整列出：${wanted}。目前列出的是：${named}。`,
    cadenceOnce: (tier: string) =>
      `策略文件须为「${tier}」填写一次（且仅一次）联系频率，请调整「contact_cadence」下的条目。`,
    sameApprover: () => '策略文件的制定人与审批人为同一人。策略须由他人审批。',
    noneForCurrency: (currency: string, on: string) =>
      `${on} 没有生效的 ${currency} 策略，而本行的报告货币是 ${currency}。请执行 bellwether policy activate FILE 启用一份策略。`,
    otherContent: (version: string) =>
      `版本为「${version}」的策略已存在且内容不同。请为修改后的文件设定新的版本号。`,
    otherCurrency: (version: string, policy: string, reporting: string) =>
      `策略「${version}」的货币是 ${policy}，而本行的报告货币是 ${reporting}。策略仅适用于与其货币一致的报告货币。`,
    noFile: (path: string) => `无法读取策略文件 ${path}，请检查路径与权限。`,
    valid: (version: string) => `策略「${version}」检查无误。`,
    activated: (version: string, from: string) =>
      `策略「${version}」自 ${from} 起生效，下一次夜间批处理将使用该策略。`,
    alreadyActive: (version: string) => `策略「${version}」此前已存入，未作任何更改。`,
  },
);
