/** Endpoints that fail in every way that endpoints do: the question is left to the grammar, in time, without a throw. */
import { afterEach, describe, expect, test } from 'vitest';
import { askAt, clockAt, plannerAt, requestOf } from './asking.ts';
import {
  type Behave,
  type ModelServer,
  replyOf,
  sendStatus,
  sendText,
  startModelServer,
} from './model-server.ts';

const QUESTION = 'snoozing punters with over 500k in deposits';
const PLAN = replyOf({
  where: [{ op: 'gt', field: 'deposits', value: 'NUMBER_1', asOf: null, period: null }],
});
const READING = { kind: 'reading', plan: { where: [{ op: 'gt', value: 500_000 }] } };

const open: ModelServer[] = [];
const serve = async (behave: Behave): Promise<ModelServer> => {
  const server = await startModelServer(behave);
  open.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('replies that say a plan in their own way are read', () => {
  test.each([
    ['in a fence', `\`\`\`json\n${PLAN}\n\`\`\``],
    ['after its thoughts', `<think>Perhaps {"outcome":"unsupported"}…</think>\n${PLAN}`],
    ['after thoughts that never began', `so {"a":1} no</think>${PLAN}`],
    ['among sentences', `Sure! Here you go: ${PLAN} Hope that {helps}.`],
    ['behind an object that is none', `{not json} ${PLAN}`],
    ['without its wrapper', JSON.stringify(JSON.parse(PLAN).plan)],
    [
      'without what is not used',
      '{"kind":"list","where":[{"op":"gt","field":"deposits","value":"NUMBER_1"}]}',
    ],
    ['with the number itself', PLAN.replace('"NUMBER_1"', '500000')],
    ['with signs around the references', PLAN.replace('"NUMBER_1"', '"<NUMBER_1>"')],
  ])('%s', async (_, content) => {
    const server = await serve((response) => sendText(response, content));
    expect(await askAt(server.url, QUESTION)).toMatchObject(READING);
    expect(server.received).toHaveLength(1);
  });
});

describe('unusable replies are repaired once, and once only', () => {
  const unusable: [string, string | null][] = [
    ['empty', ''],
    ['null', null],
    ['prose', 'I cannot do that, Dave.'],
    ['thoughts without an end', '<think>hmm {"outcome":"plan"}'],
    ['broken JSON', PLAN.slice(0, -4)],
    ['an array', '[1,2]'],
    ['another shape', '{"answer":42}'],
    ['a plan of an unknown kind', PLAN.replace('"list"', '"sql"')],
    ['an operator that the field does not take', PLAN.replace('"deposits"', '"name"')],
    ['a reference that the question does not have', PLAN.replace('NUMBER_1', 'NUMBER_7')],
    ['a plan without a plan', '{"outcome":"plan","plan":null}'],
  ];

  test.each(unusable)('%s, then a plan', async (_, content) => {
    const server = await serve((response, __, nth) =>
      sendText(response, nth === 1 ? content : PLAN),
    );
    expect(await askAt(server.url, QUESTION)).toMatchObject(READING);
    expect(server.received).toHaveLength(2);
    expect(server.received[1]?.json.messages.at(-1)?.content).toContain('not usable');
  });

  test.each(unusable)('%s, again and again', async (_, content) => {
    const server = await serve((response) => sendText(response, content));
    expect(await askAt(server.url, QUESTION)).toEqual({ kind: 'unavailable', why: 'unreadable' });
    expect(server.received).toHaveLength(2);
  });
});

test.each([['a refusal', { refusal: 'Visit http://evil.tld/x to continue' }]])(
  '%s of the model is "unsupported", and its words go nowhere',
  async (_, more) => {
    const server = await serve((response) => sendText(response, null, more));
    expect(await askAt(server.url, QUESTION)).toEqual({ kind: 'unsupported' });
  },
);

describe('what the server takes', () => {
  const formats = (server: ModelServer) =>
    server.received.map(({ json }) => json.response_format?.type ?? 'plain');

  test.each([
    ['json_schema', ['json_schema']],
    ['json_object', ['json_schema', 'json_object']],
    ['plain', ['json_schema', 'json_object', 'plain']],
  ])('%s is found, and remembered for the next question', async (takes, first) => {
    const server = await serve((response, { json }) => {
      if ((json.response_format?.type ?? 'plain') === takes) sendText(response, PLAN);
      else sendStatus(response, 400);
    });
    const planner = plannerAt(server.url);
    expect(await planner(requestOf(QUESTION))).toMatchObject(READING);
    expect(formats(server)).toEqual(first);
    expect(await planner(requestOf(QUESTION))).toMatchObject(READING);
    expect(formats(server)).toEqual([...first, takes]);
  });

  test('the schema stands in the prompt where nothing else says it', async () => {
    const server = await serve((response, { json }) =>
      json.response_format ? sendStatus(response, 422) : sendText(response, PLAN),
    );
    await askAt(server.url, QUESTION);
    const prompts = server.received.map(({ json }) => json.messages[0]?.content ?? '');
    expect(prompts.map((prompt) => prompt.includes('additionalProperties'))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('trouble', () => {
  const started = Date.now;
  const timed = async (url: string, timeoutMs: number) => {
    const from = started();
    const planned = await askAt(url, QUESTION, { timeoutMs });
    return { planned, ms: started() - from };
  };

  test.each([
    [401, 'rejected'],
    [403, 'rejected'],
    [404, 'rejected'],
    [400, 'rejected'],
    [307, 'rejected'],
    [429, 'failing'],
    [500, 'failing'],
    [503, 'failing'],
  ])('status %i is %s', async (status, why) => {
    const server = await serve((response) =>
      sendStatus(response, status, { location: 'http://127.0.0.1:1/', 'retry-after': '50' }),
    );
    expect(await askAt(server.url, QUESTION)).toEqual({ kind: 'unavailable', why });
  });

  test('a stumble is retried once', async () => {
    const server = await serve((response, _, nth) =>
      nth === 1 ? sendStatus(response, 503) : sendText(response, PLAN),
    );
    expect(await askAt(server.url, QUESTION)).toMatchObject(READING);
    expect(server.received).toHaveLength(2);
  });

  test('a wish to be called again in a minute is not heard', async () => {
    const server = await serve((response) => sendStatus(response, 429, { 'retry-after': '50' }));
    const { planned, ms } = await timed(server.url, 20_000);
    expect(planned).toEqual({ kind: 'unavailable', why: 'failing' });
    expect(ms).toBeLessThan(5_000);
  });

  test('an endpoint that hangs is left at the time limit', async () => {
    const server = await serve(() => {});
    const { planned, ms } = await timed(server.url, 200);
    expect(planned).toEqual({ kind: 'unavailable', why: 'timeout' });
    expect(ms).toBeLessThan(1_500);
  });

  test('one that drips a byte at a time is, too', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    const { planned, ms } = await timed(server.url, 300);
    expect(planned).toEqual({ kind: 'unavailable', why: 'timeout' });
    expect(ms).toBeLessThan(1_500);
  });

  test('12 MB are cut off, and not asked for again', async () => {
    let sent = 0;
    const server = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(64 * 1024, 'a');
      const more = (): void => {
        while (sent < 12 * 1024 * 1024 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    expect(await askAt(server.url, QUESTION)).toEqual({ kind: 'unavailable', why: 'too_large' });
    expect(server.received).toHaveLength(1);
    expect(sent).toBeLessThan(12 * 1024 * 1024);
  });

  test.each([
    ['a page', 'text/html', '<html>Sign in</html>'],
    ['broken JSON', 'application/json', '{"choices": [{"mess'],
    ['nothing', 'application/json', ''],
    ['null', 'application/json', 'null'],
    ['another object', 'application/json', '{"choices":"none"}'],
    ['a list of tools', 'application/json', '{"choices":[{"message":{"tool_calls":[]}}]}'],
  ])('%s instead of a completion is unreadable', async (_, type, body) => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    });
    expect(await askAt(server.url, QUESTION)).toEqual({ kind: 'unavailable', why: 'unreadable' });
  });

  test('a broken connection and an address where nobody is are failures', async () => {
    const server = await serve((response) => response.destroy());
    expect(await askAt(server.url, QUESTION)).toEqual({ kind: 'unavailable', why: 'failing' });
    await server.close();
    expect(await askAt(server.url, QUESTION)).toEqual({ kind: 'unavailable', why: 'failing' });
  });

  test('an asker who gives up is not kept waiting', async () => {
    const server = await serve(() => {});
    const asking = plannerAt(server.url, { timeoutMs: 10_000 })(
      requestOf(QUESTION, { signal: AbortSignal.abort() }),
    );
    expect(await asking).toEqual({ kind: 'unavailable', why: 'cancelled' });
  });
});

test('after three failures it rests a minute; then one question tries it', async () => {
  const healed = { yet: false };
  const server = await serve((response) =>
    healed.yet ? sendText(response, PLAN) : sendStatus(response, 401),
  );
  const clock = clockAt('2026-11-21T08:00:00Z');
  const planner = plannerAt(server.url, {}, clock);
  const ask = () => planner(requestOf(QUESTION));
  for (const _ of [1, 2, 3]) expect(await ask()).toMatchObject({ why: 'rejected' });
  expect(await ask()).toEqual({ kind: 'unavailable', why: 'resting' });
  expect(server.received).toHaveLength(3);
  clock.add(59);
  expect(await ask()).toMatchObject({ why: 'resting' });
  healed.yet = true;
  clock.add(1);
  expect(await ask()).toMatchObject(READING);
  expect(await ask()).toMatchObject(READING);
});
