/** Reads a policy file: YAML text in, a checked policy with floors in minor units or the first mistakes out. */
import { z } from 'zod';
import type { ClientKind, ProductLine, Tier } from '../domain/client.ts';
import { currencyDigits, majorToMinor } from '../domain/money.ts';
import { fail, ok, type Problem, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { policyText } from '../text/policy.ts';
import type { Finding } from './lint-finding.ts';
import { lintPolicy } from './lint-policy.ts';
import { type PolicyDocument, policyDocumentSchema } from './policy-document.ts';
import { type PolicyFile, placeText, readPolicyYaml } from './policy-file.ts';

/** A mistake of a policy file; `line` null = the file is not YAML, and the sentence says where. */
export type PolicyProblem = Problem & { line: number | null };

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
  expectedLines: ReadonlyMap<Tier, readonly ProductLine[]>;
  contributionFullMinor: Record<ClientKind, bigint>;
  valueScore: PolicyDocument['valueScore'];
  rfm: PolicyDocument['rfm'];
  pAlive: PolicyDocument['pAlive'];
  needs: PolicyDocument['needs'];
  decisions: PolicyDocument['decisions'];
  activity: PolicyDocument['activity'];
  lifecycle: PolicyDocument['lifecycle'];
  tierNames: NonNullable<PolicyDocument['tierNames']>;
  feedsStaleAfterDays: PolicyDocument['feedsStaleAfterDays'];
  churn: PolicyDocument['churn'];
};

const asProblem = (code: string, file: PolicyFile, { path, say }: Finding): PolicyProblem => {
  const line = file.lineOf(path);
  const place = placeText(path);
  return { ...problem(code, policyText, (t) => say(t, t.at(line, place))), line };
};

const chinese = z.locales.zhCN().localeError;

/** Every mistake of shape, each with its place in the file; empty when the document can be linted. */
const shapeProblems = (file: PolicyFile): PolicyProblem[] => {
  const parsed = policyDocumentSchema.safeParse(file.document);
  if (parsed.success) return [];
  const inChinese = policyDocumentSchema.safeParse(file.document, { error: chinese });
  return parsed.error.issues.flatMap((issue, i) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [null];
    const zh = inChinese.error?.issues[i]?.message ?? issue.message;
    return keys.map((key) =>
      asProblem('policy_shape', file, {
        path: key === null ? path : [...path, key],
        say: (t, at) =>
          key === null
            ? t.shape(at, t === policyText.en ? issue.message : zh)
            : t.unknownField(at, placeText([key])),
      }),
    );
  });
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
    tierNames: document.tierNames ?? {},
    lostBelowMinor: minor(document.lifecycle.lostBelow),
    cadenceDays: new Map(document.contactCadence.map(({ tier, days }) => [tier, days])),
    expectedLines: new Map(document.expectedProducts.map(({ tier, lines }) => [tier, lines])),
    contributionFullMinor: {
      individual: minor(document.valueScore.contributionFull.individual),
      corporate: minor(document.valueScore.contributionFull.corporate),
    },
  };
};

/** All mistakes of a policy file, in the order of the file; empty = it can be put in force. */
export const checkPolicyText = (text: string): PolicyProblem[] => {
  const file = readPolicyYaml(text);
  if (!file.ok) return [{ ...file.problem, line: null }];
  const shape = shapeProblems(file.value);
  if (shape.length > 0) return shape;
  const findings = lintPolicy(policyDocumentSchema.parse(file.value.document));
  const problems = findings.map((each) => asProblem('policy_lint', file.value, each));
  return problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
};

/** A policy file's document, checked; the Problem is the first mistake (`checkPolicyText` gives all). */
export const parsePolicyText = (text: string): Result<PolicyDocument> => {
  const first = checkPolicyText(text)[0];
  if (first) return fail(first);
  const file = readPolicyYaml(text);
  return file.ok ? ok(policyDocumentSchema.parse(file.value.document)) : file;
};
