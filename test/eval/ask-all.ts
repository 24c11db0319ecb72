import type { Answer } from '../../src/assistant/answer.ts';
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { type Actor, reachOf } from '../../src/domain/actor.ts';
import { findActorById } from '../../src/identity/find-actor.ts';
import type { EvalBank } from './bank.ts';
import { type Bank, indexBank } from './reference/bank-facts.ts';
import type { Setting } from './reference/expectation.ts';
import { castRoles } from './reference/roles.ts';
import type { ClientRow } from './reference/tables.ts';
import { loadTables } from './reference/tables.ts';

/** Who asks, by the name that a question set uses. The first manager's head, and whoever may see everything. */
const ASKERS: Record<string, string> = { own: 'M001', head: 'H001', compliance: 'C001' };

export type Asker = { actor: Actor; setting: Setting };

const bookOf = (bank: Bank, actor: Actor): ClientRow[] => {
  const reach = reachOf(actor.role);
  if (reach === 'bank') return bank.clients;
  return bank.clients.filter((client) =>
    reach === 'own' ? client.managerId === actor.managerId : client.branchId === actor.branchId,
  );
};

/** Everyone who asks in a set, each with their own clients and parts cast. */
export const loadAskers = async ({
  database,
  owner,
  spec,
}: EvalBank): Promise<Map<string, Asker>> => {
  const bank = indexBank(await loadTables(owner), Temporal.PlainDate.from(spec.on));
  const askers = new Map<string, Asker>();
  for (const [name, managerId] of Object.entries(ASKERS)) {
    const actor = await findActorById(database, managerId);
    if (!actor) throw new Error(`The sample bank has no ${managerId}.`);
    const book = bookOf(bank, actor);
    askers.set(name, { actor, setting: { bank, book, roles: castRoles(bank, book) } });
  }
  return askers;
};

/** Asks as it would be asked in Slack or the terminal. Throws what only a bug or an outage throws. */
export const ask = async (
  { database, now }: EvalBank,
  { actor }: Asker,
  { text, thread = null }: { text: string; thread?: string | null },
): Promise<Answer> => {
  const question = { actor, text, locale: 'en' as const, thread };
  const answer = await answerQuestion({ database, now: () => now }, question);
  if (!answer.ok) throw new Error(answer.problem.en);
  return answer.value;
};
