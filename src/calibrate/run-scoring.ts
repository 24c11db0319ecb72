/** Applies a scorecard to a quarter's export and writes `client_id,points,band`; with labels, says how well it ranked. */
import { readFile, writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { scorecardText } from '../text/scorecard.ts';
import { featuresOf } from '../tiering/scorecard/features.ts';
import { type CardScore, scoreByCard } from '../tiering/scorecard/score-by-card.ts';
import { parseScorecard, type Scorecard } from '../tiering/scorecard/scorecard.ts';
import { auc } from './auc.ts';
import { topShare } from './lift.ts';
import type { ExportFile, Quarter } from './quarter.ts';
import { type ExportClient, readExport } from './read-export.ts';
import { type BandShare, shareByBand } from './validate.ts';

export type ScoringRun = {
  card: string;
  /** Last day of the quarter scored. */
  on: string;
  clients: number;
  files: Record<ExportFile, string | null>;
  /** Lines that no client could be assessed by, and the mean share of lines assessed, percent. */
  notAssessed: string[];
  coveragePct: number;
  /** null without labels of both kinds. AUC over `raw_points`; the cap to 0…100 ties the ends. */
  labels: {
    clients: number;
    left: number;
    auc: number;
    aucOfPoints: number;
    topDecilePrecision: number;
    topDecileLift: number;
    bands: BandShare[];
  } | null;
};

type Scored = CardScore & { clientId: string; label: number | null };

const FLOWED_OUT = -1;
const TOP_DECILE = 0.1;

const readCard = async (path: string): Promise<Result<Scorecard>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return fail(problem('scorecard_file', scorecardText, (t) => t.noFile(path)));
  }
  return parseScorecard(text);
};

const scoreAll = (clients: readonly ExportClient[], card: Scorecard): Scored[] =>
  clients
    .toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))
    .map(({ clientId, facts, label }) => ({
      clientId,
      label,
      ...scoreByCard(featuresOf(facts), card),
    }));

const rankingOf = (scored: readonly Scored[], card: Scorecard): ScoringRun['labels'] => {
  const known = scored.filter(({ label }) => label !== null);
  const raw = Int32Array.from(known, (each) => each.rawPoints);
  const events = Uint8Array.from(known, (each) => (each.label === FLOWED_OUT ? 1 : 0));
  const area = auc(raw, events);
  const capped = auc(
    known.map((each) => each.points),
    events,
  );
  if (area === null || capped === null) return null;
  const top = topShare(raw, events, TOP_DECILE);
  const floors = card.bands.map((band) => band.floor);
  return {
    clients: known.length,
    left: events.reduce((sum, event) => sum + event, 0),
    auc: area,
    aucOfPoints: capped,
    topDecilePrecision: top.precision,
    topDecileLift: top.lift,
    bands: shareByBand(raw, events, floors),
  };
};

const csvOf = (scored: readonly Scored[]): string =>
  stringify(
    scored.map((each) => [each.clientId, each.points, each.band, each.rawPoints, each.coveragePct]),
    { header: true, columns: ['client_id', 'points', 'band', 'raw_points', 'coverage_pct'] },
  );

const notAssessed = (scored: readonly Scored[], card: Scorecard): string[] =>
  card.lines
    .filter((_, at) => scored.every(({ lines }) => lines[at]?.points === null))
    .map((line) => line.code);

/** Scores every client of the balance file; a file that was not delivered costs coverage, not the run. */
export const runScoring = async (input: {
  folder: string;
  quarter: Quarter;
  cardPath: string;
  outPath: string;
}): Promise<Result<ScoringRun>> => {
  const card = await readCard(input.cardPath);
  if (!card.ok) return card;
  const read = await readExport(input.folder, input.quarter);
  if (!read.ok) return read;
  const scored = scoreAll(read.value.clients, card.value);
  try {
    await writeFile(input.outPath, csvOf(scored));
  } catch {
    return fail(problem('cannot_write', scorecardText, (t) => t.cannotWrite(input.outPath)));
  }
  const covered = scored.reduce((sum, each) => sum + each.coveragePct, 0);
  return ok({
    card: card.value.version,
    on: read.value.on.toString(),
    clients: scored.length,
    files: read.value.files,
    notAssessed: notAssessed(scored, card.value),
    coveragePct: scored.length === 0 ? 0 : Math.floor(covered / scored.length),
    labels: rankingOf(scored, card.value),
  });
};
