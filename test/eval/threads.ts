import type { Answer } from '../../src/assistant/answer.ts';
import { type Asker, ask } from './ask-all.ts';
import type { EvalBank } from './bank.ts';
import { fillIn } from './reference/roles.ts';

/** A conversation and the one full question that its last turn amounts to. */
export type EvalThread = {
  id: string;
  language: 'en' | 'zh';
  turns: string[];
  single: string;
  as?: string;
};

export type ThreadOutcome = 'same' | 'not_answered' | 'single_not_answered' | 'different';
export type ScoredThread = {
  id: string;
  seed: number;
  language: 'en' | 'zh';
  turns: string[];
  single: string;
  outcome: ThreadOutcome;
  got: string | null;
  wanted: string | null;
};

/** What was found, however it was asked: a list's order counts, its columns do not. */
const findings = ({ status, total, value, rows, groups, choices }: Answer): string =>
  JSON.stringify({
    status,
    total,
    value,
    ids: rows.map(({ clientId }) => clientId),
    groups: groups.map(({ key, count }) => [key, count]),
    choices: choices.map(({ label }) => label),
  });

const outcomeOf = (last: Answer, single: Answer): ThreadOutcome => {
  if (single.status !== 'answered') return 'single_not_answered';
  if (last.status !== 'answered') return 'not_answered';
  return findings(last) === findings(single) ? 'same' : 'different';
};

/** null: nobody in this bank plays a part that a turn names. */
export const scoreThread = async (
  bank: EvalBank,
  asker: Asker,
  { id, language, turns, single }: EvalThread,
): Promise<ScoredThread | null> => {
  const { roles } = asker.setting;
  const texts = turns.map((turn) => fillIn(turn, roles)).filter((text) => text !== null);
  const alone = fillIn(single, roles);
  if (texts.length < turns.length || alone === null) return null;
  let last: Answer | null = null;
  for (const text of texts) last = await ask(bank, asker, { text, thread: `eval-${id}` });
  if (!last) return null;
  const full = await ask(bank, asker, { text: alone });
  return {
    id,
    seed: bank.spec.seed,
    language,
    turns: texts,
    single: alone,
    outcome: outcomeOf(last, full),
    got: last.interpretation,
    wanted: full.interpretation,
  };
};
