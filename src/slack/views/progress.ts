/** Decides which steps of an answer are shown, and what each of them found. */
import type { AnyChunk } from '@slack/types';
import type { Answer } from '../../assistant/answer.ts';
import type { Locale } from '../../domain/actor.ts';
import { slackStreamText } from '../../text/slack-stream.ts';

const UNDERSTAND = 'understand';

const task = (
  id: string,
  title: string,
  status: 'in_progress' | 'complete' | 'error',
  output?: string,
): AnyChunk => ({ type: 'task_update', id, title, status, ...(output ? { output } : {}) });

/** The first step, under way. The others appear when they have happened: a refusal never comes to them. */
export const begunSteps = (locale: Locale): AnyChunk[] => {
  const words = slackStreamText[locale];
  return [
    { type: 'plan_update', title: words.plan },
    task(UNDERSTAND, words.understand, 'in_progress'),
  ];
};

export const failedSteps = (locale: Locale): AnyChunk[] => [
  task(UNDERSTAND, slackStreamText[locale].understand, 'error'),
];

/** What was done for this answer, in the reader's language, like the first step. */
export const doneSteps = (answer: Answer, locale: Locale): AnyChunk[] => {
  const words = slackStreamText[locale];
  const understood = task(UNDERSTAND, words.understand, 'complete');
  if (answer.status !== 'answered') return [understood];
  const { total, rows, groups } = answer;
  const shown = Math.max(rows.length, groups.length);
  return [
    { type: 'plan_update', title: words.planDone },
    understood,
    task('query', words.query, 'complete', total === null ? undefined : words.found(total)),
    task('rank', words.rank, 'complete', shown === 0 ? undefined : words.ranked(shown)),
  ];
};
