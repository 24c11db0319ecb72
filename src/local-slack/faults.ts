import type { MethodFault } from './types.ts';

/** Which calls of the Web API misbehave next. */
export type FaultPlan = {
  add(method: string, fault: MethodFault, count: number): void;
  /** The fault of this call, taken off the plan. */
  take(method: string): MethodFault | null;
  clear(): void;
};

export const createFaultPlan = (): FaultPlan => {
  let plan: { method: string; fault: MethodFault; left: number }[] = [];
  return {
    add(method, fault, count) {
      plan.push({ method, fault, left: count });
    },
    take(method) {
      const entry = plan.find((one) => one.method === method || one.method === '*');
      if (!entry) return null;
      entry.left -= 1;
      plan = plan.filter(({ left }) => left > 0);
      return entry.fault;
    },
    clear() {
      plan = [];
    },
  };
};
