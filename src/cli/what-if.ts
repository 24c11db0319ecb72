import { type Command, InvalidArgumentError } from 'commander';
import { answerWhatIf, type WhatIfAnswer, type Wish } from '../assistant/what-if.ts';
import type { Locale } from '../domain/actor.ts';
import { minorToNumber, parseMinor } from '../domain/money.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { showReasonsIn } from '../text/assessment-reasons.ts';
import { problem } from '../text/catalog.ts';
import { outlookText } from '../text/outlook.ts';
import { policyText } from '../text/policy.ts';
import type { TierMove, WhatIfMonth } from '../tiering/what-if.ts';
import { calendarDate } from './calendar-date.ts';
import { renderTable } from './render-table.ts';
import { type CommandContext, type CommandOutput, runCommand } from './run-command.ts';

type Options = {
  as: string;
  deposit?: string;
  withdraw?: string;
  on?: Temporal.PlainDate;
  months: number;
};

const MONTHS_MAX = 36;
const AMOUNT_DIGITS = 2;

const monthCount = (text: string): number => {
  const months = Number(text);
  if (Number.isInteger(months) && months >= 1 && months <= MONTHS_MAX) return months;
  throw new InvalidArgumentError(`a whole number from 1 to ${MONTHS_MAX} is needed.`);
};

const wishOf = ({ deposit, withdraw, on = undefined }: Options): Result<Wish> => {
  const text = deposit ?? withdraw;
  if (text === undefined || (deposit !== undefined && withdraw !== undefined))
    return fail(problem('what_if_amount', outlookText, (t) => t.nothingToDo()));
  if (text === 'half' && deposit === undefined) return ok({ on: on ?? null, minor: null });
  const minor = parseMinor(text.replaceAll(',', ''), AMOUNT_DIGITS);
  if (minor === null || minor <= 0n)
    return fail(problem('what_if_amount', outlookText, (t) => t.amount(text)));
  return ok({ on: on ?? null, minor: deposit === undefined ? -minor : minor });
};

const render = (of: WhatIfAnswer, locale: Locale): string => {
  const words = outlookText[locale];
  const { money, tier } = showReasonsIn(locale, of.currency);
  const told = (moves: TierMove[]) =>
    moves.length === 0
      ? words.noMove(of.months.length)
      : moves
          .map(({ on, from, to }) => words.moveTo(on.toString(), tier(from), tier(to)))
          .join(' ');
  const rows = of.months.map((month, i) => [
    month.on.toString(),
    money(month.averageMinor.toString()),
    tier(month.computedTier),
    tier(month.inForceTier),
    `${month.monthsBelow}`,
    tier(of.without.months[i]?.inForceTier),
  ]);
  return [
    words.moves(money(of.movement.minor.toString()), of.movement.on.toString()),
    told(of.moves),
    words.without(told(of.without.moves)),
    renderTable([words.table.split(' | '), ...rows]),
  ].join('\n');
};

const asJson = ({ digits, movement, without, ...of }: WhatIfAnswer) => {
  const amount = (minor: bigint) => minorToNumber(minor, digits);
  const month = ({ averageMinor, reasons: _, ...rest }: WhatIfMonth) => ({
    ...rest,
    average: amount(averageMinor),
  });
  return {
    ...of,
    movement: { on: movement.on, amount: amount(movement.minor) },
    months: of.months.map(month),
    without: { moves: without.moves, months: without.months.map(month) },
  };
};

const run = async (
  { database, now, locale: terminal }: CommandContext,
  clientId: string,
  options: Options,
): Promise<Result<CommandOutput>> => {
  const wish = wishOf(options);
  if (!wish.ok) return wish;
  const actor = await findActorByEmail(database, options.as);
  if (!actor)
    return fail(problem('unknown_person', policyText, (t) => t.unknownPerson(options.as)));
  const question = { actor, clientId, wish: wish.value, months: options.months };
  const answer = await answerWhatIf({ database, now }, question);
  if (!answer.ok) return answer;
  const locale = actor.locale ?? terminal;
  return ok({ json: asJson(answer.value), text: render(answer.value, locale) });
};

/** `what-if <clientId> --as EMAIL --deposit 200000 --on DATE`: how the tier would go on. */
export const addWhatIf = (program: Command): void => {
  program
    .command('what-if')
    .description("how a client's tier would go on if money came or went")
    .argument('<client>', 'client id')
    .requiredOption('--as <email>', 'who asks')
    .option('--deposit <amount>', 'money that comes, in the reporting currency')
    .option('--withdraw <amount>', 'money that goes, or "half"')
    .option('--on <date>', 'when it moves (default: the day after the business date)', calendarDate)
    .option('--months <number>', 'how many month-ends to look ahead', monthCount, 12)
    .action((clientId: string, options: Options, command: Command) =>
      runCommand(command, (context) => run(context, clientId, options)),
    );
};
