import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { asList, asRecord, asText, parseJson } from '../json.ts';
import type { Local } from '../local.ts';
import type { Visitor } from '../types.ts';
import { look, noteChange, runCall, type Tab } from './tab.ts';

export type PageSockets = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
};

const receive = (tab: Tab, visitorOf: (userId: string) => Visitor, data: string): void => {
  const message = asRecord(parseJson(data));
  const as = asText(message.as);
  if (message.kind === 'look' && tab.local.workspace.people.get(as)) look(tab, visitorOf(as));
  if (message.kind === 'call') {
    runCall(tab, Number(message.id), asText(message.call), asList(message.args));
  }
};

/** WebSockets of the page: calls in, changes out. */
export const openPageSockets = (
  local: Local,
  visitorOf: (userId: string) => Visitor,
): PageSockets => {
  const server = new WebSocketServer({ noServer: true });
  server.on('connection', (socket) => {
    const tab: Tab = {
      local,
      visitor: null,
      dirty: new Set(),
      aroundChanged: false,
      scheduled: false,
      send: (message) => socket.send(JSON.stringify(message)),
    };
    const onChange = (set: string, key: string) => noteChange(tab, set, key);
    local.workspace.changes.on('change', onChange);
    socket.on('close', () => local.workspace.changes.off('change', onChange));
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => receive(tab, visitorOf, String(data)));
    tab.send({ kind: 'people', people: local.workspace.people.all() });
  });
  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (ws) => server.emit('connection', ws, request)),
    close() {
      for (const client of server.clients) client.terminate();
    },
  };
};
