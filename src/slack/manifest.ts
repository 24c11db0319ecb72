/** Decides what Slack is told of the app: generated from the commands, events and methods that the code uses. */
import { COMMANDS, type CommandName, slashOf } from './commands.ts';

/** What the app listens to; `message` comes from direct messages only. */
const EVENTS = [
  'agent_session_stopped',
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
  'user_change',
] as const;

/** What the app asks for when it is installed. */
export const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'files:write',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
] as const;

const PROMPTS = [
  ['Dormant high-value clients', 'Who are my dormant high-value clients?'],
  ['沉睡高价值客户', '我的沉睡高价值客户有哪些？'],
  ['Clients in each tier', 'How many clients in each tier?'],
  ['资产前十', '资产最高的十位客户'],
] as const;

export const FIND_CLIENTS = 'find_clients';
/** Slack takes 32 characters for a command; the longest of ours is "reassign". */
export const PREFIX_PATTERN = /^[a-z0-9_-]{0,20}$/;

/** The manifest of the app, to be pasted into Slack as it is. */
export const slackManifest = ({ prefix, socketMode }: { prefix: string; socketMode: boolean }) => ({
  display_information: {
    name: 'Bellwether',
    description: 'Ask about your book of clients; tier changes and churn alerts every morning',
    background_color: '#1f3a5f',
  },
  features: {
    agent_view: {
      agent_description:
        "Answers questions about your own clients in English or Chinese from the bank's tiering data.",
      suggested_prompts: PROMPTS.map(([title, message]) => ({ title, message })),
    },
    app_home: {
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    },
    bot_user: { display_name: 'Bellwether', always_online: true },
    slash_commands: (Object.keys(COMMANDS) as CommandName[]).map((name) => ({
      command: slashOf(name, prefix),
      description: COMMANDS[name].description,
      usage_hint: COMMANDS[name].usageHint,
      should_escape: COMMANDS[name].shouldEscape,
    })),
    shortcuts: [
      {
        name: 'Find clients / 查找客户',
        type: 'global',
        callback_id: FIND_CLIENTS,
        description: 'Search my book / 查询我的客户',
      },
    ],
  },
  oauth_config: { scopes: { bot: [...SCOPES] } },
  settings: {
    event_subscriptions: { bot_events: [...EVENTS] },
    interactivity: { is_enabled: true },
    org_deploy_enabled: false,
    socket_mode_enabled: socketMode,
    token_rotation_enabled: false,
  },
});
