import { randomBytes } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A Slack-looking identifier: the prefix and nine or ten capitals and digits. */
export const newId = (prefix: string, length = 10): string =>
  prefix + [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');

/** Ids that blocks get when the app gives none. */
export const newBlockId = (): string => randomBytes(4).toString('base64url').slice(0, 5);
