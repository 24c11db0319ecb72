/** The one way in which tests of the app open a local Slack: at its end, nothing that was sent may have broken a limit. */
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../src/local-slack/start.ts';
import { note } from './slack-validate.ts';

/** What Slack answers to content that it does not take. Faults that a test asked for are recorded by their kind. */
const REFUSED = new Set([
  ...['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long', 'no_text'],
  ...['invalid_arguments', 'invalid_chunks', 'view_too_large', 'markdown_text_conflict'],
  ...['invalid_metadata_format', 'invalid_metadata_schema', 'duplicate_external_id'],
]);

type Args = Record<string, unknown>;

const parsed = (value: unknown): unknown =>
  typeof value === 'string' && value !== '' ? JSON.parse(value) : value;

const noteCall = (args: Args): void => {
  const chunks = (parsed(args.chunks) ?? []) as Args[];
  const shown = [parsed(args.blocks), ...chunks.map(({ blocks }) => blocks)];
  for (const blocks of shown) if (Array.isArray(blocks) && blocks.length > 0) note({ blocks });
  const view = parsed(args.view);
  if (view) note({ view });
};

/** Closing rejects where Slack would have refused a message, a form or the Home tab for what was in it. */
export const startStrictSlack = async (options: LocalSlackOptions): Promise<LocalSlack> => {
  const slack = await startLocalSlack(options);
  return {
    ...slack,
    close: async () => {
      const calls = slack.inspect.calls();
      for (const { args } of calls) noteCall(args as Args);
      await slack.close();
      const refused = calls.filter(({ error }) => error !== null && REFUSED.has(error));
      if (refused.length === 0) return;
      const told = refused.map(
        ({ method, error, args }) => `${method} ${error} ${JSON.stringify(args)}`,
      );
      throw new Error(`Slack would have refused:\n${told.join('\n')}`);
    },
  };
};
