/** Who belongs to whom in a book: couples and their children, owners, employees, trading partners, referrals. */
import type { RELATIONS } from '../domain/client.ts';
import type { PlannedClient } from './plan-book.ts';
import type { Random } from './random.ts';

type RelationKind = (typeof RELATIONS)[number];
export type Relation = {
  from: string;
  to: string;
  kind: RelationKind;
  sinceDaysAgo: number | null;
};
export type Relations = { relations: Relation[]; households: Map<string, string> };

const FAMILY_SHARE = 0.12;
const YEARS_20 = 7_300;

const relation = (
  from: PlannedClient,
  to: PlannedClient,
  kind: RelationKind,
  random: Random,
): Relation => ({
  from: from.id,
  to: to.id,
  kind,
  sinceDaysAgo: random.chance(0.7) ? random.int(400, YEARS_20) : null,
});

const hasProducts = (client: PlannedClient): boolean =>
  client.archetype.firstProductDaysAgo !== null && !client.archetype.clientClosed;

/** Two or three people each; the third is a child of both. */
const families = (people: PlannedClient[], random: Random): Relations => {
  const relations: Relation[] = [];
  const households = new Map<string, string>();
  const couples = Math.floor((people.length * FAMILY_SHARE) / 2);
  for (let index = 0; index < couples; index++) {
    const [first, second, child] = people.slice(index * 3, index * 3 + 3);
    if (!first || !second) break;
    const withChild = child !== undefined && index % 3 === 0;
    const members = withChild ? [first, second, child] : [first, second];
    for (const member of members) households.set(member.id, `H${first.id}`);
    relations.push(relation(first, second, 'spouse_of', random));
    if (withChild)
      relations.push(
        relation(first, child, 'parent_of', random),
        relation(second, child, 'parent_of', random),
      );
    if (index % 5 === 0) relations.push(relation(second, first, 'authorised_user_of', random));
  }
  return { relations, households };
};

const wealthFirst = (people: PlannedClient[]): PlannedClient[] => {
  const wealthy = people.filter(({ tier }) => tier === 'key' || tier === 'premier');
  return wealthy.length > 0 ? wealthy : people;
};

const companyTies = (
  people: PlannedClient[],
  companies: PlannedClient[],
  random: Random,
): Relation[] => {
  const owners = wealthFirst(people);
  if (owners.length === 0) return [];
  return companies.flatMap((company) => {
    const ties: Relation[] = [];
    if (random.chance(0.7)) ties.push(relation(random.pick(owners), company, 'owner_of', random));
    if (random.chance(0.3))
      ties.push(relation(random.pick(people), company, 'executive_of', random));
    const other = random.pick(companies);
    if (other !== company && random.chance(0.35))
      ties.push(relation(company, other, random.pick(['supplier_of', 'buyer_of']), random));
    return ties;
  });
};

const employees = (people: PlannedClient[], companies: PlannedClient[], random: Random) =>
  companies.length === 0
    ? []
    : people
        .filter(({ archetype }) => archetype.rhythm === 'salary' && random.chance(0.3))
        .map((person) => relation(person, random.pick(companies), 'payroll_employee_of', random));

const referrals = (people: PlannedClient[], random: Random): Relation[] =>
  people
    .filter(() => random.chance(0.05))
    .map((person) => [person, random.pick(people)] as const)
    .filter(([person, referrer]) => person !== referrer)
    .map(([person, referrer]) => relation(person, referrer, 'referred_by', random));

/** 刘建国 (10345), his wife 孙丽 and her company 华盛贸易: cast.ts. */
const CAST_TIES: readonly [string, string, RelationKind][] = [
  ['10345', '10346', 'spouse_of'],
  ['10346', '10347', 'owner_of'],
];
const CAST_HOUSEHOLD = 'H10345';

const castFamily = (clients: PlannedClient[]): Relations => {
  const ids = new Set(clients.filter(({ cast }) => cast).map(({ id }) => id));
  const ties = CAST_TIES.filter(([from, to]) => ids.has(from) && ids.has(to));
  const couple = ties.find(([, , kind]) => kind === 'spouse_of');
  const members = couple ? couple.slice(0, 2) : [];
  return {
    relations: ties.map(([from, to, kind]) => ({ from, to, kind, sinceDaysAgo: 3_000 })),
    households: new Map(members.map((id) => [id, CAST_HOUSEHOLD])),
  };
};

/** Li Na of the cast lives with an ordinary client, so that a household can be asked for by name. */
const familyCandidates = (people: PlannedClient[], random: Random): PlannedClient[] => {
  const named = people.filter(({ name }) => name === 'Li Na');
  const others = people.filter(({ archetype, cast }) => archetype.ordinary && !cast);
  return [...named, ...random.shuffle(others)];
};

/** The relations and households of one book; each pair and kind once. */
export const planRelations = (clients: PlannedClient[], random: Random): Relations => {
  const living = clients.filter(hasProducts);
  const people = living.filter(({ archetype }) => archetype.kind === 'individual');
  const companies = living.filter(({ archetype }) => archetype.kind === 'corporate');
  const drawn = families(familyCandidates(people, random), random);
  const cast = castFamily(clients);
  const all = [
    ...cast.relations,
    ...drawn.relations,
    ...companyTies(people, companies, random),
    ...employees(people, companies, random),
    ...referrals(people, random),
  ];
  const once = new Map(all.map((found) => [`${found.from}/${found.to}/${found.kind}`, found]));
  return {
    relations: [...once.values()],
    households: new Map([...drawn.households, ...cast.households]),
  };
};
