/** CPU time that PostgreSQL has used for this program's connections, where the system tells it (Linux). */
import { readFileSync } from 'node:fs';
import type { Sql } from '../../../src/db/database.ts';

const TICKS_PER_SECOND = 100;
const USER_TICKS = 11;

const ticksOf = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[USER_TICKS]) + Number(fields[USER_TICKS + 1]);
  } catch {
    return 0;
  }
};

/** Milliseconds, in steps of ten. */
export const serverCpuMs = async (owner: Sql): Promise<number> => {
  const backends = await owner<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  const ticks = backends.reduce((sum, { pid }) => sum + ticksOf(pid), 0);
  return (ticks * 1000) / TICKS_PER_SECOND;
};
