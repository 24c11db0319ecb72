import { randomUUID } from 'node:crypto';
import type { Orm } from './database.ts';
import { deliveries } from './schema/index.ts';

/**
 * `subject` names what it is about, once and for all: `notice:<request>:<manager>`. `body` is what to say,
 * as data: it is stored as JSON and rendered at the edge.
 */
export type NewDelivery = {
  subject: string;
  kind: 'digest' | 'notice';
  managerId: string;
  businessDate: Temporal.PlainDate;
  body: Record<string, unknown>;
  queuedAt: Temporal.Instant;
  notBefore: Temporal.Instant;
};

/**
 * Queues a message to one manager in the caller's own transaction; a subject that was queued before is
 * left as it is. Returns whether it is new.
 */
export const queueDelivery = async (
  transaction: Pick<Orm, 'insert'>,
  delivery: NewDelivery,
): Promise<boolean> => {
  const inserted = await transaction
    .insert(deliveries)
    .values({ ...delivery, deliveryId: randomUUID(), status: 'queued' })
    .onConflictDoNothing({ target: deliveries.subject })
    .returning({ deliveryId: deliveries.deliveryId });
  return inserted.length > 0;
};
