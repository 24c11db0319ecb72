import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerText, readBody } from './http.ts';
import type { Local } from './local.ts';

/** Binary uploads arrive as multipart/form-data with the bytes in the field `body`. */
const uploadedBytes = async (request: IncomingMessage): Promise<Buffer> => {
  const bytes = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.includes('multipart/form-data')) return bytes;
  const init = { headers: { 'content-type': type } };
  const form = await new Response(Uint8Array.from(bytes), init).formData();
  const [part] = form.values();
  if (part === undefined) return Buffer.alloc(0);
  return typeof part === 'string' ? Buffer.from(part) : Buffer.from(await part.arrayBuffer());
};

/** The POST between files.getUploadURLExternal and files.completeUploadExternal. */
export const takeUpload = async (
  { workspace }: Local,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const file = workspace.files.get(path.split('/').at(-1) ?? '');
  if (!file) {
    answerText(response, 404, 'No such upload.');
    return;
  }
  const content = await uploadedBytes(request);
  if (content.length !== file.size) {
    answerText(response, 400, 'The length differs.');
    return;
  }
  workspace.files.put(file.id, { ...file, content: content.toString('base64') });
  answerText(response, 200, `OK - ${content.length}`);
};

/** Downloads need the bot's token, or a page of this very server that asks. */
const mayRead = ({ workspace }: Local, request: IncomingMessage): boolean =>
  request.headers.authorization === `Bearer ${workspace.app.botToken}` ||
  request.headers['sec-fetch-site'] === 'same-origin' ||
  request.headers['sec-fetch-site'] === 'none';

export const serveFile = (
  local: Local,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  const id = path.split('/')[2]?.split('-')[1] ?? '';
  const file = local.workspace.files.get(id);
  if (!file?.content) {
    answerText(response, 404, 'No such file.');
    return;
  }
  if (!mayRead(local, request)) {
    answerText(response, 403, 'Not allowed.');
    return;
  }
  response.writeHead(200, {
    'content-type': file.mimetype,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
  });
  response.end(Buffer.from(file.content, 'base64'));
};
