/** What a scorecard file may say: lines of integer points by band, the base, and what each band of the total predicts. */
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { CHURN_BANDS } from '../../domain/client.ts';
import { fail, ok, type Problem, type Result } from '../../domain/result.ts';
import { problem } from '../../text/catalog.ts';
import { scorecardText } from '../../text/scorecard.ts';
import { FEATURE_NAMES, mayBeUnknown } from './features.ts';

/** Points of a line. */
export const whole = z.int().min(-1000).max(1000);
/** Money in whole units of the currency, shares in percent (two decimals), counts and days. */
const edges = z.array(z.number());
const feature = z.enum(FEATURE_NAMES);

/** Points of the values below the first edge, from it to the next, and so on; `unknown` where the value is not recorded. */
const cellSchema = z.strictObject({
  edges,
  points: z.array(whole).min(1),
  unknown: whole.optional(),
});

export const lineSchema = z.strictObject({
  code: z.string().regex(/^S\d{2}$/),
  feature,
  /** The line reads another measure first: one cell a band of it; for days a last one, "not recorded". */
  within: z.strictObject({ feature, edges: edges.min(1) }).optional(),
  cells: z.array(cellSchema).min(1),
});

export const SCORE_LINES_MAX = 15;

export const scorecardSchema = z.strictObject({
  version: z.string().min(1),
  currency: z.string().regex(/^[A-Z]{3}$/),
  predicts: z.string(),
  base: whole,
  /** At `even` points the odds are one to one; every `doubling` points more double them. */
  scale: z.strictObject({ even: z.int(), doubling: z.int().positive() }),
  bands: z
    .array(
      z.strictObject({
        band: z.enum(CHURN_BANDS),
        floor: z.int().min(0).max(100),
        /** Percent of the band's clients that are expected to leave; observed in the data held out. */
        predicted_pct: z.number().min(0).max(100),
        observed_pct: z.number().min(0).max(100),
      }),
    )
    .min(1),
  lines: z.array(lineSchema).min(1).max(SCORE_LINES_MAX),
  provenance: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type Scorecard = z.infer<typeof scorecardSchema>;
export type ScoreLine = Scorecard['lines'][number];
export type ScoreCell = ScoreLine['cells'][number];

const rises = (values: readonly number[]): boolean =>
  values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));

const cellsWanted = ({ within }: ScoreLine): number =>
  within ? within.edges.length + 1 + (mayBeUnknown(within.feature) ? 1 : 0) : 1;

const faultOfLine = (line: ScoreLine): string | null => {
  const wanted = cellsWanted(line);
  if (line.cells.length !== wanted) return `${line.code}: ${wanted} cells`;
  if (line.within && !rises(line.within.edges)) return `${line.code}: within.edges`;
  const bad = line.cells.findIndex(
    (cell) => cell.points.length !== cell.edges.length + 1 || !rises(cell.edges),
  );
  return bad < 0 ? null : `${line.code}: cells[${bad + 1}]`;
};

const faultOf = (card: Scorecard): string | null => {
  const floors = card.bands.map((band) => band.floor);
  if (floors[0] !== 0 || !rises(floors)) return 'bands';
  return card.lines.map(faultOfLine).find((fault) => fault !== null) ?? null;
};

const bad = (place: string): Problem =>
  problem('scorecard_shape', scorecardText, (t) => t.shape(place));

/** A scorecard file, checked: bands from 0 upwards, edges that rise, as many points as there are bins. */
export const parseScorecard = (text: string): Result<Scorecard> => {
  let document: unknown;
  try {
    document = parseYaml(text);
  } catch (error) {
    if (error instanceof YAMLParseError) return fail(bad(error.message));
    throw error;
  }
  const parsed = scorecardSchema.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail(bad(`${issue?.path.join('.')}: ${issue?.message}`));
  }
  const fault = faultOf(parsed.data);
  return fault === null ? ok(parsed.data) : fail(bad(fault));
};
