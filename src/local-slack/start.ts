import { setTimeout as pause } from 'node:timers/promises';
import { createDeliverer } from './delivery/deliver.ts';
import { httpTransport } from './delivery/http-requests.ts';
import { createSocketMode } from './delivery/socket-mode.ts';
import { createFaultPlan } from './faults.ts';
import type { Local } from './local.ts';
import { messagesIn } from './messages.ts';
import { createVisitor } from './people/visitor.ts';
import { createLimiter, slackRateLimits } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import { baseUrlOf, listen, serve } from './server.ts';
import { createTriggers } from './triggers.ts';
import type { Faults, Inspect, LocalSlack, LocalSlackOptions, Timing, Visitor } from './types.ts';
import { createModals } from './views.ts';
import { openWorkspace } from './workspace.ts';

export type * from './types.ts';

/** What Slack does. */
const slackTiming: Timing = {
  ackMs: 3_000,
  triggerMs: 3_000,
  eventRetryMs: [0, 60_000, 300_000],
  responseUrlMs: 30 * 60_000,
  streamMs: 5 * 60_000,
  statusMs: 2 * 60_000,
};

type SocketMode = ReturnType<typeof createSocketMode>;

const createLocal = (
  options: LocalSlackOptions,
  baseUrl: string,
): { local: Local; sockets: SocketMode } => {
  const workspace = openWorkspace(options.app, options.stateFile);
  const timing = { ...slackTiming, ...options.timing };
  const changed = (set: string, key: string) => workspace.changes.emit('change', set, key);
  const sockets = createSocketMode({
    app: options.app,
    wsUrl: baseUrl.replace('http:', 'ws:'),
    ackMs: timing.ackMs,
    changed: () => changed('connections', ''),
  });
  const { requestUrl } = options.app;
  const transport = requestUrl ? httpTransport(options.app, requestUrl, timing.ackMs) : sockets;
  const local: Local = {
    ...{ workspace, timing, baseUrl, issueSocketUrl: sockets.issueUrl },
    appConnected: () => requestUrl !== undefined || sockets.connections() > 0,
    triggers: createTriggers(timing.triggerMs),
    responseUrls: createResponseUrls(baseUrl, timing.responseUrlMs),
    modals: createModals((userId) => changed('views', userId)),
    deliverer: createDeliverer(transport, timing.eventRetryMs, () => changed('deliveries', '')),
    faults: createFaultPlan(),
    limiter: createLimiter({ ...slackRateLimits, ...options.rateLimits }),
    calls: [],
    oauthCodes: new Map(),
    messageStates: new Map(),
    suggested: new Map(),
  };
  return { local, sockets };
};

const admit = ({ workspace }: Local, { people, channels = [] }: LocalSlackOptions): void => {
  const differs = (a: unknown, b: unknown) => JSON.stringify(a) !== JSON.stringify(b);
  for (const person of people) {
    if (differs(workspace.people.get(person.userId), person)) {
      workspace.people.put(person.userId, person);
    }
  }
  for (const { id, name, members } of channels) {
    const channel = { id, name, kind: 'channel' as const, members };
    if (differs(workspace.channels.get(id), channel)) workspace.channels.put(id, channel);
  }
};

const faultsOf = ({ deliverer, faults }: Local, sockets: SocketMode): Faults => ({
  duplicateEvents: deliverer.faults.duplicate,
  reverseEvents: deliverer.faults.reverse,
  failNext: (method, fault, count = 1) => faults.add(method, fault, count),
  dropConnections: sockets.drop,
  refreshConnections: (reason = 'refresh_requested') => sockets.refresh(reason),
  clear() {
    faults.clear();
    deliverer.faults.clear();
  },
});

const inspectOf = (local: Local, sockets: SocketMode): Inspect => ({
  calls: (method) => local.calls.filter((call) => method === undefined || call.method === method),
  messages: (channel) => messagesIn(local, channel),
  deliveries: (name) =>
    local.deliverer.deliveries.filter((one) => name === undefined || one.name === name),
  connections: sockets.connections,
  people: () => local.workspace.people.all(),
  channels: () => local.workspace.channels.all(),
  async idle(timeoutMs = 10_000) {
    const until = performance.now() + timeoutMs;
    while (local.deliverer.pending() > 0) {
      if (performance.now() > until) throw new Error(`Still delivering after ${timeoutMs} ms.`);
      await pause(5);
    }
  },
});

/**
 * A Slack workspace on this machine: the Web API, Socket Mode (or signed HTTP requests), and a
 * page to chat in, all on one port of 127.0.0.1. Point a real Bolt app at `apiUrl`
 * (`clientOptions: { slackApiUrl }`). A taken port rejects with code EADDRINUSE.
 */
export const startLocalSlack = async (options: LocalSlackOptions): Promise<LocalSlack> => {
  // The port comes first: who has it owns the journal, so two processes never rewrite one.
  const httpServer = await listen(options.port);
  const baseUrl = baseUrlOf(httpServer);
  const { local, sockets } = createLocal(options, baseUrl);
  admit(local, options);
  const visitorOf = (userId: string): Visitor => {
    const person = local.workspace.people.get(userId);
    if (!person) throw new Error(`There is no person ${userId} in the workspace.`);
    return createVisitor(local, person);
  };
  const served = serve(httpServer, { local, sockets, visitorOf });
  return {
    pageUrl: `${baseUrl}/`,
    apiUrl: `${baseUrl}/api/`,
    as: visitorOf,
    faults: faultsOf(local, sockets),
    inspect: inspectOf(local, sockets),
    async close() {
      local.deliverer.close();
      sockets.close();
      await served.close();
      local.workspace.close();
    },
  };
};
