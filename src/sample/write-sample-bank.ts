/** Writes a bilingual sample bank as a canonical bundle; which clients it has and why: archetypes/. */
import { SPECIAL } from './archetypes/index.ts';
import { type BundleWriter, openBundle } from './bundle-writer.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import type { Speakers } from './contacts.ts';
import { planFxRates } from './fx-rates.ts';
import { type Person, planStaff, type Staff } from './people.ts';
import { type BookSpec, type PlannedClient, planBook } from './plan-book.ts';
import { createRandom } from './random.ts';
import { planRelations, type Relation } from './relations.ts';
import { TABLE_NAMES, type TableName } from './tables.ts';
import { type WriteContext, writeClient } from './write-client.ts';

export type SampleOptions = {
  folder: string;
  managers: number;
  clientsPerManager: number;
  seed: number;
  businessDate: Temporal.PlainDate;
};

/** For each archetype of a book, its first client: where to look for what it shows. */
export type SampleExample = { managerId: string; archetype: string; why: string; clientId: string };

export type SampleSummary = {
  businessDate: Temporal.PlainDate;
  tables: Record<TableName, number>;
  people: Pick<Person, 'managerId' | 'name' | 'email' | 'role' | 'locale' | 'timezone'>[];
  examples: SampleExample[];
};

export const SAMPLE_DEFAULTS = { managers: 5, clientsPerManager: 600, seed: 20_260_101 };

const FIRST_CLIENT_NUMBER = 10_001;
const UNOWNED_PERCENT = 2;
const BANK_NAME = '海湾银行 Harbour Bank';

/** A few more or fewer than asked for; small books keep their size. */
const bookSize = (index: number, clientsPerManager: number): number =>
  clientsPerManager < SPECIAL.length
    ? clientsPerManager
    : clientsPerManager + ((index * 3) % 7) - 3;

/** The books of all managers, then the unowned clients of each branch, numbered throughout. */
const bookSpecs = (staff: Staff, clientsPerManager: number): BookSpec[] => {
  const unowned = Math.ceil((clientsPerManager * UNOWNED_PERCENT) / 100);
  const branches = [...new Set(staff.managers.map(({ branchId }) => branchId))];
  const wanted = [
    ...staff.managers.map(({ managerId, branchId }, book) => ({
      book,
      managerId,
      branchId,
      size: bookSize(book, clientsPerManager),
    })),
    ...branches.map((branchId) => ({ book: null, managerId: null, branchId, size: unowned })),
  ];
  let firstNumber = FIRST_CLIENT_NUMBER;
  return wanted.map((spec) => {
    const numbered = { ...spec, firstNumber };
    firstNumber += spec.size;
    return numbered;
  });
};

const writeStaff = (staff: Staff, bundle: BundleWriter): void => {
  for (const branch of staff.branches)
    bundle.add('branches', {
      branch_id: branch.id,
      name: branch.name,
      parent_branch_id: branch.parentId,
    });
  for (const person of staff.people)
    bundle.add('managers', {
      manager_id: person.managerId,
      name: person.name,
      email: person.email,
      role: person.role,
      branch_id: person.branchId,
      reports_to: person.reportsTo,
      locale: person.locale,
      timezone: person.timezone,
      slack_user_id: '',
    });
};

const writeRelations = (relations: Relation[], { bundle, calendar }: WriteContext): void => {
  for (const { from, to, kind, sinceDaysAgo } of relations)
    bundle.add('relations', {
      from_client_id: from,
      to_client_id: to,
      relation: kind,
      since: sinceDaysAgo === null ? '' : calendar.iso(-sinceDaysAgo),
    });
};

const writeBankFacts = ({ bundle, calendar, seed }: WriteContext): void => {
  for (const { currency, day, rate } of planFxRates(calendar, createRandom(seed, 'fx')))
    bundle.add('fx_rates', { currency, on: calendar.iso(day), rate });
  bundle.add('settings', { key: 'reporting_currency', value: 'CNY' });
  bundle.add('settings', { key: 'holiday_calendar', value: 'CN' });
  bundle.add('settings', { key: 'bank_name', value: BANK_NAME });
  const undated: readonly TableName[] = ['settings', 'feeds'];
  const feeds = TABLE_NAMES.filter((table) => !undated.includes(table));
  for (const feed of [...feeds, 'salary'])
    bundle.add('feeds', { feed, loaded_through: calendar.iso(0) });
};

/** Superiors of the branch speak for clients that nobody covers. */
const speakersOf = (spec: BookSpec, people: Person[]): Speakers => {
  const holder = (role: Person['role']) => people.find((person) => person.role === role);
  const head = people.find(
    ({ role, branchId }) => role === 'branch_head' && branchId === spec.branchId,
  );
  return {
    manager: spec.managerId ?? head?.managerId ?? '',
    president: holder('president')?.managerId ?? '',
    departmentHead: holder('department_head')?.managerId ?? '',
  };
};

const examplesOf = (clients: PlannedClient[]): SampleExample[] => {
  const first = new Map<string, SampleExample>();
  for (const { id, archetype, managerId } of clients)
    if (managerId !== null && !first.has(archetype.id))
      first.set(archetype.id, {
        managerId,
        archetype: archetype.id,
        why: archetype.why,
        clientId: id,
      });
  return [...first.values()];
};

const writeBook = async (spec: BookSpec, people: Person[], context: WriteContext) => {
  const clients = planBook(spec, context.seed);
  const ties = createRandom(context.seed, `relations/${spec.firstNumber}`);
  const { relations, households } = planRelations(clients, ties);
  const speakers = speakersOf(spec, people);
  for (const client of clients) {
    writeClient(client, households.get(client.id) ?? '', speakers, context);
    await context.bundle.flush();
  }
  writeRelations(relations, context);
  return examplesOf(clients);
};

const contact = ({ managerId, name, email, role, locale, timezone }: Person) => ({
  managerId,
  name,
  email,
  role,
  locale,
  timezone,
});

/**
 * Writes the bundle into `folder` (created; files of the same names are replaced). The same options
 * give the same bytes; one client at a time is in memory. Rejects if the folder cannot be written.
 */
export const writeSampleBank = async (options: SampleOptions): Promise<SampleSummary> => {
  const { folder, managers, clientsPerManager, seed, businessDate } = options;
  const calendar: Calendar = createCalendar(businessDate);
  const bundle = await openBundle(folder);
  const context = { bundle, calendar, seed };
  const staff = planStaff(managers, createRandom(seed, 'staff'));
  writeStaff(staff, bundle);
  writeBankFacts(context);
  const examples: SampleExample[] = [];
  for (const spec of bookSpecs(staff, clientsPerManager))
    examples.push(...(await writeBook(spec, staff.people, context)));
  const tables = await bundle.close();
  return { businessDate, tables, people: staff.people.map(contact), examples };
};
