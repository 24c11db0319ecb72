/** The row of a client: who it is, how risky, what it agreed to. */
import { formatMinor } from '../domain/money.ts';
import type { Calendar } from './calendar.ts';
import { contactData } from './contact-data.ts';
import { OCCUPATIONS } from './names.ts';
import type { PlannedClient } from './plan-book.ts';
import type { Random } from './random.ts';
import type { Row } from './tables.ts';

export type ClientFacts = {
  client: PlannedClient;
  onboardedDay: number;
  closedDay: number | null;
  householdId: string;
  /** AUM on the business date, foreign accounts left out: what the contribution is drawn from. */
  aumMinor: bigint;
};

type ClientRow = Row<'clients'>;

const RISK = ['low', 'low', 'low', 'low', 'medium', 'medium', 'high', ''] as const;
const KYC_YEAR_DAYS = 365;

const money = (minor: bigint): string => formatMinor(minor, 2);

const riskCells = (client: PlannedClient, random: Random) => {
  const wish = client.archetype.record ?? {};
  const drawn = {
    risk_credit: random.pick(RISK),
    risk_aml: random.pick(RISK),
    risk_operational: random.pick(RISK),
  };
  if (wish.riskUnknown) return { risk_credit: '', risk_aml: '', risk_operational: '' };
  return wish.riskRaised ? { ...drawn, risk_credit: 'high' } : drawn;
};

const kycCells = (client: PlannedClient, calendar: Calendar, random: Random) => {
  const { ordinary, record } = client.archetype;
  const drawn = random.pick(['complete', 'complete', 'complete', 'due_soon', 'overdue', 'missing']);
  const state = record?.kyc ?? (ordinary ? drawn : 'complete');
  if (state === 'missing')
    return { kyc_completed_pct: random.pick(['', '0', '35', '60']), kyc_review_due_on: '' };
  const due: Record<string, number> = {
    complete: random.int(100, 2 * KYC_YEAR_DAYS),
    due_soon: random.int(1, 60),
    overdue: -random.int(1, 200),
  };
  return { kyc_completed_pct: '100', kyc_review_due_on: calendar.iso(due[state] ?? KYC_YEAR_DAYS) };
};

const personCells = (calendar: Calendar, random: Random) => ({
  birth_date: calendar.iso(-random.int(20 * KYC_YEAR_DAYS, 80 * KYC_YEAR_DAYS)),
  occupation: random.pick(OCCUPATIONS),
  risk_appetite: random.pick(['conservative', 'balanced', 'balanced', 'aggressive', '']),
});

const companyCells = (client: PlannedClient, random: Random) => {
  const credit = client.archetype.record?.targetCreditMinor;
  const drawn = random.chance(0.4) ? random.money(1_000_000_00n, 150_000_000_00n, 100_000_00n) : 0n;
  const target = credit ?? (client.tier === 'class_3' ? drawn / 4n : drawn);
  return {
    industry: client.industry ?? '',
    annual_revenue: money(random.money(3_000_000_00n, 6_000_000_000_00n, 10_000_00n)),
    institution_type: random.pick(['enterprise', 'enterprise', 'enterprise', 'public_institution']),
    target_credit: target > 0n ? money(target) : '',
  };
};

const NO_PERSON = { birth_date: '', occupation: '', risk_appetite: '' };
const NO_COMPANY = { industry: '', annual_revenue: '', institution_type: '', target_credit: '' };

const kindCells = (client: PlannedClient, calendar: Calendar, random: Random) =>
  client.archetype.kind === 'individual'
    ? { ...personCells(calendar, random), ...NO_COMPANY }
    : { ...NO_PERSON, ...companyCells(client, random) };

const consentCells = (client: PlannedClient, random: Random) => {
  const { ordinary, record } = client.archetype;
  const drawn = ordinary ? random.pick(['', '', 'false', 'false', 'false']) : 'false';
  return {
    watch: record?.watch ? 'true' : drawn,
    marketing_opt_out: String(record?.optOut ?? (ordinary === true && random.chance(0.04))),
    preferred_channel: random.pick(['', 'call', 'call', 'message', 'message', 'email', 'visit']),
  };
};

/** 0.2 to 1.4 % of what the client holds, and a little for the account itself. */
const contributionOf = (aumMinor: bigint, random: Random): string =>
  money((aumMinor * BigInt(random.int(20, 140))) / 10_000n + BigInt(random.int(0, 90_00)));

/** The complete row of `clients.csv`. */
export const clientRow = (facts: ClientFacts, calendar: Calendar, random: Random): ClientRow => {
  const { client } = facts;
  return {
    client_id: client.id,
    kind: client.archetype.kind,
    name: client.name,
    manager_id: client.managerId ?? '',
    branch_id: client.branchId,
    onboarded_on: calendar.iso(facts.onboardedDay),
    closed_on: facts.closedDay === null ? '' : calendar.iso(facts.closedDay),
    ...contactData(client, random),
    ...kindCells(client, calendar, random),
    ...riskCells(client, random),
    ...kycCells(client, calendar, random),
    ...consentCells(client, random),
    household_id: facts.householdId,
    contribution_12m: contributionOf(facts.aumMinor, random),
  };
};
