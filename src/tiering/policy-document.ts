/** What a policy file may say: shapes and ranges; lint-policy.ts checks that the numbers make sense together. */
import { z } from 'zod';
import { CHURN_BANDS, PRODUCT_LINES, TIERS } from '../domain/client.ts';
import { policyScorecardSchema } from './scorecard/policy-scorecard.ts';

const days = z.int().min(1).max(3650);
const months = z.int().min(0).max(120);
const points = z.int().min(0).max(100);
const floor = z.int().nonnegative();
/** Where a band ends, for people who read the file: it must be where the next one begins. */
const below = z.int().positive().optional();
const name = z.string().min(1).max(40);
const lines = z.array(z.enum(PRODUCT_LINES));
/** `at` is the edge of a step: percent or days, as the line says. */
const steps = z.array(z.strictObject({ at: z.int().nonnegative(), points })).min(1);

/** The lines R01 to R12, weighed by people, and the scorecard S01 …, calibrated on what happened. */
export const CHURN_CARDS = ['expert', 'scorecard'] as const;
export type ChurnCardName = (typeof CHURN_CARDS)[number];

const FEEDS_WITH_AN_AGE = [
  'balances',
  'transactions',
  'salary',
  'contacts',
  'complaints',
  'surveys',
  'logins',
] as const;
export type AgedFeed = (typeof FEEDS_WITH_AN_AGE)[number];

const churnLines = z.strictObject({
  R01: z.strictObject({ recentDays: days, previousDays: days, historyMinDays: days, steps }),
  R02: z.strictObject({ monthsMin: months, monthsOf: z.int().min(1).max(11), steps }),
  R03: z.strictObject({ days, steps, lastProductPoints: points }),
  R04: z.strictObject({ days: z.int().min(1).max(180), steps }),
  R05: z.strictObject({
    timesMedian: z.int().positive(),
    minDays: days,
    minGaps: z.int().positive(),
    historyDays: z.int().min(30).max(730),
    points,
  }),
  R06: z.strictObject({ previousMonths: z.int().min(1).max(12), steps }),
  R07: z.strictObject({ normalPoints: points, severePoints: points }),
  R08: z.strictObject({ csatMax: z.int().min(1).max(5), days, points }),
  R09: z.strictObject({ steps }),
  R10: z.strictObject({ days, at: z.int().min(1).max(100), points }),
  R11: z.strictObject({ days, at: z.int().min(1).max(100), points }),
  R12: z.strictObject({
    newProductDays: days,
    newProductPoints: z.int().min(-100).max(0),
    growthAt: z.int().positive(),
    growthPoints: z.int().min(-100).max(0),
    loanPoints: z.int().min(-100).max(0),
  }),
});

export const policyDocumentSchema = z.strictObject({
  version: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/i),
  currency: z.string().regex(/^[A-Z]{3}$/),
  author: z.string().min(1),
  approver: z.string().min(1),
  validFrom: z.iso.date(),
  individual: z.array(z.strictObject({ tier: z.enum(TIERS), floor, below })).min(1),
  corporate: z
    .array(
      z.strictObject({ tier: z.enum(TIERS), floor, below, targetCreditFloor: floor.optional() }),
    )
    .min(1),
  /** What the bank calls its tiers; those left out keep the shipped names. */
  tierNames: z.partialRecord(z.enum(TIERS), z.strictObject({ en: name, zh: name })).optional(),
  decisions: z.strictObject({
    demotionMonths: z.int().min(1).max(24),
    demotionBelowPct: z.int().min(1).max(100),
    holdMonths: months,
    holdLiftedZeroAumDays: days,
  }),
  activity: z.strictObject({ activeMaxDays: days, quietMaxDays: days, dormantMaxDays: days }),
  lifecycle: z.strictObject({
    newMaxDays: days,
    activeMaxDays: days,
    lostBelow: floor,
    lostDays: days,
    wonBackWithinMonths: months,
    wonBackDays: days,
    loyalMinMonths: months,
    loyalMinProductLines: z.int().min(1).max(13),
    loyalMinCsat: z.int().min(1).max(5),
    loyalChurnBelow: points,
  }),
  contactCadence: z.array(z.strictObject({ tier: z.enum(TIERS), days: days.nullable() })),
  valueScore: z.strictObject({
    weights: z.strictObject({ aum: points, frequency: points, contribution: points }),
    frequencyDays: z.int().min(1).max(365),
    frequencyFull: z.int().positive(),
    contributionFull: z.strictObject({
      individual: z.int().positive(),
      corporate: z.int().positive(),
    }),
  }),
  pAlive: z.strictObject({
    r: z.number().positive(),
    alpha: z.number().positive(),
    a: z.number().positive(),
    b: z.number().positive(),
    unitDays: days,
    historyDays: z.int().min(30).max(730),
    /** What r, α, a and b were fitted to, how and when. */
    provenance: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
  rfm: z.strictObject({ populationMin: z.int().min(5).max(10_000) }),
  needs: z.strictObject({
    advancedLines: lines,
    professionalLines: lines,
    professionalTiers: z.array(z.enum(TIERS)),
  }),
  expectedProducts: z.array(z.strictObject({ tier: z.enum(TIERS), lines })),
  feedsStaleAfterDays: z.record(z.enum(FEEDS_WITH_AN_AGE), days),
  churn: z.strictObject({
    bands: z.array(z.strictObject({ band: z.enum(CHURN_BANDS), floor: points, below })).min(1),
    lines: churnLines,
    /** Which card's score is the client's; the other one stands beside it as a second opinion. */
    decidedBy: z.enum(CHURN_CARDS).optional(),
    scorecard: policyScorecardSchema.optional(),
  }),
});

/** The file's content with its keys in camel case; floors in whole units of the currency. */
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;
