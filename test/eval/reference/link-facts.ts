/** Facts about others: the household, owners and employees, and what the linked parties hold. */
import type { Asked, Fact } from './fact.ts';
import { holding, LINES } from './money-facts.ts';

const aumOf = ({ bank }: Asked, id: string): number =>
  holding(bank, id, LINES.aum ?? [], bank.on.toString());

const sum = (asked: Asked, ids: string[]): number =>
  ids.reduce((total, id) => total + aumOf(asked, id), 0);

/** To whom the client stands in a relation ("owner_of" = the companies that it owns). */
const targets = ({ bank, client, argument }: Asked): string[] =>
  bank.tables.relations
    .filter(({ from, relation }) => from === client.id && relation === argument)
    .map(({ to }) => to);

/** Who stands in that relation to the client ("owner_of" = its owners). */
const sources = ({ bank, client, argument }: Asked): string[] =>
  bank.tables.relations
    .filter(({ to, relation }) => to === client.id && relation === argument)
    .map(({ from }) => from);

export const linkFacts: Record<string, Fact> = {
  is: (asked) => targets(asked).length > 0,
  has: (asked) => sources(asked).length > 0,
  linkedAum: (asked) => sum(asked, targets(asked)),
  linkingAum: (asked) => sum(asked, sources(asked)),
  householdAum: (asked) => {
    const { householdId } = asked.client;
    if (householdId === null) return null;
    const members = asked.bank.clients.filter((other) => other.householdId === householdId);
    return sum(
      asked,
      members.map(({ id }) => id),
    );
  },
};
