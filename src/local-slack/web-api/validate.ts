import type { Issue } from '../check-blocks/check.ts';
import { checkBlocks, checkView } from '../check-blocks/check-surface.ts';
import { asRecord, type Json } from '../json.ts';
import { ApiFailure, jsonArg, type Method } from './call.ts';

const answer = (error: string, issues: Issue[]): Json =>
  issues.length === 0 ? { ok: true } : { ok: false, error, errors: issues };

const messageIssues = (message: Json): Issue[] => {
  const unknown = Object.keys(message)
    .filter((name) => name !== 'blocks' && name !== 'attachments')
    .map((name) => ({
      ...{ pointer: `/${name}`, code: 'additional_property' },
      message: `invalid additional property: ${name}`,
    }));
  return [...unknown, ...checkBlocks(message.blocks ?? [], 'message', '/blocks')];
};

/** Exactly one of blocks, message and view. */
export const blocksValidate: Method = ({ args }) => {
  const [blocks, message, view] = ['blocks', 'message', 'view'].map((name) => jsonArg(args, name));
  const given = [blocks, message, view].filter((one) => one !== undefined);
  if (given.length !== 1) throw new ApiFailure('invalid_arguments');
  if (blocks !== undefined) return answer('invalid_blocks', checkBlocks(blocks, 'message', ''));
  if (message !== undefined) return answer('invalid_message', messageIssues(asRecord(message)));
  return answer('invalid_view', checkView(view, ''));
};
