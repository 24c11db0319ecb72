import { forgetOldest } from './forget-oldest.ts';
import { newId } from './ids.ts';

/** Who did something in Slack just now, and in which modal. */
export type Trigger = { userId: string; viewId: string | null };
export type Triggers = {
  issue(trigger: Trigger): string;
  /** Once, within the time limit; otherwise Slack's error code. */
  redeem(id: string): Trigger | { error: string };
};

export const createTriggers = (triggerMs: number): Triggers => {
  const issued = new Map<string, Trigger & { at: number; used: boolean }>();
  return {
    issue(trigger) {
      const id = `${Date.now()}.${newId('', 24).toLowerCase()}`;
      forgetOldest(issued);
      issued.set(id, { ...trigger, at: performance.now(), used: false });
      return id;
    },
    redeem(id) {
      const trigger = issued.get(id);
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      if (performance.now() - trigger.at > triggerMs) return { error: 'expired_trigger_id' };
      trigger.used = true;
      return trigger;
    },
  };
};
