/** A file as text: unzipped by its name, decoded strictly, so that a wrong encoding is found at its line. */
import { createReadStream, type ReadStream } from 'node:fs';
import { pipeline, Transform, type TransformCallback } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ProblemError } from '../../domain/result.ts';
import { problem } from '../../text/catalog.ts';
import { intakeText } from '../../text/intake.ts';

export const ENCODINGS = ['utf-8', 'gb18030', 'gbk'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type TextFile = {
  /** Where it lies, and what people call it. */
  path: string;
  name: string;
  encoding: Encoding;
  /** The file ends in the middle of a line: a last line without a line end is left out. */
  cutShort: boolean;
};

const NEWLINE = 10;

const countLines = (bytes: Uint8Array): number => {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
};

/** Lines of `bytes` before the first that cannot be decoded. */
const linesBeforeFault = (bytes: Uint8Array, encoding: Encoding): number => {
  let start = 0;
  for (let line = 0; ; line += 1) {
    const end = bytes.indexOf(NEWLINE, start);
    try {
      new TextDecoder(encoding, { fatal: true }).decode(
        bytes.subarray(start, end + 1 || undefined),
      );
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
};

const decoder = (name: string, encoding: Encoding): Transform => {
  const text = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  const decode = (bytes: Uint8Array, more: boolean, done: TransformCallback): void => {
    try {
      const decoded = text.decode(bytes, { stream: more });
      lines += countLines(bytes);
      done(null, decoded);
    } catch {
      const line = lines + linesBeforeFault(bytes, encoding);
      done(
        new ProblemError(
          problem('not_text', intakeText, (t) => t.wrongEncoding(name, line, encoding)),
        ),
      );
    }
  };
  return new Transform({
    decodeStrings: true,
    readableObjectMode: true,
    transform: (chunk: Buffer, _encoding, done) => decode(chunk, true, done),
    flush: (done) => decode(new Uint8Array(), false, done),
  });
};

const causeOf = (error: unknown, name: string, path: string): unknown => {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (error instanceof ProblemError) return error;
  if (code.startsWith('Z_'))
    return new ProblemError(problem('broken_gzip', intakeText, (t) => t.brokenGzip(name)));
  if (['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO'].includes(code))
    return new ProblemError(
      problem('unreadable_file', intakeText, (t) => t.unreadableFile(name, path)),
    );
  return error;
};

/** Lets whole lines through; what follows the last line end is dropped. */
const wholeLines = (): Transform => {
  let rest = '';
  return new Transform({
    objectMode: true,
    transform: (chunk: string, _encoding, done) => {
      const text = rest + chunk;
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      done(null, text.slice(0, end));
    },
  });
};

const stagesOf = (bytes: ReadStream, { path, name, encoding, cutShort }: TextFile) => [
  bytes,
  ...(path.endsWith('.gz') ? [createGunzip()] : []),
  decoder(name, encoding),
  ...(cutShort ? [wholeLines()] : []),
];

/** Streams the decoded text of a file into `into`, where faults arrive as ProblemErrors. */
export const pipeText = <T extends Transform>(file: TextFile, into: T): T => {
  const bytes = createReadStream(file.path);
  const stages = stagesOf(bytes, file);
  // pipeline() into `into` would destroy it with the raw error: the fault is named first.
  pipeline(stages, (error) => {
    if (error) into.destroy(causeOf(error, file.name, file.path) as Error);
  });
  stages.at(-1)?.pipe(into);
  into.once('close', () => bytes.destroy());
  return into;
};
