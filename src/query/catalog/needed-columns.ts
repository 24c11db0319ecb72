/** Which columns of the bundle tell a fact, where the table alone does not: a column that never held a value tells nobody. */
import type { FieldKey } from '../field-keys.ts';
import type { Feed } from './field.ts';

export const COLUMNS = [
  'clients.branch_id',
  'clients.birth_date',
  'clients.phone',
  'clients.email',
  'clients.address',
  'clients.wechat',
  'clients.occupation',
  'clients.industry',
  'clients.annual_revenue',
  'clients.institution_type',
  'clients.risk_credit',
  'clients.risk_aml',
  'clients.risk_operational',
  'clients.risk_appetite',
  'clients.kyc_completed_pct',
  'clients.kyc_review_due_on',
  'clients.preferred_channel',
  'clients.household_id',
  'clients.target_credit',
  'clients.contribution_12m',
  'accounts.matures_on',
  'accounts.renewal_instructed',
  'activity.last_transaction_on',
  'activity.transaction_days',
  'activity.inflow',
  'activity.outflow',
  'contacts.purpose',
  'contacts.note',
] as const;
export type Column = (typeof COLUMNS)[number];

/** A whole table, or one column of it. */
export type Source = Feed | Column;

const idle = ['transactions', 'activity.last_transaction_on'] as const;
const days = ['transactions', 'activity.transaction_days'] as const;
const flows = ['transactions', 'activity.inflow', 'activity.outflow'] as const;
const reach = ['clients.phone', 'clients.email', 'clients.address', 'clients.wechat'] as const;
const unrenewed = [['accounts.matures_on'], ['accounts.renewal_instructed']] as const;

/** One source of each list must have come. An empty watch or opt-out is false, so that neither is here. */
export const NEEDED: Partial<Record<FieldKey, readonly (readonly Source[])[]>> = {
  branch: [['clients.branch_id']],
  age: [['clients.birth_date']],
  ageBand: [['clients.birth_date']],
  occupation: [['clients.occupation']],
  industry: [['clients.industry']],
  annualRevenue: [['clients.annual_revenue']],
  institutionType: [['clients.institution_type']],
  redList: [reach],
  phoneUsable: [['clients.phone']],
  emailUsable: [['clients.email']],
  addressKnown: [['clients.address']],
  wechatKnown: [['clients.wechat']],
  creditRisk: [['clients.risk_credit']],
  amlRisk: [['clients.risk_aml']],
  operationalRisk: [['clients.risk_operational']],
  riskAppetite: [['clients.risk_appetite']],
  kycComplete: [['clients.kyc_completed_pct']],
  kycPct: [['clients.kyc_completed_pct']],
  kycDueOn: [['clients.kyc_review_due_on']],
  kycOverdue: [['clients.kyc_review_due_on']],
  preferredChannel: [['clients.preferred_channel']],
  household: [['clients.household_id']],
  inHousehold: [['clients.household_id']],
  householdSize: [['clients.household_id']],
  householdAum: [['clients.household_id']],
  targetCredit: [['clients.target_credit']],
  contribution12m: [['clients.contribution_12m']],
  valueScore: [['transactions'], ['clients.contribution_12m']],
  gridCell: [idle],
  rfmRecency: [idle],
  rfmFrequency: [['transactions']],
  rfmMonetary: [['clients.contribution_12m']],
  activity: [idle],
  idleDays: [idle],
  lastTransactionOn: [idle],
  transactionDays: [days],
  netInflow: [flows],
  netInflowPct: [flows],
  maturityCount: [['accounts.matures_on']],
  maturingLines: [['accounts.matures_on']],
  maturingAmount: [['accounts.matures_on']],
  nextMaturityOn: [['accounts.matures_on']],
  unrenewedCount: unrenewed,
  unrenewedLines: unrenewed,
  unrenewedAmount: unrenewed,
  marketingContactCount: [['contacts.purpose']],
  serviceContactCount: [['contacts.purpose']],
  lastContactNote: [['contacts.note']],
};
