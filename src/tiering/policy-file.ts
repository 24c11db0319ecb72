/** Reads the YAML of a policy file and knows in which line each of its values stands. */
import { isNode, LineCounter, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';

/** Keys in camel case, positions in lists from 0. */
export type Path = readonly (string | number)[];

export type PolicyFile = {
  /** The content with its keys in camel case. */
  document: unknown;
  /** The line of a value, or of the nearest thing above it that the file does have. */
  lineOf: (path: Path) => number;
};

const snakeCase = (key: string): string =>
  key.replace(/[a-z\d][A-Z]/g, (pair) => `${pair[0]}_${pair[1]?.toLowerCase()}`);

const camelKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (value === null || typeof value !== 'object') return value;
  const camel = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [camel(k), camelKeys(v)]));
};

const asWritten = (path: Path): (string | number)[] =>
  path.map((part) => (typeof part === 'number' ? part : snakeCase(part)));

/** A place as people write it: `churn.bands[2].floor`, counted from 1. */
export const placeText = (path: Path): string =>
  asWritten(path)
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

/** Problem `policy_unreadable`: not YAML. */
export const readPolicyYaml = (text: string): Result<PolicyFile> => {
  const lineCounter = new LineCounter();
  const parsed = parseDocument(text, { lineCounter });
  const [error] = parsed.errors;
  if (error)
    return fail(problem('policy_unreadable', policyText, (t) => t.unreadable(error.message)));
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = parsed.getIn(asWritten(path.slice(0, length)), true);
      const offset = isNode(node) ? node.range?.[0] : undefined;
      if (offset !== undefined) return lineCounter.linePos(offset).line;
    }
    return 1;
  };
  return ok({ document: camelKeys(parsed.toJS()), lineOf });
};
