import { inArray } from 'drizzle-orm';
import { queueDelivery } from '../db/queue-delivery.ts';
import { managers } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import type { AlertKind } from '../domain/alert-kind.ts';
import type { Night } from './alert.ts';
import type { HeldKind } from './detect-alerts.ts';

/** Body of the notice to a head: so many alerts of one kind at once that a feed is likely at fault. */
export type DataQualityNotice = {
  event: 'data_quality';
  kind: AlertKind;
  /** Clients whose alert is kept back, of `base` in the bank. */
  clients: number;
  base: number;
  businessDate: string;
};

type Head = { managerId: string; role: string; branchId: string };

/** The heads of the branches concerned; the administrators where a branch, or a client, has none. */
const addresseesOf = ({ branchIds }: HeldKind, people: readonly Head[]): Head[] => {
  const heads = people.filter(({ role }) => role === 'branch_head');
  const concerned = heads.filter(({ branchId }) => branchIds.includes(branchId));
  const headless = branchIds.some((id) => !heads.some(({ branchId }) => branchId === id));
  return headless ? [...concerned, ...people.filter(({ role }) => role === 'admin')] : concerned;
};

/** Queues one data-quality notice a kind to each head concerned. */
export const reportHeld = async (
  transaction: ScopedTransaction,
  held: readonly HeldKind[],
  { on, base }: Night,
  queuedAt: Temporal.Instant,
): Promise<void> => {
  if (held.length === 0) return;
  const people = await transaction
    .select({ managerId: managers.managerId, role: managers.role, branchId: managers.branchId })
    .from(managers)
    .where(inArray(managers.role, ['branch_head', 'admin']));
  for (const each of held) {
    const { kind, clients } = each;
    const body: DataQualityNotice = {
      event: 'data_quality',
      kind,
      clients,
      base,
      businessDate: on.toString(),
    };
    for (const { managerId } of addresseesOf(each, people))
      await queueDelivery(transaction, {
        subject: `notice:data_quality:${kind}:${on}:${managerId}`,
        kind: 'notice',
        managerId,
        businessDate: on,
        body,
        queuedAt,
        notBefore: queuedAt,
      });
  }
};
