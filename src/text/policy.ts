import { catalog } from './catalog.ts';

export const policyText = catalog(
  {
    unreadable: (detail: string) =>
      `The policy file is not readable YAML: ${detail} Correct the file and try again.`,
    at: (line: number, place: string) => `line ${line}, "${place}"`,
    shape: (at: string, detail: string) =>
      `The policy file has a mistake at ${at}: ${detail}. Correct that place and try again.`,
    unknownField: (at: string, field: string) =>
      `The policy file has a mistake at ${at}: there is no field "${field}". Correct its name or remove it.`,
    notAscending: (at: string, value: number, before: number) =>
      `The policy file has a mistake at ${at}: ${value} must lie above the entry before it, ${before}. Sort the entries, without equal ones.`,
    notDescending: (at: string, value: number, before: number) =>
      `The policy file has a mistake at ${at}: ${value} must lie below the entry before it, ${before}. Sort the entries, without equal ones.`,
    gapBelow: (at: string, first: number) =>
      `The policy file has a gap at ${at}: values below ${first} belong to no band. Let the first band begin at 0.`,
    hole: (at: string, below: number, next: number) =>
      `The policy file has a hole at ${at}: values from ${below} to below ${next} belong to no band. Let the band end where the next one begins.`,
    holeAbove: (at: string, below: number) =>
      `The policy file has a hole at ${at}: values from ${below} on belong to no band. Remove "below" from the last band.`,
    overlap: (at: string, next: number, below: number) =>
      `The policy file has an overlap at ${at}: values from ${next} to below ${below} belong to two bands. Let the band end where the next one begins.`,
    tooMuch: (at: string, value: number, most: number) =>
      `The policy file has a mistake at ${at}: ${value} is more than the ${most} that it is a part of. Choose at most ${most}.`,
    weights: (at: string, sum: number) =>
      `The policy file has a mistake at ${at}: the weights add up to ${sum}, not 100. Correct them.`,
    nameTaken: (at: string, name: string) =>
      `The policy file has a mistake at ${at}: another tier is called "${name}" already. Give each tier a name of its own.`,
    wrongTiers: (at: string, named: string, wanted: string) =>
      `The policy file must list at ${at} exactly these, lowest first: ${wanted}. It lists: ${named}.`,
    tierOnce: (at: string, tier: string) =>
      `The policy file must list the tier "${tier}" once at ${at}. Add or remove entries.`,
    edgeDecimals: (at: string, edge: number, decimals: number) =>
      `The policy file has a mistake at ${at}: the edge ${edge} may have ${decimals} decimal places at most. Round it.`,
    binPoints: (at: string, given: number, wanted: number) =>
      `The policy file has a mistake at ${at}: ${wanted} bins need ${wanted} numbers of points, not ${given}. Give one for the values below the first edge, and one from each edge on.`,
    unknownPoints: (at: string, feature: string, needed: boolean) =>
      needed
        ? `The policy file has a mistake at ${at}: "${feature}" may not have been recorded. Give the points for that as "unknown".`
        : `The policy file has a mistake at ${at}: "${feature}" is always known. Remove "unknown".`,
    cellCount: (at: string, given: number, wanted: number) =>
      `The policy file has a mistake at ${at}: ${wanted} cells are needed, one for each band of the measure that the line reads first (and a last one where it may not have been recorded), not ${given}.`,
    lineCode: (at: string, code: string, wanted: string) =>
      `The policy file has a mistake at ${at}: the line is called ${code} and must be called ${wanted}. Number the lines from S01 on.`,
    cardCurrency: (at: string, card: string, policy: string) =>
      `The policy file has a mistake at ${at}: the scorecard is in ${card} and the policy in ${policy}. Use a scorecard in ${policy}.`,
    noScorecard: (at: string) =>
      `The policy file has a mistake at ${at}: there is no scorecard that could decide. Add "scorecard", or write "expert".`,
    sameApprover: (at: string) =>
      `The policy file names the same person as author and approver (${at}). Somebody else must approve a policy.`,
    noneForCurrency: (currency: string, on: string) =>
      `No policy in ${currency} is in force on ${on}, and ${currency} is the reporting currency. Put one in force with: bellwether policy activate FILE`,
    otherContent: (version: string) =>
      `A policy with the version "${version}" is already stored and says something else. Give the changed file a new version.`,
    otherCurrency: (version: string, policy: string, reporting: string) =>
      `The policy "${version}" is in ${policy}, but this bank reports in ${reporting}. A policy applies only where its currency is the reporting currency.`,
    noFile: (path: string) =>
      `The policy file ${path} cannot be read. Check the path and the permissions.`,
    unknownPerson: (email: string) =>
      `Nobody with the work e-mail ${email} is known. Check the address, or import the managers first.`,
    noAuthority: (name: string) =>
      `${name} may not put a policy in force. Ask a president, compliance or an administrator, other than its author.`,
    ownPolicy: (version: string, name: string) =>
      `${name} is the author of the policy "${version}" and cannot put it in force. Ask a second person.`,
    needsApprover: (version: string) =>
      `The policy "${version}" would change one that is in force, and that takes a second person: run "policy activate FILE --as EMAIL" as a president, compliance or an administrator, other than its author.`,
    valid: (version: string) => `The policy "${version}" has no mistakes.`,
    activated: (version: string, from: string) =>
      `The policy "${version}" is in force from ${from}; the next nightly run uses it.`,
    nightsBefore: (nights: number, from: string) =>
      nights === 1
        ? `One night from ${from} on was decided without it and stands. \`nightly --from ${from}\` decides it again.`
        : `${nights} nights from ${from} on were decided without it and stand. \`nightly --from ${from}\` decides them again.`,
    alreadyActive: (version: string) =>
      `The policy "${version}" was stored already; nothing changed.`,
    simulating: (assessed: number) => `${assessed} clients tried`,
    change: (path: string, from: string, to: string) => `${path}: ${from} → ${to}`,
    noChanges: () => 'The two policies say the same.',
    none: '–',
    compared: (on: string, from: string, to: string, assessed: number, moves: number) =>
      `On ${on}, policy ${to} instead of ${from}: ${moves} of ${assessed} clients would move. Nothing was written.`,
    tierTable: 'Tier | Now | Then',
    matrixTable: 'From | To | Clients',
    managerTable: 'Manager | Up | Down',
    moveTable: 'Client | Manager | From | To | In force then',
    unowned: 'without a manager',
    moreMoves: (n: number) => `… and ${n} more; --json lists all of them.`,
    churnChanges: (n: number) => `${n} clients would be in another churn band.`,
  },
  {
    unreadable: (detail: string) => `策略文件不是可读取的 YAML：${detail} 请修改文件后重试。`,
    at: (line: number, place: string) => `第 ${line} 行「${place}」`,
    shape: (at: string, detail: string) => `策略文件${at}处填写有误：${detail}。请修改该处后重试。`,
    unknownField: (at: string, field: string) =>
      `策略文件${at}处填写有误：不存在字段「${field}」，请更正名称或删除该字段。`,
    notAscending: (at: string, value: number, before: number) =>
      `策略文件${at}处填写有误：${value} 必须大于前一项 ${before}。请按从低到高排列，且不得重复。`,
    notDescending: (at: string, value: number, before: number) =>
      `策略文件${at}处填写有误：${value} 必须小于前一项 ${before}。请按从高到低排列，且不得重复。`,
    gapBelow: (at: string, first: number) =>
      `策略文件${at}处存在空档：低于 ${first} 的数值没有对应档位。第一档应从 0 开始。`,
    hole: (at: string, below: number, next: number) =>
      `策略文件${at}处存在空档：${below} 至 ${next}（不含）的数值没有对应档位。每档的上限应等于下一档的起点。`,
    holeAbove: (at: string, below: number) =>
      `策略文件${at}处存在空档：${below} 及以上的数值没有对应档位。最高一档不应设上限「below」。`,
    overlap: (at: string, next: number, below: number) =>
      `策略文件${at}处档位重叠：${next} 至 ${below}（不含）的数值同时属于两档。每档的上限应等于下一档的起点。`,
    tooMuch: (at: string, value: number, most: number) =>
      `策略文件${at}处填写有误：${value} 超出其所属区间的 ${most}，请填写不大于 ${most} 的数值。`,
    weights: (at: string, sum: number) =>
      `策略文件${at}处填写有误：各项权重之和为 ${sum}，应为 100。`,
    nameTaken: (at: string, name: string) =>
      `策略文件${at}处填写有误：已有其他等级使用名称「${name}」。各等级名称不得重复。`,
    wrongTiers: (at: string, named: string, wanted: string) =>
      `策略文件${at}处须由低到高完整列出：${wanted}。目前列出的是：${named}。`,
    tierOnce: (at: string, tier: string) =>
      `策略文件${at}处须列出「${tier}」一次（且仅一次），请增删相应条目。`,
    edgeDecimals: (at: string, edge: number, decimals: number) =>
      `策略文件${at}处填写有误：分界值 ${edge} 最多保留 ${decimals} 位小数，请取整后填写。`,
    binPoints: (at: string, given: number, wanted: number) =>
      `策略文件${at}处填写有误：${wanted} 个区间须对应 ${wanted} 个分值，现为 ${given} 个。低于第一个分界值的区间一个，此后每个分界值起的区间各一个。`,
    unknownPoints: (at: string, feature: string, needed: boolean) =>
      needed
        ? `策略文件${at}处填写有误：「${feature}」可能没有记录，请用「unknown」写明此时的分值。`
        : `策略文件${at}处填写有误：「${feature}」必有记录，请删除「unknown」。`,
    cellCount: (at: string, given: number, wanted: number) =>
      `策略文件${at}处填写有误：须为先行指标的每个区间各设一行（该指标可能没有记录的，末尾再加一行），共 ${wanted} 行，现为 ${given} 行。`,
    lineCode: (at: string, code: string, wanted: string) =>
      `策略文件${at}处填写有误：该项编号为 ${code}，应为 ${wanted}。各项须自 S01 起依次编号。`,
    cardCurrency: (at: string, card: string, policy: string) =>
      `策略文件${at}处填写有误：评分卡货币为 ${card}，策略货币为 ${policy}，二者须一致。`,
    noScorecard: (at: string) =>
      `策略文件${at}处填写有误：策略中没有评分卡，无法据以评定。请补充「scorecard」，或改为「expert」。`,
    sameApprover: (at: string) => `策略文件的制定人与审批人为同一人（${at}）。策略须由他人审批。`,
    noneForCurrency: (currency: string, on: string) =>
      `${on} 没有生效的 ${currency} 策略，而本行的报告货币是 ${currency}。请执行 bellwether policy activate FILE 启用一份策略。`,
    otherContent: (version: string) =>
      `版本为「${version}」的策略已存在且内容不同。请为修改后的文件设定新的版本号。`,
    otherCurrency: (version: string, policy: string, reporting: string) =>
      `策略「${version}」的货币是 ${policy}，而本行的报告货币是 ${reporting}。策略仅适用于与其货币一致的报告货币。`,
    noFile: (path: string) => `无法读取策略文件 ${path}，请检查路径与权限。`,
    unknownPerson: (email: string) =>
      `系统中没有工作邮箱为 ${email} 的人员，请核对邮箱或先导入人员数据。`,
    noAuthority: (name: string) =>
      `${name} 无权启用策略。请由制定人以外的行长、合规人员或系统管理员办理。`,
    ownPolicy: (version: string, name: string) =>
      `${name} 是策略「${version}」的制定人，不能自行启用，请由他人办理。`,
    needsApprover: (version: string) =>
      `策略「${version}」将变更现行策略，须由第二人启用：请由制定人以外的行长、合规人员或系统管理员执行 policy activate FILE --as EMAIL。`,
    valid: (version: string) => `策略「${version}」检查无误。`,
    activated: (version: string, from: string) =>
      `策略「${version}」自 ${from} 起生效，下一次夜间批处理将使用该策略。`,
    nightsBefore: (nights: number, from: string) =>
      `自 ${from} 起有 ${nights} 次夜间批处理未按此策略评定，结果维持不变；如需重新评定，请运行 \`nightly --from ${from}\`。`,
    alreadyActive: (version: string) => `策略「${version}」此前已存入，未作任何更改。`,
    simulating: (assessed: number) => `已试算 ${assessed} 户`,
    change: (path: string, from: string, to: string) => `${path}：${from} → ${to}`,
    noChanges: () => '两份策略内容相同。',
    none: '–',
    compared: (on: string, from: string, to: string, assessed: number, moves: number) =>
      `以 ${on} 数据试算，策略 ${from} 改为 ${to}：${assessed} 户中有 ${moves} 户变动。未写入任何数据。`,
    tierTable: '等级 | 现在 | 变更后',
    matrixTable: '由 | 至 | 户数',
    managerTable: '客户经理 | 上升 | 下降',
    moveTable: '客户 | 客户经理 | 由 | 至 | 变更后生效等级',
    unowned: '无客户经理',
    moreMoves: (n: number) => `……另有 ${n} 户，可用 --json 查看全部。`,
    churnChanges: (n: number) => `${n} 户的流失风险档位将变动。`,
  },
);
