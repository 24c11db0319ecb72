/** Writes all rows of one client: its own, accounts, balances, transactions, contacts and signals. */
import { type ProductLine, SERVICE_LINES } from '../domain/client.ts';
import { currencyDigits, formatMinor } from '../domain/money.ts';
import type { SampleAccount } from './account.ts';
import { balanceOn, buildAccounts } from './build-accounts.ts';
import type { BundleWriter } from './bundle-writer.ts';
import type { Calendar } from './calendar.ts';
import { clientRow } from './client-row.ts';
import { type Contact, planContacts, type Speakers } from './contacts.ts';
import type { PlannedClient } from './plan-book.ts';
import { PRODUCT_NAMES } from './product-names.ts';
import { createRandom, type Random } from './random.ts';
import { planComplaints, planLogins, planSurveys } from './signals.ts';

export type WriteContext = { bundle: BundleWriter; calendar: Calendar; seed: number };
type Writing = WriteContext & { client: PlannedClient; random: Random };

const BANK_OFFSET = '+08:00';
const services: readonly ProductLine[] = SERVICE_LINES;

const optionalDay = (calendar: Calendar, day: number | null): string =>
  day === null ? '' : calendar.iso(day);

/** Change-only day-end balances: the opening one, then one for each day on which it moved. */
const dayEndBalances = (found: SampleAccount, start: number): { day: number; minor: bigint }[] => {
  if (found.owed.length > 0) return found.owed;
  const rows = found.openedDay <= start ? [{ day: start, minor: found.openingMinor }] : [];
  let minor = found.openingMinor;
  found.entries.forEach((booked, index) => {
    minor += booked.amountMinor;
    const dayEnds = found.entries[index + 1]?.day !== booked.day;
    if (!dayEnds || minor === rows.at(-1)?.minor) return;
    if (rows.at(-1)?.day === booked.day) rows.pop();
    rows.push({ day: booked.day, minor });
  });
  return rows;
};

const writeAccount = (found: SampleAccount, id: string, { bundle, calendar, client }: Writing) => {
  bundle.add('accounts', {
    account_id: id,
    client_id: client.id,
    product_line: found.line,
    currency: found.currency,
    product_name: found.productName || PRODUCT_NAMES[found.line],
    opened_on: calendar.iso(found.openedDay),
    closed_on: optionalDay(calendar, found.closedDay),
    matures_on: optionalDay(calendar, found.maturesDay),
    renewal_instructed: found.renewal,
  });
  if (services.includes(found.line)) return;
  const digits = currencyDigits(found.currency);
  for (const { day, minor } of dayEndBalances(found, calendar.start))
    bundle.add('balances', {
      account_id: id,
      on: calendar.iso(day),
      balance: formatMinor(minor, digits),
    });
};

const writeTransactions = (found: SampleAccount, id: string, { bundle, calendar }: Writing) => {
  const digits = currencyDigits(found.currency);
  found.entries.forEach((booked, index) => {
    bundle.add('transactions', {
      transaction_id: `T${id.slice(1)}-${index + 1}`,
      account_id: id,
      booked_on: calendar.iso(booked.day),
      amount: formatMinor(booked.amountMinor, digits),
      kind: booked.kind,
      initiated_by: booked.initiatedBy,
      own_name_other_bank: booked.ownName ? 'true' : '',
    });
  });
};

const instant = (day: number, calendar: Calendar, random: Random): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${calendar.iso(day)}T${two(random.int(9, 17))}:${two(random.int(0, 59))}:00${BANK_OFFSET}`;
};

const writeContacts = (contacts: Contact[], { bundle, calendar, client, random }: Writing) => {
  contacts.forEach((contact, index) => {
    bundle.add('contacts', {
      contact_id: `K${client.id}-${index + 1}`,
      client_id: client.id,
      manager_id: contact.managerId,
      at: instant(contact.day, calendar, random),
      channel: contact.channel,
      two_way: contact.twoWay,
      purpose: contact.purpose,
      note: contact.note,
    });
  });
};

const writeSignals = (sinceDay: number, lastDay: number, writing: Writing) => {
  const { bundle, calendar, client, random } = writing;
  planComplaints(client, random).forEach((complaint, index) => {
    bundle.add('complaints', {
      complaint_id: `G${client.id}-${index + 1}`,
      client_id: client.id,
      opened_on: calendar.iso(complaint.openedDay),
      closed_on: optionalDay(calendar, complaint.closedDay),
      severity: complaint.severity,
    });
  });
  for (const { day, csat } of planSurveys(client, random))
    bundle.add('surveys', { client_id: client.id, on: calendar.iso(day), csat: String(csat) });
  for (const { monthsAgo, days } of planLogins(client, sinceDay, lastDay, calendar, random)) {
    const month = calendar.iso(calendar.monthStart(0, monthsAgo)).slice(0, 7);
    bundle.add('logins', { client_id: client.id, month, days: String(days) });
  }
};

const PROSPECT_DAYS: readonly [number, number] = [40, 300];

const onboardedDayOf = (accounts: SampleAccount[], random: Random): number =>
  accounts.length > 0
    ? Math.min(...accounts.map((found) => found.openedDay))
    : -random.int(...PROSPECT_DAYS);

const aumOf = (accounts: SampleAccount[]): bigint =>
  accounts
    .filter((found) => found.currency === 'CNY' && found.owed.length === 0)
    .reduce((sum, found) => sum + balanceOn(found, 0), 0n);

/** Everything known of one client; its numbers depend on the seed and its id alone. */
export const writeClient = (
  client: PlannedClient,
  householdId: string,
  speakers: Speakers,
  context: WriteContext,
): void => {
  const { bundle, calendar, seed } = context;
  const random = createRandom(seed, `client/${client.id}`);
  const writing = { ...context, client, random };
  const accounts = buildAccounts(client, { calendar, random });
  const onboardedDay = onboardedDayOf(accounts, random);
  const lastOpenDay = Math.max(...accounts.map((found) => found.closedDay ?? 0), -Infinity);
  const closedDay = client.archetype.clientClosed ? lastOpenDay : null;
  const facts = { client, onboardedDay, closedDay, householdId, aumMinor: aumOf(accounts) };
  bundle.add('clients', clientRow(facts, calendar, random));
  accounts.forEach((found, index) => {
    const id = `A${client.id}-${index + 1}`;
    writeAccount(found, id, writing);
    writeTransactions(found, id, writing);
  });
  const contacts = planContacts(client, speakers, onboardedDay, calendar, random);
  writeContacts(closedDay === null ? contacts : [], writing);
  writeSignals(onboardedDay, lastOpenDay, writing);
};
