/** An endpoint that answers as a test says, and keeps every byte that it was sent. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  path: string;
  body: string;
  json: {
    messages: { role: string; content: string }[];
    response_format?: { type: string };
  };
};
export type Behave = (response: ServerResponse, request: Received, nth: number) => void;

export type ModelServer = {
  url: string;
  received: Received[];
  close: () => Promise<void>;
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

export const startModelServer = async (behave: Behave): Promise<ModelServer> => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const entry = { path: request.url ?? '', body, json: JSON.parse(body) };
    received.push(entry);
    behave(response, entry, received.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const JSON_TYPE = { 'content-type': 'application/json' };

export const sendStatus = (response: ServerResponse, status: number, headers = {}): void => {
  response.writeHead(status, { ...JSON_TYPE, ...headers });
  response.end(JSON.stringify({ error: { message: 'no' } }));
};

export const sendText = (response: ServerResponse, content: string | null, more = {}): void => {
  const choice = {
    index: 0,
    finish_reason: 'stop',
    message: { role: 'assistant', content, ...more },
  };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  const completion = {
    id: 'x',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [choice],
    usage,
  };
  response.writeHead(200, JSON_TYPE);
  response.end(JSON.stringify(completion));
};

/** A reply in the words of the wire: references, and null for what is absent. */
export const replyOf = (plan: object): string =>
  JSON.stringify({ outcome: 'plan', plan: { ...NOTHING, ...plan } });

const NOTHING = {
  kind: 'list',
  where: [],
  groupBy: [],
  measures: [],
  show: [],
  sort: null,
  limit: null,
  client: null,
  asOf: null,
  period: null,
  versus: null,
};
