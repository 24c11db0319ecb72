import { EventEmitter, once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { newId } from '../ids.ts';
import type { SlackApp } from '../types.ts';
import { type AwaitedAcks, awaitAcks } from './awaited-acks.ts';
import type { Transport } from './transport.ts';

export type SocketMode = Transport & {
  /** A single-use ws URL for apps.connections.open. */
  issueUrl(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  connections(): number;
  drop(): void;
  close(): void;
  refresh(reason: string): void;
};

const connectionsMax = 10;
const pingEveryMs = 10_000;
const closeWithinMs = 500;

/** The open connections of the app, which `changes` announces with 'change'. */
type Pool = { open: Set<WebSocket>; changes: EventEmitter; acks: AwaitedAcks };

const hello = (app: SlackApp, connections: number): string =>
  JSON.stringify({
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: app.appId },
    debug_info: { host: 'local-slack', approximate_connection_time: 3600 },
  });

const admit = ({ open, changes, acks }: Pool, app: SlackApp, socket: WebSocket): void => {
  socket.on('error', () => socket.terminate());
  if (open.size >= connectionsMax) {
    socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
    socket.close();
    return;
  }
  open.add(socket);
  const pings = setInterval(() => socket.ping('Ping from Slack'), pingEveryMs).unref();
  socket.on('message', (data) => acks.onMessage(String(data)));
  socket.on('close', () => {
    clearInterval(pings);
    open.delete(socket);
    acks.onClose(socket);
    changes.emit('change');
  });
  socket.send(hello(app, open.size));
  changes.emit('change');
};

const usable = ({ open }: Pool): WebSocket[] =>
  [...open].filter((socket) => socket.readyState === socket.OPEN);

const closeAll = ({ open }: Pool): void => {
  for (const socket of open) {
    socket.close(1001, 'the workspace closes');
    setTimeout(() => socket.terminate(), closeWithinMs).unref();
  }
};

const refresh = ({ open }: Pool, reason: string): void => {
  const message = { type: 'disconnect', reason, debug_info: { host: 'local-slack' } };
  for (const socket of open) socket.send(JSON.stringify(message));
};

const whenReady = async (pool: Pool, signal: AbortSignal): Promise<void> => {
  while (usable(pool).length === 0) await once(pool.changes, 'change', { signal });
};

/** Connections that the app opens, envelopes to them in turn, acknowledgements back. */
export const createSocketMode = (options: {
  app: SlackApp;
  wsUrl: string;
  ackMs: number;
  changed: () => void;
}): SocketMode => {
  const pool: Pool = {
    open: new Set(),
    changes: new EventEmitter().setMaxListeners(0).on('change', options.changed),
    acks: awaitAcks(options.ackMs),
  };
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  let turn = 0;
  return {
    issueUrl() {
      const ticket = newId('', 24);
      tickets.add(ticket);
      return `${options.wsUrl}/link/?ticket=${ticket}&app_id=${options.app.appId}`;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket');
      if (!tickets.delete(ticket ?? '')) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (ws) => admit(pool, options.app, ws));
    },
    connections: () => usable(pool).length,
    ready: (signal) => whenReady(pool, signal),
    async send(envelope, attempt) {
      const sockets = usable(pool);
      turn += 1;
      const socket = sockets[turn % sockets.length];
      if (!socket) return { outcome: 'unreachable', reason: 'no connection' };
      return pool.acks.send(socket, envelope, attempt);
    },
    drop: () => {
      for (const socket of pool.open) socket.terminate();
    },
    close: () => closeAll(pool),
    refresh: (reason) => refresh(pool, reason),
  };
};
