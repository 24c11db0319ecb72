/** The closed code lists of clients and their accounts (intake format, rules.md). */

export const CLIENT_KINDS = ['individual', 'corporate'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

export const DEPOSIT_LINES = ['demand_deposit', 'time_deposit'] as const;
export const INVESTMENT_LINES = [
  'wealth_product',
  'fund',
  'bond',
  'insurance',
  'precious_metal',
] as const;
/** The seven lines whose balances make AUM. */
export const ASSET_LINES = [...DEPOSIT_LINES, ...INVESTMENT_LINES] as const;
/** What a client owes; shown apart, never AUM. */
export const LOAN_LINES = ['loan', 'mortgage', 'credit_card'] as const;
/** Lines without a balance of their own. */
export const SERVICE_LINES = ['payroll', 'settlement', 'trade_finance'] as const;
export const PRODUCT_LINES = [...ASSET_LINES, ...LOAN_LINES, ...SERVICE_LINES] as const;
export type ProductLine = (typeof PRODUCT_LINES)[number];

/** Lowest first; position is rank. */
export const INDIVIDUAL_TIERS = ['mass', 'potential', 'quality', 'key', 'premier'] as const;
export const CORPORATE_TIERS = ['class_3', 'class_2', 'class_1'] as const;
export const TIERS = [...INDIVIDUAL_TIERS, ...CORPORATE_TIERS] as const;
export type Tier = (typeof TIERS)[number];
/** High-value / 高价值 (rules.md). */
export const HIGH_VALUE_TIERS = ['key', 'premier', 'class_1'] as const satisfies readonly Tier[];

const ladder = (kind: ClientKind): readonly Tier[] =>
  kind === 'individual' ? INDIVIDUAL_TIERS : CORPORATE_TIERS;

/** The tiers that a client of this kind can have, lowest first. */
export const tiersOf = ladder;

/** Position on the ladder of the kind, 0 = lowest; -1 for a tier of the other kind. */
export const tierRank = (kind: ClientKind, tier: Tier): number => ladder(kind).indexOf(tier);

/** Bands between two tiers of one kind; negative = down. */
export const tierSteps = (kind: ClientKind, from: Tier, to: Tier): number =>
  tierRank(kind, to) - tierRank(kind, from);

export const ACTIVITY_STATES = ['active', 'quiet', 'dormant', 'long_inactive', 'unknown'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

export const LIFECYCLE_STAGES = [
  'prospect',
  'lost',
  'won_back',
  'new',
  'dormant',
  'loyal',
  'active',
  'unassessed',
] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

export const CHURN_BANDS = ['high', 'medium', 'watch', 'low'] as const;
export type ChurnBand = (typeof CHURN_BANDS)[number];

/** How much advice a client needs: self-service, advice on products, specialists. */
export const NEED_TIERS = ['basic', 'advanced', 'professional'] as const;
export type NeedTier = (typeof NEED_TIERS)[number];

/** The value bands of the 16-grid; with the four known activity states they make its cells. */
export const GRID_TIERS = [
  'potential',
  'quality',
  'key',
  'premier',
] as const satisfies readonly Tier[];
export const GRID_STATES = [
  'active',
  'quiet',
  'dormant',
  'long_inactive',
] as const satisfies readonly ActivityState[];
export type GridCell = `${(typeof GRID_TIERS)[number]}_${(typeof GRID_STATES)[number]}`;

export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
export const RISK_APPETITES = ['conservative', 'balanced', 'aggressive'] as const;

export const TRANSACTION_KINDS = [
  'salary',
  'transfer_in',
  'transfer_out',
  'cash_in',
  'cash_out',
  'payment',
  'purchase',
  'redemption',
  'loan_repayment',
  'interest',
  'fee',
  'tax',
  'sweep',
  'other',
] as const;
/** Kinds that the bank posts: they show no living relationship and are no inflow. */
export const BANK_KINDS = ['interest', 'fee', 'tax', 'sweep'] as const;

export const CONTACT_CHANNELS = ['call', 'visit', 'message', 'email', 'mass_message'] as const;
export const CONTACT_PURPOSES = ['service', 'marketing'] as const;
export const COMPLAINT_SEVERITIES = ['normal', 'severe'] as const;
export const RELATIONS = [
  'owner_of',
  'executive_of',
  'payroll_employee_of',
  'spouse_of',
  'parent_of',
  'referred_by',
  'supplier_of',
  'buyer_of',
  'authorised_user_of',
] as const;
