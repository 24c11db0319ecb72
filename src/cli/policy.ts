import type { Command } from 'commander';
import type { Locale } from '../domain/actor.ts';
import { fail, ok } from '../domain/result.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { activatePolicy, type PolicyActivation } from '../nightly/activate-policy.ts';
import { readPolicyFile, SHIPPED_POLICY } from '../nightly/shipped-policy.ts';
import { problem, sentence } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';
import { checkPolicyText, parsePolicyText } from '../tiering/policy.ts';
import { addPolicyTrials } from './policy-simulate.ts';
import { done, runCommand } from './run-command.ts';

const addShow = (policy: Command): void => {
  policy
    .command('show')
    .description('print a policy file; without FILE, the one that is shipped')
    .argument('[file]')
    .action((file: string | undefined, _options: unknown, command: Command) =>
      runCommand(command, async () => {
        const text = await readPolicyFile(file ?? SHIPPED_POLICY);
        if (!text.ok) return text;
        const document = parsePolicyText(text.value);
        if (!document.ok) return document;
        return done({ policy: document.value, errors: [] }, text.value.trimEnd());
      }),
    );
};

const addLint = (policy: Command): void => {
  policy
    .command('lint')
    .description('check a policy file')
    .argument('<file>')
    .action((file: string, _options: unknown, command: Command) =>
      runCommand(command, async ({ locale }) => {
        const text = await readPolicyFile(file);
        if (!text.ok) return text;
        const errors = checkPolicyText(text.value);
        if (errors.length > 0)
          return done({ errors }, errors.map((error) => sentence(error, locale)).join('\n'), 1);
        const document = parsePolicyText(text.value);
        if (!document.ok) return document;
        return done({ errors }, policyText[locale].valid(document.value.version));
      }),
    );
};

const describeActivation = (
  { version, validFrom, activated, nightsBefore }: PolicyActivation,
  locale: Locale,
): string => {
  const words = policyText[locale];
  if (!activated) return words.alreadyActive(version);
  const told = words.activated(version, validFrom);
  return nightsBefore > 0 ? `${told}\n${words.nightsBefore(nightsBefore, validFrom)}` : told;
};

const addActivate = (policy: Command): void => {
  policy
    .command('activate')
    .description('put a policy file in force')
    .argument('<file>')
    .option('--as <email>', 'who puts it in force: not its author')
    .action((file: string, { as }: { as?: string }, command: Command) =>
      runCommand(command, async ({ database, now, locale }) => {
        const actor = as === undefined ? null : await findActorByEmail(database, as);
        if (as !== undefined && !actor)
          return fail(problem('unknown_person', policyText, (t) => t.unknownPerson(as)));
        const activation = await activatePolicy({ database, now }, file, actor);
        if (!activation.ok) return activation;
        return ok({
          json: { ...activation.value, errors: [] },
          text: describeActivation(activation.value, locale),
        });
      }),
    );
};

/** `policy show|lint|diff|simulate|activate`: what decides tiers. */
export const addPolicy = (program: Command): void => {
  const policy = program.command('policy').description('what decides tiers, as a file');
  addShow(policy);
  addLint(policy);
  addActivate(policy);
  addPolicyTrials(policy);
};
