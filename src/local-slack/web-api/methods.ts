import { assistantMethods } from './assistant.ts';
import type { Method } from './call.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { oauthAccess } from './oauth.ts';
import { peopleMethods } from './people.ts';
import { streamMethods } from './streams.ts';
import { blocksValidate } from './validate.ts';
import { viewMethods } from './views.ts';

/** Which token a method takes. */
export type Token = 'bot' | 'app' | 'any' | 'none';

const botMethods: Record<string, Method> = {
  ...assistantMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...peopleMethods,
  ...streamMethods,
  ...viewMethods,
};

const otherMethods: Record<string, { token: Token; method: Method }> = {
  'api.test': { token: 'none', method: ({ args }) => ({ ok: true, args }) },
  'blocks.validate': { token: 'none', method: blocksValidate },
  'oauth.v2.access': { token: 'none', method: oauthAccess },
  'apps.connections.open': {
    token: 'app',
    method: ({ local }) => ({ ok: true, url: local.issueSocketUrl() }),
  },
};

export const findMethod = (name: string): { token: Token; method: Method } | null => {
  if (Object.hasOwn(botMethods, name)) return { token: 'bot', method: botMethods[name] as Method };
  return Object.hasOwn(otherMethods, name) ? (otherMethods[name] ?? null) : null;
};
