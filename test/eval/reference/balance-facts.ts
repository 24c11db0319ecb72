/** Facts about money: holdings on a day, changes since a day, flows and maturities over a period. */
import type { Asked, Fact } from './fact.ts';
import { heldLines, holding, LINES, netInflow, openAccounts } from './money-facts.ts';
import { dayOf, periodOf } from './periods.ts';

const amountOn = ({ bank, client }: Asked, lines: string[], time: string): number =>
  holding(bank, client.id, lines, dayOf(time || 'D', bank.on).toString());

const amount =
  (lines: string[]): Fact =>
  (asked) =>
    amountOn(asked, lines, asked.time);

const change =
  (lines: string[]): Fact =>
  (asked) =>
    amountOn(asked, lines, 'D') - amountOn(asked, lines, asked.time);

/** In percent of the earlier value; null where that was nothing. */
const changePct =
  (lines: string[]): Fact =>
  (asked) => {
    const before = amountOn(asked, lines, asked.time);
    return before === 0 ? null : ((amountOn(asked, lines, 'D') - before) / before) * 100;
  };

/** Open accounts, of one line where the argument names it, that mature in the period. */
const maturing = ({ bank, client, time, argument }: Asked) => {
  const { from, to } = periodOf(time, bank.on);
  return openAccounts(bank, client.id, bank.on.toString()).filter(
    ({ line, maturesOn }) =>
      (argument === '' || line === argument) &&
      maturesOn !== null &&
      maturesOn >= from &&
      maturesOn <= to,
  );
};

const of = (name: string): string[] => LINES[name] ?? [];

export const balanceFacts: Record<string, Fact> = {
  aum: amount(of('aum')),
  deposits: amount(of('deposits')),
  investments: amount(of('investments')),
  loans: amount(of('loans')),
  aumChange: change(of('aum')),
  aumChangePct: changePct(of('aum')),
  depositsChange: change(of('deposits')),
  investmentsChange: change(of('investments')),
  holding: (asked) => amountOn(asked, asked.argument.split('+'), asked.time),
  lines: ({ bank, client }) => heldLines(bank, client.id, bank.on.toString()),
  holds: ({ bank, client, argument }) =>
    heldLines(bank, client.id, bank.on.toString()).includes(argument),
  productCount: ({ bank, client }) => heldLines(bank, client.id, bank.on.toString()).length,
  netInflow: ({ bank, client, time }) => {
    const { from, to } = periodOf(time, bank.on);
    return netInflow(bank, client.id, from, to);
  },
  netInflowPct: (asked) => {
    const { bank, client, time } = asked;
    const { from, to } = periodOf(time, bank.on);
    const eve = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
    const before = amountOn(asked, of('aum'), eve);
    return before === 0 ? null : (netInflow(bank, client.id, from, to) / before) * 100;
  },
  maturing: (asked) => maturing(asked).length > 0,
  maturingLine: (asked) => maturing(asked).map(({ line }) => line),
  maturingUninstructed: (asked) => maturing(asked).some(({ renewal }) => renewal !== true),
  maturingUninstructedLine: (asked) =>
    maturing(asked)
      .filter(({ renewal }) => renewal !== true)
      .map(({ line }) => line),
};
