/** What every listener to a press shares: who pressed, and a failure that is said instead of lost. */
import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { apologise } from './apologise.ts';
import { directMessageOf, managerOr, personOf } from './people.ts';
import { post } from './say.ts';
import { teamOf } from './team-of.ts';
import type { Manager, Tools } from './tools.ts';
import { escapeMarkup, sentenceView } from './views/blocks.ts';

export type PressArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

export type Press = {
  manager: Manager;
  body: BlockAction;
  /** What the pressed button carries, or the chosen option; empty when nothing. */
  value: string;
  /** Says a sentence to the presser alone. */
  tell: (sentence: string) => Promise<void>;
};

const valueIn = (action: BlockAction['actions'][number]): string => {
  if ('selected_option' in action) return action.selected_option?.value ?? '';
  if ('selected_time' in action) return action.selected_time ?? '';
  return 'value' in action ? String(action.value ?? '') : '';
};

/** Acknowledges a press and does its work for a manager; nobody else's press does anything. */
export const onPress = async (
  tools: Tools,
  { ack, body, action, respond }: PressArgs,
  work: (press: Press) => Promise<void>,
): Promise<void> => {
  await ack();
  const { manager } = managerOr(await personOf(tools, body.user.id, teamOf(body)), tools);
  if (!manager) return;
  const tell = async (sentence: string): Promise<void> => {
    const text = escapeMarkup(sentence);
    // A view has no place to reply in: what it cannot do is said in the direct messages.
    if (body.channel) await respond({ text, response_type: 'ephemeral', replace_original: false });
    else
      await post(tools, { channel: await directMessageOf(tools, manager) }, sentenceView(sentence));
  };
  try {
    await tools.work.track(work({ manager, body, value: valueIn(action), tell }));
  } catch (error) {
    await tell(apologise(tools.log, error, `${action.action_id} failed`, manager.language));
  }
};
