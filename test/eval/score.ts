import type { Answer } from '../../src/assistant/answer.ts';
import { reachOf } from '../../src/domain/actor.ts';
import { understand } from '../../src/query/understand.ts';
import { type Asker, ask } from './ask-all.ts';
import type { EvalBank } from './bank.ts';
import { type Expect, type Expected, expected } from './reference/expectation.ts';
import { expectsAnswer, matches } from './reference/match.ts';
import { fillIn } from './reference/roles.ts';

export type EvalQuestion = {
  id: string;
  text: string;
  language: 'en' | 'zh';
  category: string;
  as?: string;
  expect: Expect;
};

/**
 * - right: answered as the facts say
 * - rightly_refused: refused, asked back or not understood, as it should
 * - otherwise_refused: it had to be declined, and was, but for another reason
 * - over_refused: it has an answer, and none was given
 * - failed: an exception, which no question may cause
 * - silently_wrong: answered with something else
 */
export const OUTCOMES = [
  'right',
  'rightly_refused',
  'otherwise_refused',
  'over_refused',
  'failed',
  'silently_wrong',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Scored = {
  id: string;
  seed: number;
  text: string;
  language: 'en' | 'zh';
  category: string;
  path: Answer['plannedBy'];
  outcome: Outcome;
  /** The sentence that restates the answer reads as another plan. */
  restatedOtherwise: boolean;
  languageMissed: boolean;
  expected: string;
  got: string;
  interpretation: string | null;
};

const SHOWN_MAX = 12;
const few = <T>(items: readonly T[]): string =>
  `${items.slice(0, SHOWN_MAX).join(' ')}${items.length > SHOWN_MAX ? ' …' : ''}`;

const tellAnswer = (answer: Answer): string => {
  const { status, total, value, rows, groups, reason, notUnderstood, choices } = answer;
  if (status === 'refused') return `refused ${reason}`;
  if (status === 'not_understood') return `not understood: ${notUnderstood.join(' | ')}`;
  if (status === 'clarify') return `clarify: ${choices.map(({ label }) => label).join(' | ')}`;
  const parts = [`total ${total}`, `value ${JSON.stringify(value)}`];
  if (rows.length > 0) parts.push(`rows ${few(rows.map(({ clientId }) => clientId))}`);
  if (groups.length > 0) parts.push(`groups ${JSON.stringify(groups).slice(0, 400)}`);
  return parts.join(', ');
};

const tellExpected = (wanted: Expected): string =>
  wanted.kind === 'clients'
    ? `${wanted.total} clients${wanted.ordered ? ' in order' : ''}: ${few(wanted.ids)}`
    : JSON.stringify(wanted).slice(0, 500);

const inScope = (answer: Answer, { setting }: Asker): boolean => {
  const own = new Set(setting.book.map(({ id }) => id));
  return answer.rows.every(({ clientId }) => own.has(clientId));
};

const outcomeOf = (answer: Answer, wanted: Expected, asker: Asker): Outcome => {
  if (!inScope(answer, asker)) return 'silently_wrong';
  const matched = matches(answer, wanted);
  if (answer.status === 'answered') return matched ? 'right' : 'silently_wrong';
  if (matched) return 'rightly_refused';
  return expectsAnswer(wanted) ? 'over_refused' : 'otherwise_refused';
};

/** A name in the sentence can be read only with the book's names at hand; those sentences are left out. */
const readsAs = (answer: Answer, asker: Asker): boolean => {
  if (answer.status !== 'answered' || answer.interpretation === null || answer.plan?.client)
    return true;
  const again = understand(answer.interpretation, {
    businessDate: asker.setting.bank.on,
    currency: answer.currency ?? 'CNY',
    reach: reachOf(asker.actor.role),
    seesWholeBank: reachOf(asker.actor.role) === 'bank',
  });
  return again.status === 'plan' && JSON.stringify(again.plan) === JSON.stringify(answer.plan);
};

/** A mistake in a set is told with the question that has it. */
const wantedOf = ({ setting }: Asker, { id, expect }: EvalQuestion): Expected => {
  try {
    return expected(setting, expect);
  } catch (error) {
    throw new Error(`The expectation of ${id} cannot be worked out.`, { cause: error });
  }
};

type Told = Pick<
  Scored,
  'path' | 'outcome' | 'restatedOtherwise' | 'languageMissed' | 'got' | 'interpretation'
>;

const told = (answer: Answer, asker: Asker, question: EvalQuestion, wanted: Expected): Told => ({
  path: answer.plannedBy,
  outcome: outcomeOf(answer, wanted, asker),
  restatedOtherwise: !readsAs(answer, asker),
  languageMissed: (answer.language === 'en') !== (question.language === 'en'),
  got: tellAnswer(answer),
  interpretation: answer.interpretation,
});

const failure = (error: unknown): Told => ({
  path: 'grammar',
  outcome: 'failed',
  restatedOtherwise: false,
  languageMissed: false,
  got: String(error),
  interpretation: null,
});

/** null: nobody in this bank plays a part that the question names. */
export const scoreQuestion = async (
  bank: EvalBank,
  asker: Asker,
  question: EvalQuestion,
): Promise<Scored | null> => {
  const text = fillIn(question.text, asker.setting.roles);
  if (text === null) return null;
  const wanted = wantedOf(asker, question);
  const { id, language, category } = question;
  const asked = { id, seed: bank.spec.seed, text, language, category };
  const found = await ask(bank, asker, { text }).then(
    (answer) => told(answer, asker, question, wanted),
    failure,
  );
  return { ...asked, ...found, expected: tellExpected(wanted) };
};
