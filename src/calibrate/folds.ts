/** Decides which fold a client belongs to: a hash of the client's id, so that every run and machine agrees. */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a, 32 bits, with a last mix so that ids which differ in one digit spread. */
export const hashOf = (text: string): number => {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
};

/** 0 to `folds` − 1; another seed gives another split. */
export const foldOf = (clientId: string, folds: number, seed: number): number =>
  hashOf(`${seed}:${clientId}`) % folds;
