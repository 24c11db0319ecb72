/** The terminal's commands, one a file; the contract is in README. */
import { Command, CommanderError } from 'commander';
import { problem } from '../text/catalog.ts';
import { cliText } from '../text/cli.ts';
import { addApprove } from './approve.ts';
import { addAsk } from './ask.ts';
import { addAudit } from './audit.ts';
import { addCalibrate } from './calibrate.ts';
import { addDeliver } from './deliver.ts';
import { addDigest } from './digest.ts';
import { addExplain } from './explain.ts';
import { addFacts } from './facts.ts';
import { addImport } from './import.ts';
import { addMigrate } from './migrate.ts';
import { addNightly } from './nightly.ts';
import { addOverride } from './override.ts';
import { addPolicy } from './policy.ts';
import { addReassign } from './reassign.ts';
import { addReplay } from './replay.ts';
import { addSample } from './sample.ts';
import { addServe } from './serve.ts';
import { addWhatIf } from './what-if.ts';

const WRONG_USAGE = 2;

/** Who asked for one JSON document gets one; commander itself has told the rest on stderr. */
const tellWrongUsage = ({ message }: CommanderError): void => {
  if (!process.argv.includes('--json')) return;
  const said = message.replace(/^error: /, '');
  const wrong = problem('wrong_usage', cliText, (t) => t.wrongUsage(said));
  console.log(JSON.stringify({ error: wrong }));
};

/** Parses `process.argv`, runs the command and sets the exit code: 0 done, 1 failed, 2 wrong usage. */
export const runProgram = async (): Promise<void> => {
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
    addReplay,
    addExplain,
    addWhatIf,
    addDigest,
    addDeliver,
    addReassign,
    addOverride,
    addApprove,
    addPolicy,
    addAudit,
    addCalibrate,
    addServe,
  ])
    add(program);

  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    tellWrongUsage(error);
    process.exitCode = WRONG_USAGE;
  }
};
