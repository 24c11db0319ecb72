/** Decides which steps of an answer are shown, and what each of them found. */
import type { AnyChunk } from '@slack/types';
import type { Answer } from '../../assistant/answer.ts';
import type { Step } from '../../assistant/answer-plan.ts';
import type { Locale } from '../../domain/actor.ts';
import { slackStreamText } from '../../text/slack-stream.ts';

type TaskId = 'understand' | 'query' | 'rank';

const task = (
  id: TaskId,
  locale: Locale,
  status: 'in_progress' | 'complete' | 'error',
  output?: string,
): AnyChunk => ({
  type: 'task_update',
  id,
  title: slackStreamText[locale][id],
  status,
  ...(output ? { output } : {}),
});

const found = (total: number | null, locale: Locale): string | undefined =>
  total === null ? undefined : slackStreamText[locale].found(total);

/** The first step, under way. The others appear when they have begun: a refusal never comes to them. */
export const begunSteps = (locale: Locale): AnyChunk[] => [
  { type: 'plan_update', title: slackStreamText[locale].plan },
  task('understand', locale, 'in_progress'),
];

/** What is done and what is under way once the step was reached. */
export const stepsAt = (reached: Step, locale: Locale): AnyChunk[] => {
  const understood = task('understand', locale, 'complete');
  if (reached.step === 'understood') return [understood, task('query', locale, 'in_progress')];
  return [
    understood,
    task('query', locale, 'complete', found(reached.total, locale)),
    task('rank', locale, 'in_progress'),
  ];
};

const UNDER_WAY: Record<Step['step'], TaskId> = { understood: 'query', queried: 'rank' };

/** The step that was under way failed; null = none was reached. */
export const failedSteps = (reached: Step | null, locale: Locale): AnyChunk[] => {
  if (!reached) return [task('understand', locale, 'error')];
  const failed = UNDER_WAY[reached.step];
  const done = stepsAt(reached, locale).filter((chunk) => !('id' in chunk && chunk.id === failed));
  return [...done, task(failed, locale, 'error')];
};

/** What was done for this answer, in the reader's language, like the first step. */
export const doneSteps = (answer: Answer, locale: Locale): AnyChunk[] => {
  const understood = task('understand', locale, 'complete');
  if (answer.status !== 'answered')
    return [{ type: 'plan_update', title: slackStreamText[locale].planRead }, understood];
  const { total, rows, groups } = answer;
  const shown = Math.max(rows.length, groups.length);
  const ranked = shown === 0 ? undefined : slackStreamText[locale].ranked(shown);
  return [
    { type: 'plan_update', title: slackStreamText[locale].planDone },
    understood,
    task('query', locale, 'complete', found(total, locale)),
    task('rank', locale, 'complete', ranked),
  ];
};
