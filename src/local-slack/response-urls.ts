import { forgetOldest } from './forget-oldest.ts';
import { newId } from './ids.ts';

/** Where an answer to a response_url goes. `ts` is the message acted on, null for a command. */
export type ResponseTarget = { channel: string; userId: string; ts: string | null };
export type ResponseUrls = {
  issue(target: ResponseTarget): string;
  redeem(path: string): ResponseTarget | { error: string };
};

const usesMax = 5;

export const createResponseUrls = (baseUrl: string, lifetimeMs: number): ResponseUrls => {
  const issued = new Map<string, ResponseTarget & { at: number; uses: number }>();
  return {
    issue(target) {
      const path = `/response/${newId('', 24)}`;
      forgetOldest(issued);
      issued.set(path, { ...target, at: performance.now(), uses: 0 });
      return baseUrl + path;
    },
    redeem(path) {
      const target = issued.get(path);
      if (!target) return { error: 'invalid_url' };
      if (performance.now() - target.at > lifetimeMs) return { error: 'expired_url' };
      if (target.uses >= usesMax) return { error: 'used_url' };
      target.uses += 1;
      return target;
    },
  };
};
