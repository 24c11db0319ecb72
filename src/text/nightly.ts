import { catalog } from './catalog.ts';

export const nightlyText = catalog(
  {
    nothingLoaded: () =>
      'There is no business date yet: neither balances nor transactions have been loaded. Import a bundle first, or load the sample bank.',
    olderThanNewest: (asked: string, newest: string) =>
      `The night of ${asked} cannot be run: that of ${newest} is finished, and decisions already taken are not taken again. Choose ${newest} or a later date.`,
    fromAfter: (from: string, on: string) =>
      `The first date, ${from}, lies after the business date, ${on}. Choose an earlier first date.`,
    rateMissing: (currency: string, since: string, clientId: string) =>
      `There is no exchange rate for ${currency} on some days since ${since}, and client ${clientId} holds a balance in it. Import fx_rates for ${currency} from ${since} on and run the night again; nothing was written.`,
    assessed: (on: string, done: number, changed: number) =>
      `${on}: ${done} clients assessed, ${changed} decisions changed`,
    finished: (on: string, policy: string, assessed: number, changed: number) =>
      `Night of ${on} by policy ${policy}: ${assessed} clients assessed, ${changed} decisions changed.`,
    late: (from: string) =>
      `Facts from ${from} on have changed since they were assessed: every month-end and night since was assessed again.`,
    revised: (revised: number) =>
      `${revised} decisions of dates assessed before came out differently now (corrected facts, or another policy):`,
    revision: (on: string, clientId: string, was: string, now: string) =>
      `  ${on} ${clientId}: ${was} → ${now}`,
    moreRevisions: (n: number) => `  … and ${n} more; --json lists the first thousand.`,
    alerted: (alerts: number, digests: number) =>
      `${alerts} alerts reported, ${digests} digests queued.`,
  },
  {
    nothingLoaded: () => '尚无业务日期：余额与交易均未导入。请先导入数据包，或装载示例银行。',
    olderThanNewest: (asked: string, newest: string) =>
      `不能运行 ${asked} 的夜间批处理：${newest} 的批处理已完成，已作出的评定不再重做。请选择 ${newest} 或之后的日期。`,
    fromAfter: (from: string, on: string) =>
      `起始日期 ${from} 晚于业务日期 ${on}，请选择更早的起始日期。`,
    rateMissing: (currency: string, since: string, clientId: string) =>
      `自 ${since} 起有部分日期缺少 ${currency} 汇率，而客户 ${clientId} 持有该货币余额。请导入 ${since} 起的 ${currency} 汇率（fx_rates）后重新运行；本次未写入任何数据。`,
    assessed: (on: string, done: number, changed: number) =>
      `${on}：已评定 ${done} 户，评定结果变动 ${changed} 户`,
    finished: (on: string, policy: string, assessed: number, changed: number) =>
      `${on} 夜间批处理完成（策略 ${policy}）：评定 ${assessed} 户，结果变动 ${changed} 户。`,
    late: (from: string) =>
      `${from} 起的数据在评定后有更新，此后的各月末与各夜间批处理均已重新评定。`,
    revised: (revised: number) =>
      `以往日期的评定结果有 ${revised} 项与此前不同（数据更正或策略变更）：`,
    revision: (on: string, clientId: string, was: string, now: string) =>
      `  ${on} ${clientId}：${was} → ${now}`,
    moreRevisions: (n: number) => `  ……另有 ${n} 项，可用 --json 查看前一千项。`,
    alerted: (alerts: number, digests: number) =>
      `提示 ${alerts} 条预警，待发送简报 ${digests} 份。`,
  },
);
