import type { Transaction } from '../database.ts';
import { clientMetricsSql } from './client-metrics-sql.ts';
import type { ClientRange, Night } from './night.ts';

/** All clients cut into ranges of about `size` ids, in order. */
export const listClientRanges = async (tx: Transaction, size: number): Promise<ClientRange[]> =>
  tx<ClientRange[]>`
    select min(client_id)::text as first, max(client_id)::text as last
      from (select client_id, (row_number() over (order by client_id) - 1) / ${size}::int as part
              from clients) numbered
     group by part order by part`;

/**
 * The planner cannot know how many rows a step of the query has and guesses few: a nested loop over two of
 * them would be quadratic, and compiling the expressions costs more than it saves. Until the transaction ends.
 */
export const planForRanges = async (tx: Transaction): Promise<void> => {
  await tx.unsafe(
    "set local enable_nestloop = off; set local jit = off; set local work_mem = '64MB'",
  );
};

/** The lines of a COPY … TO STDOUT, as the server sends them. */
export async function* copyLines(tx: Transaction, query: string): AsyncGenerator<string> {
  const stream = await tx.unsafe(`copy (${query}) to stdout`).readable();
  stream.setEncoding('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** The lines of a range: one client each, for parse-row.ts. */
export const readMetricsLines = (
  tx: Transaction,
  night: Night,
  range: ClientRange,
): AsyncGenerator<string> => copyLines(tx, clientMetricsSql(night, range));
