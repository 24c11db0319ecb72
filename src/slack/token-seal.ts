/** How tokens lie in the database: sealed with AES-256-GCM, each bound to the workspace that it is for. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const KEY_BYTES = 32;

const sealedSchema = z.strictObject({
  v: z.literal(1),
  nonce: z.base64(),
  tag: z.base64(),
  data: z.base64(),
});
export type Sealed = z.infer<typeof sealedSchema>;

export type Seal = {
  seal: (value: unknown, about: string) => Sealed;
  /** What was sealed about the same thing with the same key; throws for anything else. */
  open: (sealed: unknown, about: string) => unknown;
};

/** True for the base64 of 32 bytes. */
export const isSealKey = (key: string): boolean =>
  z.base64().safeParse(key).success && Buffer.from(key, 'base64').length === KEY_BYTES;

/** `key`: the base64 of 32 bytes. */
export const createSeal = (key: string): Seal => {
  const secret = Buffer.from(key, 'base64');
  return {
    seal: (value, about) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(Buffer.from(about));
      const data = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      const text = (bytes: Buffer): string => bytes.toString('base64');
      return { v: 1, nonce: text(nonce), tag: text(cipher.getAuthTag()), data: text(data) };
    },
    open: (sealed, about) => {
      const { nonce, tag, data } = sealedSchema.parse(sealed);
      const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
      const cipher = createDecipheriv(CIPHER, secret, bytes(nonce)).setAAD(Buffer.from(about));
      cipher.setAuthTag(bytes(tag));
      return JSON.parse(Buffer.concat([cipher.update(bytes(data)), cipher.final()]).toString());
    },
  };
};
