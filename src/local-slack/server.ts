import { once } from 'node:events';
import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SocketMode } from './delivery/socket-mode.ts';
import { serveFile, takeUpload } from './file-routes.ts';
import { answerJson, answerText, readBody } from './http.ts';
import { asRecord, parseJson } from './json.ts';
import type { Local } from './local.ts';
import { servePage } from './page-api/assets.ts';
import { openPageSockets } from './page-api/sockets.ts';
import type { Visitor } from './types.ts';
import { ApiFailure } from './web-api/call.ts';
import { answerResponseUrl } from './web-api/chat.ts';
import { handleCall } from './web-api/handle-call.ts';
import { giveConsent } from './web-api/oauth.ts';

type Parts = {
  local: Local;
  sockets: SocketMode;
  visitorOf: (userId: string) => Visitor;
};

const handleResponseUrl = async (
  local: Local,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = asRecord(parseJson((await readBody(request)).toString('utf8')));
  try {
    answerJson(response, answerResponseUrl(local, path, body));
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) throw failure;
    answerJson(response, failure.answer, /_url$/.test(failure.message) ? 404 : 400);
  }
};

const route = (local: Local, request: IncomingMessage, response: ServerResponse) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = url.pathname;
  if (path.startsWith('/api/')) return handleCall(local, path.slice(5), request, response);
  if (path.startsWith('/response/')) return handleResponseUrl(local, path, request, response);
  if (path.startsWith('/upload/v1/')) return takeUpload(local, path, request, response);
  if (path.startsWith('/files-pri/')) return serveFile(local, path, request, response);
  if (path === '/oauth/v2/authorize') return giveConsent(local, url, response);
  return servePage(path, response);
};

/** Pages of other sites must not reach this server through a name that they control. */
const isLocalHost = (request: IncomingMessage): boolean =>
  /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');

const isOwnPage = (request: IncomingMessage): boolean =>
  request.headers.origin === undefined ||
  request.headers.origin === `http://${request.headers.host}`;

/** Binds 127.0.0.1. Rejects with code EADDRINUSE on a taken port. */
export const listen = async (port: number): Promise<HttpServer> => {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

export const baseUrlOf = (server: HttpServer): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const answer = (local: Local) => (request: IncomingMessage, response: ServerResponse) => {
  if (!isLocalHost(request)) {
    answerText(response, 403, 'This workspace answers on 127.0.0.1 only.');
    return;
  }
  Promise.resolve(route(local, request, response)).catch((error: unknown) => {
    process.stderr.write(`Local Slack failed on ${request.url}: ${String(error)}\n`);
    if (!response.headersSent) answerJson(response, { ok: false, error: 'internal_error' }, 500);
  });
};

/** Answers everything that arrives; returns what ends that. */
export const serve = (server: HttpServer, parts: Parts): { close(): Promise<void> } => {
  const page = openPageSockets(parts.local, parts.visitorOf);
  server.on('request', answer(parts.local));
  server.on('upgrade', (request, socket, head) => {
    const path = request.url ?? '';
    if (path.startsWith('/link/')) parts.sockets.upgrade(request, socket, head);
    else if (path === '/page/socket' && isLocalHost(request) && isOwnPage(request)) {
      page.upgrade(request, socket, head);
    } else socket.destroy();
  });
  return {
    async close() {
      page.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};
