/** The slash commands, once: what registers them and what the manifest says of them. */
export const COMMANDS = {
  clients: {
    description: 'Query my clients / 查询我的客户',
    usageHint: '[question | help]',
    shouldEscape: false,
  },
  client: {
    description: 'Open one client / 查看客户',
    usageHint: '<name or id>',
    shouldEscape: false,
  },
  tier: {
    description: 'Override a tier / 调整客户等级',
    usageHint: '[client] [tier] [until YYYY-MM-DD] [reason]',
    shouldEscape: false,
  },
  reassign: {
    description: 'Reassign a client / 转移客户',
    usageHint: '[client] [@manager] [reason]',
    shouldEscape: true,
  },
  digest: {
    description: 'Daily digest / 每日摘要',
    usageHint: '[now | off | HH:MM | help]',
    shouldEscape: false,
  },
} as const;
export type CommandName = keyof typeof COMMANDS;

/** `prefix` keeps names apart from another app's: Slack gives a name to the app that was installed last. */
export const slashOf = (name: CommandName, prefix: string): string => `/${prefix}${name}`;

const NAMED = new RegExp(`/(?=(?:${Object.keys(COMMANDS).join('|')})\\b)`, 'g');

/** Help as it reads where the commands have other names. */
export const withPrefix = (text: string, prefix: string): string =>
  prefix === '' ? text : text.replace(NAMED, `/${prefix}`);
