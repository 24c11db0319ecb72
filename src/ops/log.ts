import pino from 'pino';

export type Log = pino.Logger;

/**
 * JSON lines on stderr, so that stdout stays a command's own. Names, amounts and message texts are never
 * logged: a line carries ids, counts and durations.
 */
export const createLog = (level: string): Log =>
  pino({ name: 'bellwether', level, base: undefined }, pino.destination({ dest: 2, sync: true }));
