export * from './coverage.ts';
export * from './decisions.ts';
export * from './edge.ts';
export * from './facts.ts';
export * from './organisation.ts';
