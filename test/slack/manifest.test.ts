import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../slack-manifest.json' with { type: 'json' };
import { COMMANDS, withPrefix } from '../../src/slack/commands.ts';
import { slackManifest } from '../../src/slack/manifest.ts';

const folder = new URL('../../src/slack/', import.meta.url);
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

const all = (pattern: RegExp): string[] =>
  [...source.matchAll(pattern)].map((match) => match[1] ?? '').sort();

test('the file is what the code says of itself', () => {
  expect(manifest).toEqual(slackManifest({ prefix: '', socketMode: true }));
});

test('the manifest names exactly the commands that the code listens to', () => {
  expect(all(/app\.command\(\s*slashOf\('([^']+)'/g)).toEqual(Object.keys(COMMANDS).sort());
  expect(all(/app\.command\((?!\s*slashOf)/g)).toEqual([]);
});

test('with a prefix every command has another name, in the manifest and in help', () => {
  const { slash_commands: commands } = slackManifest({ prefix: 'bw-', socketMode: false }).features;
  expect(commands.map(({ command }) => command)).toContain('/bw-reassign');
  expect(withPrefix('/client <name> and /clients help', 'bw-')).toBe(
    '/bw-client <name> and /bw-clients help',
  );
});

test('the manifest subscribes to exactly the events that the code listens to', () => {
  const events = manifest.settings.event_subscriptions.bot_events
    .map((event) => event.replace('message.im', 'message'))
    .sort();
  expect(all(/app\.event\('([^']+)'/g)).toEqual(events);
});

test('the manifest names exactly the shortcuts that the code listens to', () => {
  expect(all(/app\.shortcut\((\w+)/g)).toEqual(['FIND_CLIENTS']);
  expect(manifest.features.shortcuts.map((each) => each.callback_id)).toEqual(['find_clients']);
});

/** Each Web API method that the code calls, and the scope that Slack asks for it. */
const SCOPES: Record<string, string | null> = {
  'auth.test': null,
  'views.open': null,
  'views.update': null,
  'views.publish': null,
  'users.info': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.startStream': 'chat:write',
  'chat.appendStream': 'chat:write',
  'chat.stopStream': 'chat:write',
  'agents.sessions.setStatus': 'assistant:write',
  'files.uploadV2': 'files:write',
  'conversations.open': 'im:write',
  'conversations.history': 'im:history',
  'assistant.threads.setStatus': 'assistant:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};

test('the manifest asks for the scopes of the methods that the code calls, and no others', () => {
  const called = all(/(?:web|courtesy)\s*\.((?:\w+\.)+\w+)\(/g);
  expect(called.filter((method) => !(method in SCOPES))).toEqual([]);
  const forEvents = ['app_mentions:read', 'im:history', 'users:read', 'commands'];
  const needed = called.flatMap((method) => SCOPES[method] ?? []);
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(
    [...new Set([...needed, ...forEvents])].sort(),
  );
});
