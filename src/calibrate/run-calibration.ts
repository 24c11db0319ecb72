/** Reads a labelled quarter, calibrates, and writes the scorecard, the report and its plots into a folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { scorecardText } from '../text/scorecard.ts';
import type { Scorecard } from '../tiering/scorecard/scorecard.ts';
import { type CardKind, calibrateChurn, type Validation } from './calibrate-churn.ts';
import type { Quarter } from './quarter.ts';
import { type ExportClient, readExport } from './read-export.ts';
import { composeReport } from './report.ts';
import { reportPlots } from './report-plots.ts';
import type { LabelledClient } from './sample.ts';
import { writeScorecard } from './write-scorecard.ts';

export type CalibrationInput = {
  folder: string;
  quarter: Quarter;
  /** The day to write into the provenance: the caller's, so that a run can be repeated byte by byte. */
  on: Temporal.PlainDate;
  kind: CardKind;
  version: string;
  currency: string;
  outFolder: string;
  /** Where the report goes; the card's folder unless it is named. */
  reportFolder: string;
  validation: Validation;
};

export type CalibrationRun = { card: Scorecard; files: string[] };

export const CARD_FILE = 'churn-scorecard.yaml';

const FLOWED_OUT = -1;

const labelled = (clients: readonly ExportClient[]): LabelledClient[] =>
  clients.flatMap(({ clientId, facts, label }) =>
    label === null ? [] : [{ clientId, facts, left: label === FLOWED_OUT }],
  );

const writeAll = async (
  files: readonly (readonly [folder: string, name: string, text: string])[],
): Promise<Result<string[]>> => {
  const written: string[] = [];
  for (const [folder, name, text] of files) {
    const path = join(folder, name);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(path, text);
    } catch {
      return fail(problem('cannot_write', scorecardText, (t) => t.cannotWrite(path)));
    }
    written.push(path);
  }
  return ok(written);
};

/** The only place of the calibration that writes; what it writes holds aggregates, never a client. */
export const runCalibration = async (
  input: CalibrationInput,
  progress: (line: string) => void,
): Promise<Result<CalibrationRun>> => {
  const { folder, outFolder, reportFolder } = input;
  const read = await readExport(folder, input.quarter);
  if (!read.ok) return read;
  const clients = labelled(read.value.clients);
  const kinds = new Set(clients.map((client) => client.left));
  if (kinds.size < 2) return fail(problem('no_labels', scorecardText, (t) => t.noLabels(folder)));
  const findings = calibrateChurn(
    clients,
    input.kind,
    {
      version: input.version,
      currency: input.currency,
      quarterEndsOn: read.value.on.toString(),
      calibratedOn: input.on.toString(),
      dataSha256: read.value.hash,
    },
    input.validation,
    progress,
  );
  const written = await writeAll([
    [outFolder, CARD_FILE, writeScorecard(findings.card)],
    [reportFolder, 'report.md', composeReport(findings)],
    ...Object.entries(reportPlots(findings)).map(
      ([name, svg]) => [reportFolder, name, svg] as const,
    ),
  ]);
  return written.ok ? ok({ card: findings.card, files: written.value }) : written;
};
