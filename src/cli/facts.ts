import type { Command } from 'commander';
import type { Locale } from '../domain/actor.ts';
import { type Facts, loadFacts } from '../intake/load-facts.ts';
import { factsText } from '../text/facts.ts';
import { calendarDate } from './calendar-date.ts';
import { renderTable } from './render-table.ts';
import { done, runCommand } from './run-command.ts';

const grouped = (decimal: string): string =>
  decimal.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

const throughOf = ({ feeds }: Facts, table: string, locale: Locale): string => {
  const feed = feeds.find((one) => one.feed === table);
  if (!feed) return factsText[locale].never;
  return feed.loadedThrough ?? feed.newestRowOn ?? factsText[locale].undated;
};

const describeFacts = (facts: Facts, locale: Locale): string => {
  const t = factsText[locale];
  const rows = Object.entries(facts.rows).map(([table, n]) => [
    table,
    grouped(String(n)),
    throughOf(facts, table, locale),
  ]);
  const holdings = facts.holdings.map(({ currency, accounts, assets, owed }) => [
    currency,
    grouped(String(accounts)),
    grouped(assets),
    grouped(owed),
  ]);
  const people = [
    grouped(String(facts.openAccounts)),
    grouped(String(facts.clientsBehind)),
  ] as const;
  return [
    renderTable([[t.table, t.rows, t.completeThrough], ...rows]),
    facts.businessDate ? t.businessDate(facts.businessDate.toString()) : t.noBusinessDate,
    ...(facts.on ? [t.people(facts.on.toString(), ...people)] : []),
    ...(holdings.length > 0
      ? [renderTable([[t.currency, t.accounts, t.assets, t.owed], ...holdings])]
      : []),
  ].join('\n');
};

export const addFacts = (program: Command): void => {
  program
    .command('facts')
    .description('what is loaded: rows, freshness, and what accounts hold on a day')
    .option('--on <date>', 'the day (default: the business date)', calendarDate)
    .action((options: { on?: Temporal.PlainDate }, command: Command) =>
      runCommand(command, async ({ database, locale }) => {
        const facts = await loadFacts(database.service.sql, options.on ?? null);
        return done(facts, describeFacts(facts, locale));
      }),
    );
};
