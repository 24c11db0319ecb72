/** The terminal: the same use cases as Slack, one command a file in cli/ (the contract is in README). */
import { Command, CommanderError } from 'commander';
import { addApprove } from './cli/approve.ts';
import { addAsk } from './cli/ask.ts';
import { addAudit } from './cli/audit.ts';
import { addDeliver } from './cli/deliver.ts';
import { addDigest } from './cli/digest.ts';
import { addExplain } from './cli/explain.ts';
import { addFacts } from './cli/facts.ts';
import { addImport } from './cli/import.ts';
import { addMigrate } from './cli/migrate.ts';
import { addNightly } from './cli/nightly.ts';
import { addOverride } from './cli/override.ts';
import { addPolicy } from './cli/policy.ts';
import { addReassign } from './cli/reassign.ts';
import { addSample } from './cli/sample.ts';
import { addServe } from './cli/serve.ts';

const WRONG_USAGE = 2;

const program = new Command('bellwether')
  .description('Which clients are about to move: computed, explained and replayable.')
  .option('--json', 'print one JSON document')
  .option('--data-dir <folder>', 'folder of the embedded database (BELLWETHER_DATA_DIR)')
  .option('--database-url <address>', "the bank's PostgreSQL (DATABASE_URL)")
  .exitOverride();

for (const add of [
  addMigrate,
  addImport,
  addSample,
  addFacts,
  addNightly,
  addAsk,
  addExplain,
  addDigest,
  addDeliver,
  addReassign,
  addOverride,
  addApprove,
  addPolicy,
  addAudit,
  addServe,
])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
}
