/** Loans, mortgages and cards, and the services that hold no balance: shown apart from AUM. */
import { account, type Entry, entry, type SampleAccount } from './account.ts';
import type { Calendar } from './calendar.ts';
import type { LevelPlan } from './level-plan.ts';
import type { PlannedClient } from './plan-book.ts';
import type { Random } from './random.ts';

/** `entries` belong to the demand account. */
export type Lending = { accounts: SampleAccount[]; entries: Entry[] };

const NONE: Lending = { accounts: [], entries: [] };
const REPAYMENT_DAY = 20;

/** Instalments are paid in on the day they fall due, so that AUM keeps its level. */
const mortgage = (plan: LevelPlan, calendar: Calendar, random: Random): Lending => {
  let owedMinor = random.money(400_000_00n, 2_500_000_00n, 1_000_00n);
  const instalment = owedMinor / 240n;
  const owed = [{ day: plan.startDay, minor: owedMinor }];
  const entries: Entry[] = [];
  const months = Math.ceil(-plan.startDay / 30) + 1;
  for (let month = months; month >= 0; month--) {
    const day = calendar.monthStart(0, month) + REPAYMENT_DAY - 1;
    if (day <= plan.startDay || day > 0) continue;
    owedMinor -= (instalment * 7n) / 10n;
    owed.push({ day, minor: owedMinor });
    entries.push(entry(day, instalment, 'transfer_in'), entry(day, -instalment, 'loan_repayment'));
  }
  const openedDay = plan.firstProductDay + Math.floor((plan.startDay - plan.firstProductDay) / 2);
  return { accounts: [account('mortgage', openedDay, { owed })], entries };
};

const creditCard = (plan: LevelPlan, calendar: Calendar, random: Random): SampleAccount => {
  const owed = [{ day: plan.startDay, minor: random.money(500_00n, 8_000_00n, 1n) }];
  for (let month = 17; month >= 0; month--) {
    const day = calendar.monthStart(0, month) - 1;
    if (day > plan.startDay) owed.push({ day, minor: random.money(300_00n, 9_000_00n, 1n) });
  }
  return account('credit_card', plan.firstProductDay, { owed });
};

const companyServices = (plan: LevelPlan, random: Random): SampleAccount[] => {
  const accounts = [account('settlement', plan.firstProductDay)];
  if (random.chance(0.35)) accounts.push(account('payroll', plan.firstProductDay));
  if (random.chance(0.15)) accounts.push(account('trade_finance', plan.firstProductDay));
  if (!random.chance(0.3)) return accounts;
  const owed = [
    { day: plan.startDay, minor: random.money(500_000_00n, 40_000_000_00n, 10_000_00n) },
  ];
  const maturesDay = random.int(40, 700);
  return [...accounts, account('loan', plan.firstProductDay, { owed, maturesDay })];
};

/** What a client owes and which services it uses; only ordinary clients get any by chance. */
export const planLending = (
  client: PlannedClient,
  plan: LevelPlan,
  calendar: Calendar,
  random: Random,
): Lending => {
  const { archetype } = client;
  if (archetype.closedDaysAgo) return NONE;
  if (archetype.kind === 'corporate') return { ...NONE, accounts: companyServices(plan, random) };
  if (archetype.products?.mortgage) return mortgage(plan, calendar, random);
  if (!archetype.ordinary || archetype.idleDays !== undefined) return NONE;
  const card = random.chance(0.25) ? [creditCard(plan, calendar, random)] : [];
  if (client.tier === 'mass' || !random.chance(0.12)) return { ...NONE, accounts: card };
  const home = mortgage(plan, calendar, random);
  return { ...home, accounts: [...card, ...home.accounts] };
};
