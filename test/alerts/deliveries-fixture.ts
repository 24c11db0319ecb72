import { randomUUID } from 'node:crypto';
import { type DeliveryStatus, deliveries, managers } from '../../src/db/schema/index.ts';
import type { TestDatabase } from '../support/database.ts';

export const QUEUED_AT = Temporal.Instant.from('2026-11-20T18:00:00Z');
export const DUE_AT = Temporal.Instant.from('2026-11-23T00:30:00Z');

export const managerId = (number: number): string => `RM${String(number).padStart(3, '0')}`;

/** `count` managers with one digest each, all due at DUE_AT. */
export const queueForManagers = async (
  { database }: TestDatabase,
  count: number,
  status: DeliveryStatus = 'queued',
): Promise<void> => {
  const ids = Array.from({ length: count }, (_, index) => managerId(index + 1));
  const { orm } = database.service;
  await orm
    .insert(managers)
    .values(
      ids.map((id) => ({
        managerId: id,
        name: `Manager ${id}`,
        email: `${id.toLowerCase()}@bank.example`,
        role: 'relationship_manager' as const,
        branchId: 'B01',
      })),
    )
    .onConflictDoNothing();
  await orm.insert(deliveries).values(
    ids.map((id) => ({
      deliveryId: randomUUID(),
      subject: `digest:${id}:2026-11-20`,
      kind: 'digest' as const,
      managerId: id,
      businessDate: Temporal.PlainDate.from('2026-11-20'),
      body: { managerId: id },
      status,
      notBefore: DUE_AT,
      queuedAt: QUEUED_AT,
    })),
  );
};

export const clearDeliveries = async ({ owner }: TestDatabase): Promise<void> => {
  await owner`truncate deliveries, managers`;
};

export type DeliveryRow = {
  manager_id: string;
  status: DeliveryStatus;
  attempts: number;
  last_error: string | null;
  message_ts: string | null;
};

export const readDeliveries = async ({ owner }: TestDatabase): Promise<DeliveryRow[]> => [
  ...(await owner<DeliveryRow[]>`
    select manager_id, status, attempts, last_error, message_ts from deliveries order by manager_id`),
];
