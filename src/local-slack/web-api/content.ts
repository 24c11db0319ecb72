import { checkBlocks, isTooLong, wording } from '../check-blocks/check-surface.ts';
import { asBlocks, asText, type Block, isRecord, type Json, lengthOf } from '../json.ts';
import type { MessageMetadata } from '../types.ts';
import { ApiFailure, jsonArg, textArg } from './call.ts';

const textMax = 40_000;

export const checkedBlocks = (value: unknown): Block[] => {
  const issues = checkBlocks(value, 'message', '/blocks');
  if (issues.length > 0) {
    throw new ApiFailure('invalid_blocks', {
      errors: issues.map(wording),
      response_metadata: { messages: issues.map((issue) => `[ERROR] ${wording(issue)}`) },
    });
  }
  if (isTooLong(value)) throw new ApiFailure('msg_blocks_too_long');
  return asBlocks(value);
};

/** Text and blocks of a message to be posted; undefined blocks were not given. */
export const contentOf = (args: Json): { text: string; blocks: Block[] | undefined } => {
  const given = jsonArg(args, 'blocks');
  if (typeof args.blocks === 'string' && args.blocks !== '' && given === undefined) {
    throw new ApiFailure('invalid_blocks_format');
  }
  const markdown = textArg(args, 'markdown_text');
  const text = textArg(args, 'text');
  if (markdown && (text || given)) throw new ApiFailure('markdown_text_conflict');
  if (lengthOf(text) > textMax) throw new ApiFailure('msg_too_long');
  const blocks = markdown ? [{ type: 'markdown', text: markdown }] : given;
  return {
    text: text || markdown,
    blocks: blocks === undefined ? undefined : checkedBlocks(blocks),
  };
};

/** undefined when not given, null for an empty object (which removes). */
export const metadataOf = (args: Json): MessageMetadata | null | undefined => {
  const given = jsonArg(args, 'metadata');
  if (given === undefined) return undefined;
  if (!isRecord(given)) throw new ApiFailure('invalid_metadata_format');
  if (Object.keys(given).length === 0) return null;
  if (!asText(given.event_type) || !isRecord(given.event_payload)) {
    throw new ApiFailure('invalid_metadata_schema');
  }
  return { event_type: asText(given.event_type), event_payload: given.event_payload };
};
