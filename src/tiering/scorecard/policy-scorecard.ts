/** What a policy says of a calibrated scorecard: for whom it speaks, its lines and bands, and where they come from. */
import { z } from 'zod';
import { CHURN_BANDS, CLIENT_KINDS } from '../../domain/client.ts';
import { lineSchema, SCORE_LINES_MAX, whole } from './scorecard.ts';

const percent = z.number().min(0).max(100);
const points = z.int().min(0).max(100);

/** Inline and not by reference, so that the hash of the policy covers every point. */
export const policyScorecardSchema = z.strictObject({
  version: z.string().min(1).max(64),
  /** The same as the policy's: edges are amounts of it. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Kinds of clients that it was calibrated on; for the others the expert card decides alone. */
  appliesTo: z.array(z.enum(CLIENT_KINDS)).min(1),
  predicts: z.string().min(1),
  base: whole,
  /** At `even` points the odds are one to one; every `doubling` points more double them. */
  scale: z.strictObject({ even: z.int(), doubling: z.int().positive() }),
  lines: z.array(lineSchema).min(1).max(SCORE_LINES_MAX),
  bands: z
    .array(
      z.strictObject({
        band: z.enum(CHURN_BANDS),
        floor: points,
        below: z.int().positive().optional(),
        /** Percent of the band's clients expected to leave, and observed in the data held out. */
        predictedPct: percent,
        observedPct: percent,
      }),
    )
    .min(1),
  provenance: z
    .object({
      data: z.string().min(1),
      method: z.string().min(1),
      calibratedOn: z.iso.date(),
      /** Of the files that it was calibrated on. */
      dataSha256: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .catchall(z.union([z.string(), z.number()])),
});

export type PolicyScorecard = z.infer<typeof policyScorecardSchema>;
