/** Keeps of every answer what replays it; the question's words are kept only as a hash. */
import { randomUUID } from 'node:crypto';
import { canonicalJson, type Json, sha256 } from '../db/canonical-json.ts';
import type { Database } from '../db/database.ts';
import { receipts } from '../db/schema/index.ts';
import { type Actor, reachOf } from '../domain/actor.ts';
import type { Answer } from './answer.ts';
import type { Standing } from './standing.ts';

const result = ({ total, rows, coverRows, groups, value, assessment }: Answer): Json =>
  JSON.parse(JSON.stringify({ total, rows, coverRows, groups, value, assessment }));

/** The hash by which a replay is compared; labels and sentences are not part of it. */
export const resultHash = (answer: Answer): string => sha256(canonicalJson(result(answer)));

const ROW_HASH_LENGTH = 8;

/** Each row's client with a short hash of its cells: enough to say which rows changed, and no more. */
export const rowHashes = ({ rows, coverRows }: Answer): [clientId: string, hash: string][] =>
  [...rows, ...coverRows].map((row) => [
    row.clientId,
    sha256(canonicalJson(row as Json)).slice(0, ROW_HASH_LENGTH),
  ]);

/** Stores the receipt and names it in the answer. A look at the whole bank is audited by its receipt. */
export const withReceipt = async (
  database: Pick<Database, 'service'>,
  asked: { actor: Actor; question: string; at: Temporal.Instant; standing: Standing },
  answer: Answer,
): Promise<Answer> => {
  const receiptId = randomUUID();
  const ran = answer.status === 'answered';
  await database.service.orm.insert(receipts).values({
    receiptId,
    at: asked.at,
    actorId: asked.actor.managerId,
    questionHash: sha256(asked.question.normalize('NFKC').trim()),
    locale: answer.language,
    status: answer.status,
    plan: answer.plan,
    plannedBy: answer.plannedBy,
    businessDate: asked.standing.businessDate,
    policyVersion: asked.standing.policyVersion,
    scope: reachOf(asked.actor.role),
    total: answer.total,
    resultHash: ran ? resultHash(answer) : null,
    reason: answer.reason,
    rowHashes: ran ? rowHashes(answer) : null,
  });
  return { ...answer, receiptId };
};
