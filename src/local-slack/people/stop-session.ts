import { sendEvent } from '../events.ts';
import type { Local } from '../local.ts';
import { messagesIn } from '../messages.ts';
import type { Person } from '../types.ts';
import { closeStream } from '../web-api/streams.ts';

/** The stop button: Slack closes the open streams of the thread and tells the app. */
export const stopSession = (
  local: Local,
  person: Person,
  channel: string,
  threadTs: string,
): void => {
  const streaming = messagesIn(local, channel).filter(
    (message) => message.threadTs === threadTs && message.stream?.open,
  );
  for (const message of streaming) closeStream(local, channel, message.ts);
  sendEvent(local, {
    ...{ type: 'agent_session_stopped', channel, user: person.userId, thread_ts: threadTs },
    streaming_message_ts: streaming.map(({ ts }) => ts),
    event_ts: local.workspace.nextTs(),
  });
};
