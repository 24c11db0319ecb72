/** The file's managers become coverage from the bundle's date on; decisions taken in Bellwether stand. */
import type { ImportContext } from './context.ts';

export type CoverageConflict = {
  clientId: string;
  /** Whom the file names; null = unowned. */
  fileManagerId: string | null;
  /** Who covers the client by a decision in Bellwether. */
  managerId: string;
};

/** Before `clients` is updated: whom each client of the bundle should have, and whom the file named last. */
export const noteWishes = async ({ tx }: ImportContext): Promise<void> => {
  await tx`
    create temp table import_wishes on commit drop as
    select s.client_id, s.manager_id, c.client_id is not null as known,
      c.file_manager_id as previous_manager_id
    from stage_clients s left join clients c on c.client_id = s.client_id`;
  await tx`analyze import_wishes`;
};

/**
 * Decisions of Bellwether (source `request`) that reach beyond the date and that the file has not agreed
 * with, now or the last time: they stand.
 */
const noteConflicts = async (
  { tx }: ImportContext,
  on: Temporal.PlainDate,
): Promise<CoverageConflict[]> => {
  const rows = await tx<CoverageConflict[]>`
    with decided as (
      select distinct on (client_id) client_id, manager_id from coverage
      where source = 'request' and superseded_at is null
        and (valid_to is null or valid_to > ${on.toString()}::date)
      order by client_id, valid_from desc),
    standing as (
      delete from import_wishes w using decided d
      where d.client_id = w.client_id
        and (w.previous_manager_id is distinct from d.manager_id or w.manager_id = d.manager_id)
      returning w.client_id, w.manager_id as file_manager_id, d.manager_id)
    select client_id as "clientId", file_manager_id as "fileManagerId", manager_id as "managerId"
    from standing where file_manager_id is distinct from manager_id order by 1`;
  return [...rows];
};

/** Leaves only wishes that differ from what holds from the date on. */
const dropFulfilled = async ({ tx }: ImportContext, on: Temporal.PlainDate): Promise<void> => {
  await tx`
    delete from import_wishes w where
      (w.manager_id is null and not exists (
        select from coverage c where c.client_id = w.client_id and c.superseded_at is null
          and (c.valid_to is null or c.valid_to > ${on.toString()}::date)))
      or exists (
        select from coverage c where c.client_id = w.client_id and c.superseded_at is null
          and c.manager_id = w.manager_id and c.valid_from <= ${on.toString()}::date
          and c.valid_to is null)`;
};

/** What held from the date on is superseded; the part before the date is written again with its end. */
const endWhatHeld = async (
  { tx }: ImportContext,
  on: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<void> => {
  await tx`
    with ended as (
      update coverage c set superseded_at = ${at.toString()} from import_wishes w
      where c.client_id = w.client_id and c.superseded_at is null
        and (c.valid_to is null or c.valid_to > ${on.toString()}::date)
      returning c.client_id, c.manager_id, c.valid_from, c.source, c.request_id)
    insert into coverage (client_id, manager_id, valid_from, valid_to, source, request_id, recorded_at)
    select client_id, manager_id, valid_from, ${on.toString()}::date, source, request_id, ${at.toString()}
    from ended where valid_from < ${on.toString()}::date`;
};

/**
 * A client that is new to Bellwether has the file's manager from its first known day: the bank names
 * nobody else for the days before, and questions about those days need somebody who may ask them.
 */
const writeNew = async (
  { tx }: ImportContext,
  on: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<void> => {
  await tx`
    insert into coverage (client_id, manager_id, valid_from, source, recorded_at)
    select w.client_id, w.manager_id,
      case when w.known then ${on.toString()}::date else least(${on.toString()}::date, c.onboarded_on,
        (select min(opened_on) from accounts k where k.client_id = w.client_id),
        (select min("on") from balances k where k.client_id = w.client_id),
        (select min(booked_on) from transactions k where k.client_id = w.client_id)) end,
      'file', ${at.toString()}
    from import_wishes w join clients c on c.client_id = w.client_id
    where w.manager_id is not null
    order by w.client_id`;
};

/**
 * Applies the file's managers from `on` (the bundle's business date, else the day of the import) and
 * returns where a decision taken in Bellwether stands against the file.
 */
export const applyCoverage = async (
  context: ImportContext,
  on: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<CoverageConflict[]> => {
  const conflicts = await noteConflicts(context, on);
  await dropFulfilled(context, on);
  await endWhatHeld(context, on, at);
  await writeNew(context, on, at);
  return conflicts;
};
