import { eq } from 'drizzle-orm';
import { findBusinessDate } from '../db/find-business-date.ts';
import { managers } from '../db/schema/index.ts';
import type { ClientKind, Tier } from '../domain/client.ts';
import { mayRequestFor } from './authority.ts';
import type { CoverageContext } from './context.ts';
import { findCoveredClient } from './load-client.ts';

/** What a form shows of a client before a change; `version` goes back with the change. */
export type ClientPreview = {
  clientId: string;
  name: string;
  kind: ClientKind;
  /** null = never assessed. */
  inForceTier: Tier | null;
  /** null = unowned. */
  managerName: string | null;
  version: string;
  businessDate: Temporal.PlainDate;
};

/** The client as it is now, or null when the actor may not change it (or there is none). */
export const previewClient = ({
  ctx,
  clientId,
}: {
  ctx: CoverageContext;
  clientId: string;
}): Promise<ClientPreview | null> =>
  ctx.database.service.orm.transaction(async (transaction) => {
    const businessDate = await findBusinessDate(transaction);
    const client = businessDate && (await findCoveredClient(transaction, clientId, businessDate));
    if (!client || client.closed || !mayRequestFor(ctx.actor, client)) return null;
    const [manager] = client.managerId
      ? await transaction
          .select({ name: managers.name })
          .from(managers)
          .where(eq(managers.managerId, client.managerId))
      : [];
    const { name, kind, inForceTier, version } = client;
    return {
      clientId,
      name,
      kind,
      inForceTier,
      managerName: manager?.name ?? null,
      version,
      businessDate,
    };
  });
