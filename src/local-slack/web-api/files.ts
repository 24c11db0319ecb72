import { newId } from '../ids.ts';
import { asList, asRecord, asText, type Json } from '../json.ts';
import type { Local } from '../local.ts';
import { postMessage } from '../messages.ts';
import { mimetypeOf } from '../mimetypes.ts';
import { shapeFile } from '../shape-message.ts';
import { secondsNow } from '../timestamps.ts';
import type { StoredFile } from '../types.ts';
import {
  ApiFailure,
  jsonArg,
  type Method,
  requiredChannel,
  requiredText,
  textArg,
} from './call.ts';
import { contentOf } from './content.ts';

const getUploadUrl: Method = ({ local, args }) => {
  const name = requiredText(args, 'filename');
  const id = newId('F');
  local.workspace.files.put(id, {
    ...{ id, name, title: name, mimetype: mimetypeOf(name), content: null },
    size: Number(requiredText(args, 'length')),
    userId: local.workspace.app.botUserId,
    createdAt: secondsNow(),
  });
  return { ok: true, upload_url: `${local.baseUrl}/upload/v1/${id}`, file_id: id };
};

const uploadedFile = (local: Local, entry: Json): StoredFile => {
  const file = local.workspace.files.get(asText(entry.id));
  if (file?.content === null || file === undefined) throw new ApiFailure('file_not_found');
  return { ...file, title: asText(entry.title) || file.name };
};

const completeUpload: Method = ({ local, args }) => {
  const files = asList(jsonArg(args, 'files')).map((entry) => uploadedFile(local, asRecord(entry)));
  if (files.length === 0) throw new ApiFailure('invalid_arguments');
  for (const file of files) local.workspace.files.put(file.id, file);
  if (textArg(args, 'channel_id')) {
    const { blocks } = contentOf({ blocks: args.blocks });
    postMessage(local, {
      userId: local.workspace.app.botUserId,
      botId: local.workspace.app.botId,
      channel: requiredChannel(local, args, 'channel_id').id,
      text: textArg(args, 'initial_comment'),
      blocks: blocks ?? [],
      threadTs: textArg(args, 'thread_ts') || null,
      fileIds: files.map(({ id }) => id),
    });
  }
  const teamId = local.workspace.app.teamId;
  return { ok: true, files: files.map((file) => shapeFile(file, local.baseUrl, teamId)) };
};

const filesInfo: Method = ({ local, args }) => {
  const file = local.workspace.files.get(requiredText(args, 'file'));
  if (!file) throw new ApiFailure('file_not_found');
  return { ok: true, file: shapeFile(file, local.baseUrl, local.workspace.app.teamId) };
};

const filesDelete: Method = ({ local, args }) => {
  const id = requiredText(args, 'file');
  if (!local.workspace.files.get(id)) throw new ApiFailure('file_not_found');
  local.workspace.files.remove(id);
  return { ok: true };
};

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': filesInfo,
  'files.delete': filesDelete,
};
