/** The real assistant over the bank of the coverage tests, as the app is wired in `serve`. */
import { answerQuestion } from '../../src/assistant/answer-question.ts';
import { ProblemError } from '../../src/domain/result.ts';
import type { Message, Visitor } from '../../src/local-slack/start.ts';
import { NOW } from '../coverage/a-bank.ts';
import { type Office, openOffice } from './office.ts';

/** An office whose questions are really answered. */
export const openAnsweringOffice = async (): Promise<Office> => {
  const opened: { office: Office | null } = { office: null };
  opened.office = await openOffice(async (question) => {
    const database = opened.office?.bank.database;
    if (!database) throw new Error('asked before the office was open');
    const answer = await answerQuestion({ database, now: () => NOW }, question);
    if (answer.ok) return answer.value;
    throw new ProblemError(answer.problem);
  });
  return opened.office;
};

/** Says it in the direct messages and waits for the finished answer in its thread. */
export const askIn = async (visitor: Visitor, text: string): Promise<Message> => {
  const dm = visitor.openDm();
  const ts = visitor.say(dm, text);
  return nextIn(visitor, dm, ts, 0);
};

/** The finished message of the app that follows `after` others in a thread. */
export const nextIn = (
  visitor: Visitor,
  channel: string,
  threadTs: string,
  after: number,
): Promise<Message> =>
  visitor.waitFor((each) => {
    const replies = each
      .messages(channel)
      .filter((one) => one.threadTs === threadTs && one.botId !== null);
    const next = replies[after];
    return next && !next.stream?.open && next;
  });
