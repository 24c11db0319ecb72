/** Writes the rows that could not be taken to rejects.csv as they are found; nothing is held. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../domain/actor.ts';
import { ProblemError } from '../domain/result.ts';
import { problem } from '../text/catalog.ts';
import { intakeText } from '../text/intake.ts';
import { rejectText } from '../text/intake-rejects.ts';
import type { CellFault } from './cells.ts';

export type Reject = {
  file: string;
  line: number;
  column: string;
  /** null: the fault is not in one cell. */
  value: string | null;
  fault: CellFault;
};

export type RejectsFile = {
  add: (reject: Reject) => Promise<void>;
  /** Finishes the file, once; the path, or null when nothing was rejected. */
  close: () => Promise<string | null>;
};

const sentenceOf = ({ code, parameters }: CellFault, locale: Locale): string =>
  (rejectText[locale][code] as (...p: (string | number)[]) => string)(...parameters);

const rowOf = (reject: Reject, locale: Locale): string =>
  stringify([
    [reject.file, reject.line, reject.column, reject.value ?? '', sentenceOf(reject.fault, locale)],
  ]);

/** Opens nothing until the first reject. `path` is where the file goes; an earlier one is replaced. */
export const openRejects = (path: string, locale: Locale): RejectsFile => {
  let stream: WriteStream | null = null;
  let failure: Error | null = null;
  const open = (): WriteStream => {
    const opened = createWriteStream(path, 'utf8');
    opened.on('error', (error) => {
      failure = error;
    });
    opened.write('file,line,column,value,sentence\n');
    return opened;
  };
  const check = (): void => {
    if (failure)
      throw new ProblemError(
        problem('rejects_not_written', intakeText, (t) => t.rejectsNotWritten(path)),
      );
  };
  return {
    add: async (reject) => {
      stream ??= open();
      const opened = stream;
      const roomLeft = opened.write(rowOf(reject, locale));
      if (!roomLeft && !failure)
        await new Promise<void>((resume) => {
          opened.once('drain', resume).once('error', () => resume());
        });
      check();
    },
    close: async () => {
      const opened = stream;
      if (!opened) return null;
      await new Promise<void>((resume) => {
        if (failure || opened.writableEnded) resume();
        else opened.once('error', () => resume()).end(() => resume());
      });
      check();
      return path;
    },
  };
};
