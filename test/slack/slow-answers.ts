/** Use cases that are slow on purpose, and what is seen of their answers. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Visitor } from '../../src/local-slack/start.ts';
import type { AnswerQuestion } from '../../src/slack/tools.ts';
import { emptyAnswer } from './empty-answer.ts';

export const answering: AnswerQuestion = async ({ text }) => ({
  ...emptyAnswer,
  interpretation: `read as ${text}`,
  total: 3,
});
export const slowly =
  (ms: number): AnswerQuestion =>
  async (question) => {
    await pause(ms);
    return answering(question);
  };
export const replies = (visitor: Visitor, ts: string) =>
  visitor.messages(visitor.openDm()).filter((one) => one.threadTs === ts && one.botId !== null);
export const done = (visitor: Visitor, ts: string) =>
  visitor.waitFor(() => {
    const last = replies(visitor, ts).at(-1);
    return last && !last.stream?.open && last;
  });
export const open = async (visitor: Visitor, ts: string) =>
  visitor.waitFor(() => replies(visitor, ts).find((one) => one.stream?.open));
