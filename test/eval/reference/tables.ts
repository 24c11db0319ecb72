import type { Sql } from '../../../src/db/database.ts';

export type Text = string | null;
export type ClientRow = {
  id: string;
  name: string;
  kind: 'individual' | 'corporate';
  managerId: Text;
  branchId: Text;
  onboardedOn: Text;
  closedOn: Text;
  birthDate: Text;
  phone: Text;
  email: Text;
  address: Text;
  wechat: Text;
  occupation: Text;
  industry: Text;
  annualRevenue: number | null;
  institutionType: Text;
  riskCredit: Text;
  riskAml: Text;
  riskOperational: Text;
  watch: boolean | null;
  riskAppetite: Text;
  kycPct: number | null;
  kycDueOn: Text;
  optOut: boolean | null;
  preferredChannel: Text;
  householdId: Text;
  targetCredit: number | null;
  contribution: number | null;
};
export type AccountRow = {
  id: string;
  clientId: string;
  line: string;
  currency: string;
  openedOn: Text;
  closedOn: Text;
  maturesOn: Text;
  renewal: boolean | null;
};
export type BalanceRow = { accountId: string; on: string; minor: number };
export type TransactionRow = {
  clientId: string;
  accountId: string;
  on: string;
  minor: number;
  kind: string;
  own: boolean;
};
export type ContactRow = {
  clientId: string;
  on: string;
  channel: string;
  twoWay: boolean;
  purpose: Text;
};
export type AssessmentRow = {
  clientId: string;
  from: string;
  tier: string;
  before: Text;
  computed: string;
  churnBand: string;
  lifecycle: string;
};
export type StateRow = {
  clientId: string;
  tier: string;
  computed: string;
  activity: string;
  lifecycle: string;
  churnScore: number;
  churnBand: string;
  valueAtRisk: number;
  nextTierGap: number | null;
  monthsBelow: number;
  avg3Sum: number;
  avg3Days: number;
  /** The whole row as stored, for scores that only the night can work out. */
  row: Record<string, unknown>;
};

const select = async <T>(owner: Sql, text: string): Promise<T[]> => [
  ...(await owner.unsafe<(T & object)[]>(text)),
];

const QUERIES = {
  clients: `select c.client_id as id, c.name, c.kind, v.manager_id as "managerId", branch_id as "branchId",
      onboarded_on::text as "onboardedOn", closed_on::text as "closedOn", birth_date::text as "birthDate",
      phone, email, address, wechat, occupation, industry,
      annual_revenue_minor::float8 / 100 as "annualRevenue", institution_type as "institutionType", risk_credit as "riskCredit", risk_aml as "riskAml",
      risk_operational as "riskOperational", watch, risk_appetite as "riskAppetite",
      kyc_completed_pct as "kycPct", kyc_review_due_on::text as "kycDueOn", marketing_opt_out as "optOut",
      preferred_channel as "preferredChannel", household_id as "householdId",
      target_credit_minor::float8 / 100 as "targetCredit", contribution_12m_minor::float8 / 100 as contribution
    from clients c left join coverage v on v.client_id = c.client_id and v.superseded_at is null and v.valid_to is null`,
  accounts: `select account_id as id, client_id as "clientId", product_line as line, currency,
      opened_on::text as "openedOn", closed_on::text as "closedOn", matures_on::text as "maturesOn",
      renewal_instructed as renewal from accounts`,
  balances: `select account_id as "accountId", "on"::text as "on", balance_minor::float8 as minor
    from balances order by "on"`,
  transactions: `select client_id as "clientId", account_id as "accountId", booked_on::text as "on",
      amount_minor::float8 as minor, kind, initiated_by_client as own from transactions order by booked_on`,
  contacts: `select client_id as "clientId", "on"::text as "on", channel, two_way as "twoWay", purpose
    from contacts order by "on"`,
  complaints: `select client_id as "clientId", opened_on::text as "openedOn", closed_on::text as "closedOn",
      severity from complaints`,
  surveys: `select client_id as "clientId", "on"::text as "on", csat from surveys order by "on"`,
  logins: `select client_id as "clientId", month::text as month, days from logins`,
  relations: `select from_client_id as "from", to_client_id as "to", relation from relations`,
  rates: `select currency, "on"::text as "on", rate::float8 as rate from fx_rates order by "on"`,
  overrides: `select client_id as "clientId", valid_from::text as "from", valid_to::text as "to" from overrides`,
  alerts: `select client_id as "clientId", kind, priority, resolved_on::text as "resolvedOn" from alerts`,
  assessments: `select distinct on (client_id, valid_from) client_id as "clientId", valid_from::text as "from",
      in_force_tier as tier, previous_in_force_tier as before, computed_tier as computed,
      churn_band as "churnBand", lifecycle
    from assessments order by client_id, valid_from, revision desc`,
  states: `select client_id as "clientId", in_force_tier as tier, computed_tier as computed, activity, lifecycle,
      churn_score as "churnScore", churn_band as "churnBand", value_at_risk_minor::float8 / 100 as "valueAtRisk",
      next_tier_gap_minor::float8 / 100 as "nextTierGap", months_below as "monthsBelow",
      avg3_sum_minor::float8 / 100 as "avg3Sum", avg3_days as "avg3Days", to_jsonb(client_state) as row
    from client_state`,
  feeds: `select feed, delivered from feeds`,
  settings: `select key, value from settings`,
  managers: `select manager_id as id, name, email, branch_id as "branchId", role from managers`,
};

export type Tables = {
  clients: ClientRow[];
  accounts: AccountRow[];
  balances: BalanceRow[];
  transactions: TransactionRow[];
  contacts: ContactRow[];
  complaints: { clientId: string; openedOn: string; closedOn: Text; severity: Text }[];
  surveys: { clientId: string; on: string; csat: number }[];
  logins: { clientId: string; month: string; days: number }[];
  relations: { from: string; to: string; relation: string }[];
  rates: { currency: string; on: string; rate: number }[];
  overrides: { clientId: string; from: string; to: string }[];
  alerts: { clientId: string; kind: string; priority: number; resolvedOn: Text }[];
  assessments: AssessmentRow[];
  states: StateRow[];
  feeds: { feed: string; delivered: boolean }[];
  settings: { key: string; value: string }[];
  managers: { id: string; name: string; email: string; branchId: string; role: string }[];
};

/** The whole bank in memory, read by the owner of the tables: no scope, and nothing that answers questions. */
export const loadTables = async (owner: Sql): Promise<Tables> => {
  const entries = await Promise.all(
    Object.entries(QUERIES).map(async ([name, text]) => [name, await select(owner, text)]),
  );
  return Object.fromEntries(entries) as Tables;
};
