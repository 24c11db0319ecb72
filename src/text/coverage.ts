import { catalog } from './catalog.ts';
import { han } from './han.ts';

/** Refusals and results of reassigning a client, overriding a tier and deciding on requests. */
export const coverageText = catalog(
  {
    clientNotFound:
      'There is no such client among those you may change. Check the client id or ask the manager who looks after the client.',
    notAssessed:
      'This client has not been assessed yet, so there is no tier to override. Try again after the next nightly run.',
    clientClosed: 'This client relationship is closed, so nothing can be changed on it.',
    managerNotFound: (who: string) =>
      `There is no manager ${who} who keeps a book of clients. Give the work e-mail address of a relationship manager.`,
    personNotFound: (email: string) =>
      `${email} is not known as a manager of this bank. Use the work e-mail address from the staff list.`,
    noData: 'No nightly run has finished yet, so there is no business date. Run the night first.',
    reasonShort: (min: number, max: number) =>
      `Give a reason in your own words, ${min} to ${max} characters.`,
    reasonCode: (codes: string) => `Choose one of the reason codes: ${codes}.`,
    effectivePast: (earliest: string) =>
      `The effective date lies too far back: the earliest possible is ${earliest}.`,
    effectiveFuture: (latest: string) =>
      `The effective date lies too far ahead: the latest possible is ${latest}.`,
    untilPast: (earliest: string) =>
      `The override must last at least a day: choose ${earliest} or later.`,
    untilFuture: (latest: string) =>
      `An override lasts at most 180 days: choose ${latest} or earlier.`,
    tierOfOtherKind: (tiers: string) => `This client can have one of these tiers: ${tiers}.`,
    alreadyPending:
      'A request for this client is waiting for a decision. Wait for it, or let its requester cancel it.',
    renewedOnce:
      'This override has been renewed once already. Let it end; the client then returns to the computed tier.',
    stale:
      'This client has changed since you looked: the manager or the tier is not the same any more. Look again and repeat the request.',
    checkersMissing: (needed: number, found: number) =>
      `This change needs ${needed === 1 ? 'one approver' : `${needed} approvers`} besides you, and only ${found} can be found above this client. Ask the head office to name one more.`,
    requestNotFound: 'There is no such request that you may decide on.',
    notPending: 'This request was decided already.',
    ownRequest: 'Nobody approves their own request: somebody else has to decide.',
    decidedBefore: 'You have decided on this request already; another person has to agree as well.',
    renewalSameChecker:
      'You approved this override before: its renewal has to be approved by somebody else.',
    notRequester: 'Only the person who made a request can cancel it.',
    draftGone:
      'This form was used already or belongs to somebody else. Start again with the command.',
    applied: (what: string) => `Done: ${what}`,
    pending: (what: string, missing: number) =>
      `Waiting for ${missing === 1 ? 'one approval' : `${missing} approvals`}: ${what}`,
    unchanged: (client: string) => `${client} is like that already: nothing was changed.`,
    rejected: (what: string) => `Rejected: ${what}`,
    cancelled: (what: string) => `Cancelled: ${what}`,
    lapsed: (what: string) => `Lapsed, because nobody decided in three working days: ${what}`,
    staleRequest: (what: string) =>
      `Not applied, because the client has changed since it was asked for: ${what}`,
    reassignSentence: (client: string, from: string, to: string, on: string) =>
      `${client} from ${from} to ${to} as of ${on}.`,
    overrideSentence: (client: string, from: string, to: string, until: string) =>
      `${client} from ${from} to ${to}, until ${until}.`,
    unowned: 'no manager',
    auditOk: (entries: number) =>
      `The audit chain of ${entries} ${entries === 1 ? 'entry' : 'entries'} is intact.`,
    auditBroken: (entry: number) =>
      `The audit chain is broken at entry ${entry}: it is missing or not as it was written. Keep the database as it is and call compliance.`,
  },
  {
    clientNotFound: '在您有权调整的客户中没有该客户。请核对客户号，或联系该客户的客户经理。',
    notAssessed: '该客户尚未评定等级，无法调整。请在下一次夜间批处理后重试。',
    clientClosed: '该客户已销户，无法再做调整。',
    managerNotFound: (who: string) => han`没有名为${who}的客户经理。请填写客户经理的工作邮箱。`,
    personNotFound: (email: string) =>
      han`${email}不在本行经理名单中。请使用员工名册上的工作邮箱。`,
    noData: '尚未完成过夜间批处理，没有数据日期。请先运行夜间批处理。',
    reasonShort: (min: number, max: number) => `请用自己的话写明理由，${min} 至 ${max} 个字。`,
    reasonCode: (codes: string) => `请选择一个理由代码：${codes}。`,
    effectivePast: (earliest: string) => `生效日期过早：最早可选 ${earliest}。`,
    effectiveFuture: (latest: string) => `生效日期过晚：最晚可选 ${latest}。`,
    untilPast: (earliest: string) => `调整至少须有效一天：请选择 ${earliest} 或之后的日期。`,
    untilFuture: (latest: string) => `调整最长有效 180 天：请选择 ${latest} 或之前的日期。`,
    tierOfOtherKind: (tiers: string) => `该客户可选的等级为：${tiers}。`,
    alreadyPending: '该客户已有一笔待审批的申请。请等待审批结果，或由申请人撤回。',
    renewedOnce: '该调整已续期一次，不能再续。到期后客户将恢复为系统评定等级。',
    stale: '您查看之后该客户已发生变化（客户经理或等级不同）。请重新查看后再提交。',
    checkersMissing: (needed: number, found: number) =>
      `该变更除您之外需要 ${needed} 名审批人，而该客户之上只有 ${found} 名。请联系总行增设审批人。`,
    requestNotFound: '没有您可以审批的这笔申请。',
    notPending: '该申请已处理完毕。',
    ownRequest: '不能审批自己的申请，须由他人审批。',
    decidedBefore: '您已审批过这笔申请，还需另一人同意。',
    renewalSameChecker: '您审批过原调整，续期须由另一人审批。',
    notRequester: '只有申请人本人可以撤回申请。',
    draftGone: '该表单已提交过，或不属于您。请用命令重新开始。',
    applied: (what: string) => `已完成：${what}`,
    pending: (what: string, missing: number) => `待 ${missing} 人审批：${what}`,
    unchanged: (client: string) => han`${client}已是该状态，未做任何变更。`,
    rejected: (what: string) => `已驳回：${what}`,
    cancelled: (what: string) => `已撤回：${what}`,
    lapsed: (what: string) => `三个工作日内无人审批，已失效：${what}`,
    staleRequest: (what: string) => `申请之后客户情况已变化，未执行：${what}`,
    reassignSentence: (client: string, from: string, to: string, on: string) =>
      han`${client}由${from}移交给${to}，自${on}起生效。`,
    overrideSentence: (client: string, from: string, to: string, until: string) =>
      han`${client}由${from}调整为${to}，有效至${until}。`,
    unowned: '无客户经理',
    auditOk: (entries: number) => `审计链共 ${entries} 条，完整无误。`,
    auditBroken: (entry: number) =>
      `审计链在第 ${entry} 条处断裂：该条缺失或已被改动。请保持数据库原样并联系合规部门。`,
  },
);
