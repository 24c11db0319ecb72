import { type Logger, LogLevel } from '@slack/bolt';

/** What of a logger the Slack edge uses; a pino logger is one. */
export type Log = {
  debug: (fields: object, message: string) => void;
  info: (fields: object, message: string) => void;
  warn: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
};

/** Slack's libraries log through ours, from warnings upwards: below that they print whole payloads. */
export const slackLogger = (log: Log): Logger => {
  const write =
    (level: 'warn' | 'error') =>
    (...messages: unknown[]): void =>
      log[level]({ from: 'slack' }, messages.map(String).join(' '));
  return {
    debug: () => {},
    info: () => {},
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
};
