/** Reads a policy file: YAML text in, a checked policy with floors in minor units or the first mistakes out. */
import { parse as parseYaml, YAMLParseError } from 'yaml';
import type { ClientKind, Tier } from '../domain/client.ts';
import { currencyDigits, majorToMinor } from '../domain/money.ts';
import { fail, ok, type Problem, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';
import { lintPolicy } from './lint-policy.ts';
import { type PolicyDocument, policyDocumentSchema } from './policy-document.ts';

/** A tier reaches from its floor (average AUM, or deposits of a corporate) to the next tier's. */
export type TierRule = {
  tier: Tier;
  floorMinor: bigint;
  /** Target credit that reaches the tier by itself; null = only the average counts. */
  creditFloorMinor: bigint | null;
};

export type Policy = {
  version: string;
  currency: string;
  validFrom: Temporal.PlainDate;
  author: string;
  approver: string;
  /** Lowest first. */
  ladders: Record<ClientKind, readonly TierRule[]>;
  lostBelowMinor: bigint;
  cadenceDays: ReadonlyMap<Tier, number | null>;
  decisions: PolicyDocument['decisions'];
  activity: PolicyDocument['activity'];
  lifecycle: PolicyDocument['lifecycle'];
  feedsStaleAfterDays: PolicyDocument['feedsStaleAfterDays'];
  churn: PolicyDocument['churn'];
};

const camelKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (value === null || typeof value !== 'object') return value;
  const camel = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [camel(k), camelKeys(v)]));
};

const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) =>
      typeof part === 'number'
        ? `[${part + 1}]`
        : `.${String(part).replace(/[a-z][A-Z]/g, (pair) => `${pair[0]}_${pair[1]?.toLowerCase()}`)}`,
    )
    .join('')
    .replace(/^\./, '');

const unreadable = (detail: string): Problem =>
  problem('policy_unreadable', policyText, (t) => t.unreadable(detail));

/** Every mistake of shape, each with its place in the file; empty when `document` can be linted. */
const shapeProblems = (document: unknown): Problem[] => {
  const parsed = policyDocumentSchema.safeParse(document);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) =>
    problem('policy_shape', policyText, (t) => t.shape(placeOf(issue.path), issue.message)),
  );
};

/** The policy that a checked document says. */
export const policyOf = (document: PolicyDocument): Policy => {
  const { currency } = document;
  const minor = (whole: number) => majorToMinor(whole, currencyDigits(currency));
  const rule = (band: PolicyDocument['corporate'][number]): TierRule => ({
    tier: band.tier,
    floorMinor: minor(band.floor),
    creditFloorMinor: band.targetCreditFloor === undefined ? null : minor(band.targetCreditFloor),
  });
  return {
    ...document,
    validFrom: Temporal.PlainDate.from(document.validFrom),
    ladders: {
      individual: document.individual.map(rule),
      corporate: document.corporate.map(rule),
    },
    lostBelowMinor: minor(document.lifecycle.lostBelow),
    cadenceDays: new Map(document.contactCadence.map(({ tier, days }) => [tier, days])),
  };
};

/** All mistakes of a policy file, in the order of the file; empty = it can be put in force. */
export const checkPolicyText = (text: string): Problem[] => {
  const document = readDocument(text);
  if (!document.ok) return [document.problem];
  const shape = shapeProblems(document.value);
  return shape.length > 0 ? shape : lintPolicy(policyDocumentSchema.parse(document.value));
};

const readDocument = (text: string): Result<unknown> => {
  try {
    return ok(camelKeys(parseYaml(text)));
  } catch (error) {
    if (error instanceof YAMLParseError) return fail(unreadable(error.message));
    throw error;
  }
};

/** A policy file's document, checked; the Problem is the first mistake (`checkPolicyText` gives all). */
export const parsePolicyText = (text: string): Result<PolicyDocument> => {
  const first = checkPolicyText(text)[0];
  if (first) return fail(first);
  const document = readDocument(text);
  return document.ok ? ok(policyDocumentSchema.parse(document.value)) : document;
};
