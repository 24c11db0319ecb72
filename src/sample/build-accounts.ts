/** Turns the plan of a client into accounts whose balances are exactly the sum of their transactions. */
import { account, type Entry, entry, type SampleAccount } from './account.ts';
import { activityWindows, type Window } from './activity-windows.ts';
import type { Archetype } from './archetypes/archetype.ts';
import type { Calendar } from './calendar.ts';
import { cashFlow } from './cash-flow.ts';
import { type Holding, planHoldings } from './holdings.ts';
import { planLending } from './lending.ts';
import { type LevelChange, type LevelPlan, planLevel } from './level-plan.ts';
import type { PlannedClient } from './plan-book.ts';
import type { Random } from './random.ts';

export type Tools = { calendar: Calendar; random: Random };

/** 0.05 % a year, posted quarterly. */
const INTEREST_DIVISOR = 8_000n;
const INTEREST_DAY = 21;
const FEE_MINOR = 50_00n;

const levelEntries = (plan: LevelPlan): Entry[] => {
  let held = plan.startMinor;
  return plan.changes.map((change: LevelChange) => {
    const amount = change.toMinor - held;
    held = change.toMinor;
    const moved = entry(change.day, amount, amount > 0n ? 'transfer_in' : 'transfer_out');
    return { ...moved, ownName: change.ownName };
  });
};

/** The client's first product lies in the history: nothing has an opening balance. */
const startsInHistory = (plan: LevelPlan): boolean => plan.firstProductDay === plan.startDay;

const heldFromStart = ({ account: product }: Holding, plan: LevelPlan): boolean =>
  product.openedDay <= plan.startDay && !startsInHistory(plan);

const redeem = ({ account: product, amountMinor }: Holding, day: number): Entry => {
  const redeemed = { ...entry(day, -amountMinor, 'redemption'), initiatedBy: 'bank' as const };
  product.entries.push(redeemed);
  return { ...redeemed, amountMinor };
};

/** Both legs of buying and redeeming a product; those of the demand account are returned. */
const trade = (holding: Holding, plan: LevelPlan): Entry[] => {
  const { account: product, amountMinor } = holding;
  const legs: Entry[] = [];
  if (heldFromStart(holding, plan)) product.openingMinor = amountMinor;
  else {
    product.entries.push(entry(product.openedDay, amountMinor, 'purchase'));
    legs.push(entry(product.openedDay, -amountMinor, 'purchase'));
  }
  return product.closedDay === null ? legs : [...legs, redeem(holding, product.closedDay)];
};

const bankPostings = (
  wallet: SampleAccount,
  client: PlannedClient,
  calendar: Calendar,
): Entry[] => {
  const { archetype } = client;
  if (archetype.level !== undefined) return [];
  const found: Entry[] = [];
  const firstDay = Math.max(calendar.start, wallet.openedDay);
  for (let month = 0; month < 18; month++) {
    const day = calendar.monthStart(0, month) + INTEREST_DAY - 1;
    if (day > 0 || day <= firstDay || calendar.month(day) % 3 !== 0) continue;
    const interest = balanceOn(wallet, day) / INTEREST_DIVISOR;
    if (interest > 0n) found.push(entry(day, interest, 'interest'));
    if (archetype.kind === 'corporate') found.push(entry(day, -FEE_MINOR, 'fee'));
  }
  return found;
};

/** Day-end balance of an account from its opening and entries. */
export const balanceOn = (found: SampleAccount, day: number): bigint =>
  found.entries.reduce(
    (sum, booked) => (booked.day <= day ? sum + booked.amountMinor : sum),
    found.openingMinor,
  );

/** Everything out on that day, every account closed. */
const closeAll = (wallet: SampleAccount, holdings: Holding[], plan: LevelPlan, day: number) => {
  for (const holding of holdings) holding.account.closedDay ??= day;
  wallet.entries.push(...holdings.flatMap((holding) => trade(holding, plan)));
  wallet.entries = wallet.entries.filter((booked) => booked.day <= day);
  wallet.entries.push(entry(day, -balanceOn(wallet, day), 'transfer_out'));
  wallet.closedDay = day;
};

const openingOf = (plan: LevelPlan, holdings: Holding[]): bigint =>
  holdings
    .filter((holding) => heldFromStart(holding, plan))
    .reduce((left, holding) => left - holding.amountMinor, plan.startMinor);

/** A first deposit inside the history is a transaction, an older one an opening balance. */
const openWallet = (plan: LevelPlan, openingMinor: bigint): SampleAccount => {
  const wallet = account('demand_deposit', plan.firstProductDay);
  if (startsInHistory(plan)) wallet.entries.push(entry(plan.startDay, openingMinor, 'transfer_in'));
  else wallet.openingMinor = openingMinor;
  return wallet;
};

const reopened = (daysAgo: number, plan: LevelPlan): SampleAccount =>
  account('demand_deposit', -daysAgo, {
    entries: [entry(-daysAgo, plan.startMinor, 'transfer_in')],
  });

const foreignAccount = (currency: string, plan: LevelPlan): SampleAccount =>
  account('demand_deposit', plan.firstProductDay, {
    currency,
    openingMinor: plan.lowestMinor / 100n,
  });

const everydayFlow = (client: PlannedClient, plan: LevelPlan, window: Window, tools: Tools) => {
  const within = { ...window, from: Math.max(window.from, plan.startDay) };
  return cashFlow(client.archetype, client.tier, within, tools.calendar, tools.random);
};

/** The demand account of a client that came back after closing all; else the one it always had. */
const currentAccount = (wallet: SampleAccount, plan: LevelPlan, archetype: Archetype) =>
  archetype.reopenedDaysAgo ? reopened(archetype.reopenedDaysAgo, plan) : wallet;

/** All accounts of a client, the demand account first; none for a client that never held a product. */
export const buildAccounts = (client: PlannedClient, tools: Tools): SampleAccount[] => {
  const { archetype } = client;
  const { calendar, random } = tools;
  const [first, ...later] = activityWindows(archetype, calendar.start, random);
  const plan = planLevel(client, first.to, calendar, random);
  if (plan === null) return [];
  const holdings = planHoldings(client, plan, first.to, random);
  const lending = planLending(client, plan, calendar, random);
  const wallet = openWallet(plan, openingOf(plan, holdings));
  wallet.entries.push(...levelEntries(plan), ...lending.entries);
  wallet.entries.push(...everydayFlow(client, plan, first, tools));
  if (archetype.closedDaysAgo) closeAll(wallet, holdings, plan, -archetype.closedDaysAgo);
  else wallet.entries.push(...holdings.flatMap((holding) => trade(holding, plan)));
  const current = currentAccount(wallet, plan, archetype);
  current.entries.push(...later.flatMap((window) => everydayFlow(client, plan, window, tools)));
  if (current.closedDay === null) current.entries.push(...bankPostings(current, client, calendar));
  const foreign = archetype.products?.foreign;
  const accounts = [
    wallet,
    ...holdings.map((holding) => holding.account),
    ...lending.accounts,
    ...(current === wallet ? [] : [current]),
    ...(foreign ? [foreignAccount(foreign, plan)] : []),
  ];
  for (const built of accounts) built.entries.sort((a, b) => a.day - b.day);
  return accounts;
};
