import type { Sql } from '../../src/db/database.ts';

/** Everything that nights have decided, as text, apart from the instants at which they ran. */
export const decisionsOf = async (sql: Sql): Promise<string> => {
  const states = await sql`select to_jsonb(s)::text as row from client_state s order by client_id`;
  const assessments = await sql`
    select (to_jsonb(a) - 'recorded_at')::text as row from assessments a
     order by client_id, valid_from, revision`;
  return [...states, ...assessments].map(({ row }) => row).join('\n');
};
