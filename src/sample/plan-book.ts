/** Which clients a book holds: archetypes, tiers, names; still without a single amount. */
import type { Tier } from '../domain/client.ts';
import type { Archetype } from './archetypes/archetype.ts';
import { COMMON } from './archetypes/common.ts';
import { SPECIAL } from './archetypes/index.ts';
import { CAST, type CastMember } from './cast.ts';
import { clientName, type Language } from './client-name.ts';
import { createRandom, type Random } from './random.ts';

export type PlannedClient = {
  id: string;
  archetype: Archetype;
  tier: Tier;
  name: string;
  language: Language;
  industry: string | null;
  /** null = unowned. */
  managerId: string | null;
  branchId: string;
  /** Has a part in cast.ts. */
  cast: boolean;
};

/** `book` 0 is the first manager's; null = clients of a branch that nobody covers. */
export type BookSpec = {
  book: number | null;
  size: number;
  firstNumber: number;
  managerId: string | null;
  branchId: string;
};

type Slot = { archetype: Archetype; tier: Tier; cast?: CastMember };

const BOOK_OF_REFERENCE = 600;

const slotsOf = (archetype: Archetype, count: number): Slot[] =>
  Array.from({ length: count }, (_, turn) => ({
    archetype,
    tier: archetype.tiers[turn % archetype.tiers.length] as Tier,
  }));

const specialSlots = (size: number): Slot[] =>
  SPECIAL.flatMap((archetype) => {
    const scaled = Math.round(((archetype.perBook ?? 0) * size) / BOOK_OF_REFERENCE);
    return slotsOf(archetype, Math.max(1, scaled));
  }).slice(0, size);

/** The archetypes of COMMON in exact proportion: cumulated shares, cut at whole clients. */
const commonSlots = (size: number): Slot[] => {
  let cumulated = 0;
  return COMMON.flatMap((archetype) => {
    const from = Math.round(cumulated * size);
    cumulated += archetype.share ?? 0;
    return slotsOf(archetype, Math.round(cumulated * size) - from);
  });
};

const appearsIn = (member: CastMember, spec: BookSpec): boolean =>
  member.number === undefined
    ? member.book === spec.book
    : member.number >= spec.firstNumber && member.number < spec.firstNumber + spec.size;

const fits = (slot: Slot, member: CastMember): boolean =>
  slot.cast === undefined &&
  slot.archetype.id === member.archetype &&
  (member.tier === undefined || slot.tier === member.tier);

/** Gives each member of the cast a slot of its archetype, moved to its number if it has one; none free, no member. */
const castSlots = (slots: Slot[], spec: BookSpec): void => {
  for (const member of CAST.filter((candidate) => appearsIn(candidate, spec))) {
    const from = slots.findIndex((slot) => fits(slot, member));
    const found = slots[from];
    if (!found) continue;
    found.cast = member;
    if (member.number === undefined) continue;
    const to = member.number - spec.firstNumber;
    [slots[from], slots[to]] = [slots[to] as Slot, found];
  }
};

const planClient = (
  slot: Slot,
  position: number,
  spec: BookSpec,
  random: Random,
): PlannedClient => {
  const drawn = clientName(slot.archetype.kind, random);
  return {
    id: String(spec.firstNumber + position),
    archetype: slot.archetype,
    tier: slot.tier,
    name: slot.cast?.name ?? drawn.name,
    language: slot.cast?.language ?? drawn.language,
    industry: drawn.industry,
    managerId: spec.managerId,
    branchId: spec.branchId,
    cast: slot.cast !== undefined,
  };
};

/** The clients of one book in the order of their numbers. */
export const planBook = (spec: BookSpec, seed: number): PlannedClient[] => {
  const random = createRandom(seed, `book/${spec.firstNumber}`);
  const special = spec.book === null ? [] : specialSlots(spec.size);
  const slots = random.shuffle([...special, ...commonSlots(spec.size - special.length)]);
  castSlots(slots, spec);
  return slots.map((slot, position) => planClient(slot, position, spec, random));
};
