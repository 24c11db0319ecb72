/** Approve, reject and take back: buttons in a checker's direct messages and on the Home tab. */

import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { cancelRequest } from '../../coverage/cancel-request.ts';
import type { ChangeOutcome } from '../../coverage/change.ts';
import type { CoverageContext } from '../../coverage/context.ts';
import { decideRequest } from '../../coverage/decide-request.ts';
import { describeOutcome } from '../../coverage/describe-change.ts';
import type { Result } from '../../domain/result.ts';
import { errorFields } from '../../ops/error-fields.ts';
import { sentence } from '../../text/catalog.ts';
import { apologise } from '../apologise.ts';
import { managerOr, personOf } from '../people.ts';
import { publishHome } from '../publish-home.ts';
import { teamOf } from '../team-of.ts';
import { coverageContext, type Manager, type Tools } from '../tools.ts';
import { context, sentenceView } from '../views/blocks.ts';
import { CANCEL } from '../views/home.ts';
import { APPROVE, REJECT } from '../views/notice.ts';

type Verb = (ctx: CoverageContext, requestId: string) => Promise<Result<ChangeOutcome>>;

const VERBS: Record<string, Verb> = {
  [APPROVE]: (ctx, requestId) => decideRequest({ ctx, input: { requestId, decision: 'approved' } }),
  [REJECT]: (ctx, requestId) => decideRequest({ ctx, input: { requestId, decision: 'rejected' } }),
  [CANCEL]: (ctx, requestId) => cancelRequest({ ctx, input: { requestId } }),
};

/** Nothing more can be done with the request by this person: the buttons go away. */
const OVER = new Set(['not_pending', 'decided_before', 'own_request', 'renewal_same_checker']);

type Pressed = { body: BlockAction; manager: Manager };

const sayPrivately = async (tools: Tools, { body }: Pressed, said: string): Promise<void> => {
  const { channel, user } = body;
  if (!channel) return;
  await tools.web.chat.postEphemeral({ channel: channel.id, user: user.id, ...sentenceView(said) });
};

/** Replaces the buttons of the message by what became of it. */
const closeMessage = async (tools: Tools, pressed: Pressed, said: string): Promise<void> => {
  const { message, channel } = pressed.body;
  if (!message || !channel) return;
  const blocks = (message.blocks ?? []) as { type: string }[];
  const kept = blocks.filter(({ type }) => type !== 'actions');
  try {
    await tools.web.chat.update({
      channel: channel.id,
      ts: message.ts,
      text: message.text ?? '',
      blocks: [...kept, context([said], 1_000)],
    });
  } catch (error) {
    // What was decided stays decided, even where somebody removed the message meanwhile.
    tools.log.warn(errorFields(error), 'a decided message could not be changed');
    await sayPrivately(tools, pressed, said);
  }
};

const finish = async (tools: Tools, pressed: Pressed, actionId: string, requestId: string) => {
  const { manager, body } = pressed;
  const verb = VERBS[actionId];
  if (!verb) return;
  const result = await verb(coverageContext(tools, manager.actor), requestId);
  if (result.ok) tools.onQueued();
  const said = result.ok
    ? describeOutcome(result.value, manager.language)
    : sentence(result.problem, manager.language);
  if (result.ok || OVER.has(result.problem.code)) await closeMessage(tools, pressed, said);
  else await sayPrivately(tools, pressed, said);
  if (body.view?.type === 'home') await publishHome(tools, body.user.id);
};

export const registerDecisions = (app: App, tools: Tools): void => {
  for (const actionId of Object.keys(VERBS))
    app.action<BlockAction>(actionId, async ({ ack, body, action }) => {
      await ack();
      const person = await personOf(tools, body.user.id, teamOf(body));
      const { manager } = managerOr(person, tools);
      const { value } = action as ButtonAction;
      if (!manager || !value) return;
      const pressed = { body, manager };
      try {
        await tools.work.track(finish(tools, pressed, actionId, value));
      } catch (error) {
        const said = apologise(tools.log, error, `${actionId} failed`, manager.language);
        await sayPrivately(tools, pressed, said);
      }
    });
};
