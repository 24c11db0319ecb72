/** Calls, visits and messages with a client, by the habit that its archetype names. */
import type { CONTACT_CHANNELS, CONTACT_PURPOSES } from '../domain/client.ts';
import type { ContactHabit } from './archetypes/archetype.ts';
import type { Calendar } from './calendar.ts';
import { CONTACT_NOTES, HOSTILE_NOTES } from './contact-notes.ts';
import type { PlannedClient } from './plan-book.ts';
import type { Random } from './random.ts';
import { CADENCE_DAYS } from './tier-levels.ts';

export type Contact = {
  day: number;
  managerId: string;
  channel: (typeof CONTACT_CHANNELS)[number];
  /** Empty: true except for mass messages. */
  twoWay: '' | 'true' | 'false';
  purpose: (typeof CONTACT_PURPOSES)[number];
  note: string;
};
/** Who speaks with the client: the manager, and for large companies those above. */
export type Speakers = { manager: string; president: string; departmentHead: string };

const REMOTE_CHANNELS = ['call', 'call', 'message', 'email'] as const;
const MASS_MESSAGE_DAYS = 91;
const MISSED_CALL_DAYS = 23;
const PROSPECT_CADENCE_DAYS = 30;

const drawHabit = ({ archetype, tier }: PlannedClient, random: Random): ContactHabit => {
  if (archetype.contact) return archetype.contact;
  if (!archetype.ordinary) return 'kept';
  if (tier === 'mass') return random.chance(0.35) ? 'kept' : 'never';
  return random.pick(['kept', 'kept', 'kept', 'kept', 'kept', 'late', 'overdue']);
};

const lastContactDay = (habit: ContactHabit, cadence: number, random: Random): number | null => {
  const daysAgo: Record<ContactHabit, number | null> = {
    kept: random.int(0, Math.floor(cadence * 0.85)),
    late: Math.floor(cadence * 1.7),
    overdue: Math.floor(cadence * 2.5),
    missed: null,
    never: null,
    today: 0,
    hostile_note: 2,
  };
  const found = daysAgo[habit];
  return found === null ? null : -found;
};

const conversation = (day: number, client: PlannedClient, by: string, random: Random): Contact => {
  const visits = client.archetype.kind === 'corporate' ? 0.4 : 0.12;
  const channel = random.chance(visits) ? 'visit' : random.pick(REMOTE_CHANNELS);
  const purpose = random.chance(0.25) ? 'marketing' : 'service';
  const note = random.chance(0.6) ? random.pick(CONTACT_NOTES[client.language][purpose]) : '';
  const twoWay = random.chance(0.5) ? '' : 'true';
  return { day, managerId: by, channel, twoWay, purpose, note };
};

/** Back from the last one, each gap 0.6 to 1.1 of the cadence. */
const conversations = (
  client: PlannedClient,
  last: number,
  cadence: number,
  by: string,
  start: number,
  random: Random,
): Contact[] => {
  const found: Contact[] = [];
  for (let day = last; day >= start; day -= Math.ceil(cadence * (0.6 + random.next() * 0.5)))
    found.push(conversation(day, client, by, random));
  return found;
};

/** Once a quarter to two in five who can be reached at all. */
const massMessages = (client: PlannedClient, by: string, start: number, random: Random) => {
  const found: Contact[] = [];
  if (client.archetype.record?.redList || !random.chance(0.4)) return found;
  const note = CONTACT_NOTES[client.language].mass;
  const rest = {
    managerId: by,
    channel: 'mass_message',
    twoWay: '',
    purpose: 'marketing',
  } as const;
  for (let day = -random.int(1, MASS_MESSAGE_DAYS); day >= start; day -= MASS_MESSAGE_DAYS)
    found.push({ day, note, ...rest });
  return found;
};

const missedCalls = (count: number, by: string, start: number, random: Random): Contact[] => {
  const rest = { channel: 'call', twoWay: 'false', purpose: 'service', note: '' } as const;
  const days = Array.from(
    { length: count },
    (_, index) => -(index + 1) * MISSED_CALL_DAYS + random.int(-5, 5),
  );
  return days.filter((day) => day >= start).map((day) => ({ day, managerId: by, ...rest }));
};

/** Companies of class 1 and 2 also see the president once a month and the department head twice (rules.md). */
const bySuperiors = (client: PlannedClient, speakers: Speakers, start: number, random: Random) => {
  if (client.tier !== 'class_1' && client.tier !== 'class_2') return [];
  const last = () => -random.int(0, 25);
  return [
    ...conversations(client, last(), 35, speakers.president, start, random),
    ...conversations(client, last(), 18, speakers.departmentHead, start, random),
  ];
};

/** The contacts of a client, oldest first, on working days except the last one, whose day is fixed. */
export const planContacts = (
  client: PlannedClient,
  speakers: Speakers,
  sinceDay: number,
  calendar: Calendar,
  random: Random,
): Contact[] => {
  const habit = drawHabit(client, random);
  const prospect = client.archetype.firstProductDaysAgo === null;
  const cadence = prospect ? PROSPECT_CADENCE_DAYS : CADENCE_DAYS[client.tier];
  const start = Math.max(calendar.start, sinceDay);
  const last = lastContactDay(habit, cadence, random);
  const missed = habit === 'missed' ? 8 : random.int(0, 1);
  const found = [
    ...(last === null ? [] : conversations(client, last, cadence, speakers.manager, start, random)),
    ...massMessages(client, speakers.manager, start, random),
    ...missedCalls(missed, speakers.manager, start, random),
    ...bySuperiors(client, speakers, start, random),
  ];
  return found
    .map((contact, index) => ({
      ...contact,
      note: (habit === 'hostile_note' && HOSTILE_NOTES[index]) || contact.note,
      day: contact.day === last ? contact.day : calendar.workday(contact.day),
    }))
    .sort((a, b) => a.day - b.day);
};
