import type { Command } from 'commander';
import type { Locale } from '../domain/actor.ts';
import { ok, type Result } from '../domain/result.ts';
import { readPolicyFile } from '../nightly/shipped-policy.ts';
import { type Simulation, simulatePolicy } from '../nightly/simulate-policy.ts';
import { tierNamesIn } from '../text/fields.ts';
import { policyText } from '../text/policy.ts';
import { parsePolicyText, policyOf } from '../tiering/policy.ts';
import { diffPolicies, type PolicyChange } from '../tiering/policy-diff.ts';
import type { PolicyDocument } from '../tiering/policy-document.ts';
import { renderTable } from './render-table.ts';
import { type CommandContext, type CommandOutput, done, runCommand } from './run-command.ts';
import { slowProgress } from './slow-progress.ts';

const MOVES_SHOWN_MAX = 20;

const readDocument = async (file: string): Promise<Result<PolicyDocument>> => {
  const text = await readPolicyFile(file);
  return text.ok ? parsePolicyText(text.value) : text;
};

const heading = (columns: string): string[] => columns.split(' | ');

const describeMoves = (of: Simulation, names: Record<string, string>, locale: Locale): string => {
  const words = policyText[locale];
  const tier = (code: string) => names[code] ?? code;
  const rows = of.moves
    .slice(0, MOVES_SHOWN_MAX)
    .map(({ clientId, managerName, from, to }) => [
      clientId,
      managerName ?? words.unowned,
      tier(from.computedTier),
      tier(to.computedTier),
      tier(to.inForceTier),
    ]);
  const left = of.moves.length - rows.length;
  return [
    words.compared(of.businessDate.toString(), of.from, of.to, of.assessed, of.moves.length),
    renderTable([
      heading(words.tierTable),
      ...of.byTier.map((row) => [tier(row.tier), `${row.before}`, `${row.after}`]),
    ]),
    renderTable([
      heading(words.matrixTable),
      ...of.matrix.map((cell) => [tier(cell.from), tier(cell.to), `${cell.count}`]),
    ]),
    ...(of.moves.length === 0
      ? []
      : [
          renderTable([
            heading(words.managerTable),
            ...of.byManager.map((row) => [row.name ?? words.unowned, `${row.up}`, `${row.down}`]),
          ]),
          renderTable([heading(words.moveTable), ...rows]),
        ]),
    ...(left > 0 ? [words.moreMoves(left)] : []),
    words.churnChanges(of.churnBandChanges),
  ].join('\n\n');
};

const simulate = (
  { database, locale, progress }: CommandContext,
  from: PolicyDocument | null,
  to: PolicyDocument,
): Promise<Result<Simulation>> => {
  const report = slowProgress(progress);
  return simulatePolicy(
    {
      database,
      progress: (assessed) => report(() => policyText[locale].simulating(assessed)),
    },
    { from: from && policyOf(from), to: policyOf(to) },
  );
};

const simulateFile = async (
  context: CommandContext,
  file: string,
): Promise<Result<CommandOutput>> => {
  const to = await readDocument(file);
  if (!to.ok) return to;
  const simulation = await simulate(context, null, to.value);
  if (!simulation.ok) return simulation;
  const names = tierNamesIn(context.locale, to.value.tierNames);
  const text = describeMoves(simulation.value, names, context.locale);
  return done({ ...simulation.value, errors: [] }, text);
};

const describeChanges = (changes: PolicyChange[], locale: Locale): string => {
  const words = policyText[locale];
  if (changes.length === 0) return words.noChanges();
  const leaf = (value: PolicyChange['from']) => (value === null ? words.none : String(value));
  return changes.map((each) => words.change(each.path, leaf(each.from), leaf(each.to))).join('\n');
};

/** The clients who would move are told where there are facts to try the policies on. */
const NO_FACTS = new Set(['nothing_loaded', 'policy_currency']);

const diffFiles = async (
  context: CommandContext,
  [fileA, fileB]: [string, string],
): Promise<Result<CommandOutput>> => {
  const from = await readDocument(fileA);
  if (!from.ok) return from;
  const to = await readDocument(fileB);
  if (!to.ok) return to;
  const changes = diffPolicies(from.value, to.value);
  const told = describeChanges(changes, context.locale);
  const simulation = await simulate(context, from.value, to.value);
  if (simulation.ok) {
    const names = tierNamesIn(context.locale, to.value.tierNames);
    const moves = describeMoves(simulation.value, names, context.locale);
    return done({ changes, ...simulation.value, errors: [] }, `${told}\n\n${moves}`);
  }
  if (!NO_FACTS.has(simulation.problem.code)) return simulation;
  return ok({ json: { changes, moves: [], errors: [] }, text: told });
};

/** `policy diff A B` and `policy simulate FILE`: who would move, before anything is written. */
export const addPolicyTrials = (policy: Command): void => {
  policy
    .command('diff')
    .description('what differs between two policy files, and who would move')
    .argument('<from>')
    .argument('<to>')
    .action((from: string, to: string, _options: unknown, command: Command) =>
      runCommand(command, (context) => diffFiles(context, [from, to])),
    );
  policy
    .command('simulate')
    .description('who would move if a policy file were in force; nothing is written')
    .argument('<file>')
    .action((file: string, _options: unknown, command: Command) =>
      runCommand(command, (context) => simulateFile(context, file)),
    );
};
