import type { Sql } from '../../src/db/database.ts';

/** Human decisions that the sample bank lacks: ends relative to D; the last one has ended before D. */
const PLACED = [
  { to: 'key', endsInDays: 5 },
  { to: 'premier', endsInDays: 60 },
  { to: 'quality', endsInDays: 12 },
  { to: 'quality', endsInDays: -20 },
] as const;
const STARTED_MONTHS_AGO = 3;

/** Any order that every run repeats. */
const candidates = (owner: Sql) => owner<{ clientId: string; managerId: string }[]>`
  select client_id as "clientId", file_manager_id as "managerId" from clients
   where kind = 'individual' and closed_on is null and file_manager_id is not null
     and marketing_opt_out is not null and household_id is null
   order by file_manager_id, client_id desc`;

/** Gives some clients of each manager an override, in force from a month-end three months before D. */
export const placeOverrides = async (owner: Sql, on: Temporal.PlainDate): Promise<void> => {
  const start = on.with({ day: 1 }).subtract({ months: STARTED_MONTHS_AGO - 1, days: 1 });
  const byManager = Map.groupBy(await candidates(owner), ({ managerId }) => managerId);
  for (const clients of byManager.values())
    for (const [index, { to, endsInDays }] of PLACED.entries()) {
      const clientId = clients[index]?.clientId ?? '';
      const end = on.add({ days: endsInDays });
      await owner`
        insert into overrides (client_id, override_id, tier, reason_code, reason_text, valid_from,
                               valid_to, request_id, recorded_at)
        values (${clientId}, ${`O${clientId}`}, ${to}, 'strategic', 'agreed with the branch head',
                ${start.toString()}, ${end.toString()}, ${`R${clientId}`}, ${`${start}T08:00:00Z`})`;
    }
};
