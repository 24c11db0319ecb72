/** The terminal: the same use cases as Slack. Compiled once, kept in the system's temporary folder: a command starts sooner. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { runProgram } = await import('./cli/program.ts');
await runProgram();
