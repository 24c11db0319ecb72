/** What the reason codes of a change are called. */
import type { Locale } from '../domain/actor.ts';
import type { OverrideReason, ReassignReason } from '../domain/reason-codes.ts';

export const changeReasonNames: Record<Locale, Record<OverrideReason | ReassignReason, string>> = {
  en: {
    assets_elsewhere: 'Assets held elsewhere',
    expected_inflow: 'Expected inflow',
    family_relationship: 'Family relationship',
    corporate_link: 'Link to a corporate client',
    service_recovery: 'Service recovery',
    data_error: 'Error in the data',
    risk_concern: 'Risk concern',
    manager_left: 'Manager has left',
    book_balance: 'Balancing of books',
    client_request: 'Request of the client',
    expertise: 'Expertise needed',
    branch_move: 'Move to another branch',
    conflict_of_interest: 'Conflict of interest',
  },
  'zh-CN': {
    assets_elsewhere: '他行资产',
    expected_inflow: '预期资金流入',
    family_relationship: '家庭关联',
    corporate_link: '公私联动',
    service_recovery: '服务补救',
    data_error: '数据有误',
    risk_concern: '风险考虑',
    manager_left: '客户经理离岗',
    book_balance: '管户均衡',
    client_request: '客户要求',
    expertise: '专业匹配',
    branch_move: '更换网点',
    conflict_of_interest: '利益冲突回避',
  },
};
