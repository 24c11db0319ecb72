import { and, desc, eq, ne } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { deliveries } from '../db/schema/index.ts';
import type { Actor } from '../domain/actor.ts';
import type { BusinessDate } from '../domain/business-date.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { alertsText } from '../text/alerts.ts';
import { problem } from '../text/catalog.ts';
import type { Digest } from './digest.ts';

/**
 * A person's own digest as it was made, sent or not, without sending it. `on` null = the newest. The
 * Problem is that there is none.
 */
export const showDigest = async (
  database: Pick<Database, 'service'>,
  { managerId }: Pick<Actor, 'managerId'>,
  on: BusinessDate | null,
): Promise<Result<Digest>> => {
  const [found] = await database.service.orm
    .select({ body: deliveries.body })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.managerId, managerId),
        eq(deliveries.kind, 'digest'),
        on ? eq(deliveries.businessDate, on) : ne(deliveries.status, 'superseded'),
      ),
    )
    .orderBy(desc(deliveries.businessDate))
    .limit(1);
  if (found) return ok(found.body as Digest);
  return fail(
    problem('no_digest', alertsText, (t) => (on ? t.noDigest(on.toString()) : t.noDigestYet)),
  );
};
