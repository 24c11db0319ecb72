import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const read = (env: Record<string, string>) => readConfig(env);

test('an empty environment is what a newcomer has: everything of our own', () => {
  expect(read({})).toMatchObject({
    ok: true,
    value: { dataDir: '.bellwether', databaseUrl: null, slack: { mode: 'local' } },
  });
});

test('an empty variable counts as absent', () => {
  expect(read({ DATABASE_URL: '', SLACK_BOT_TOKEN: '' })).toEqual(read({}));
});

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, 'socket'],
  [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789' }, 'http'],
])('tokens choose how Slack is reached: %j', (env, mode) => {
  expect(read(env)).toMatchObject({ ok: true, value: { slack: { mode } } });
});

const OAUTH = {
  ...{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'secret', SLACK_SIGNING_SECRET: '0123456789' },
  ...{ SLACK_STATE_SECRET: 'a-secret-for-states', SLACK_TEAM_IDS: 'T0BANK, T0OTHER' },
  SLACK_TOKEN_KEY: Buffer.alloc(32, 7).toString('base64'),
};

test('several workspaces install the app by themselves where OAuth is set up', () => {
  expect(read(OAUTH)).toMatchObject({
    ok: true,
    value: { slack: { mode: 'oauth', teamIds: ['T0BANK', 'T0OTHER'], port: 3000 } },
  });
});

test.each(Object.keys(OAUTH))('OAuth without %s says what is missing', (name) => {
  expect(read({ ...OAUTH, [name]: '' })).toMatchObject({
    ok: false,
    problem: { en: expect.stringContaining(name), zh: expect.stringContaining(name) },
  });
});

test('OAuth beside a token of one workspace is refused: which of the two counts is not guessed', () => {
  expect(read({ ...OAUTH, SLACK_BOT_TOKEN: 'xoxb-1' })).toMatchObject({
    ...{ ok: false, problem: { code: 'slack_oauth' } },
  });
});

describe('a mistake is named, with what it should be', () => {
  test.each([
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'not an address'],
    ['SLACK_BOT_TOKEN', 'abc'],
    ['SLACK_TOKEN_KEY', 'too short'],
    ['SLACK_STATE_SECRET', 'short'],
    ['SLACK_TEAM_IDS', 'bank'],
    ['SLACK_REDIRECT_URI', 'here'],
    ['SLACK_COMMAND_PREFIX', 'Bank'],
    ['BELLWETHER_PAGE_PORT', 'eighty'],
    ['BELLWETHER_PAGE_PORT', '70000'],
    ['BELLWETHER_DIGEST_AT', '25:00'],
    ['BELLWETHER_TIME_ZONE', 'Middle/Earth'],
    ['BELLWETHER_MODEL_URL', 'ftp://models.example'],
    ['BELLWETHER_MODEL_TIMEOUT_SECONDS', '0'],
    ['BELLWETHER_MODEL_CALLS_PER_DAY', 'many'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', (name, value) => {
    const result = read({ [name]: value });
    expect(result.ok).toBe(false);
    if (result.ok) return;
    for (const text of [result.problem.en, result.problem.zh]) {
      expect(text).toContain(name);
      expect(text).not.toContain('undefined');
    }
  });

  test('half of the Slack settings', () => {
    expect(read({ SLACK_BOT_TOKEN: 'xoxb-1' })).toMatchObject({
      ok: false,
      problem: { code: 'slack_settings' },
    });
  });

  test.each([
    ['BELLWETHER_MODEL_URL', 'https://models.example/v1'],
    ['BELLWETHER_MODEL_NAME', 'planner'],
    ['BELLWETHER_MODEL_KEY', 'secret'],
  ])('half of the model settings: %s alone', (name, value) => {
    expect(read({ [name]: value })).toMatchObject({
      ok: false,
      problem: { code: 'model_settings' },
    });
  });
});

test('a model is used only where one is configured', () => {
  expect(read({})).toMatchObject({ value: { model: null } });
  const env = {
    BELLWETHER_MODEL_URL: 'http://127.0.0.1:9/v1',
    BELLWETHER_MODEL_NAME: 'planner',
    BELLWETHER_MODEL_CALLS_PER_DAY: '5',
  };
  expect(read(env)).toMatchObject({
    ok: true,
    value: { model: { url: env.BELLWETHER_MODEL_URL, key: null, callsPerDayMax: 5 } },
  });
});
