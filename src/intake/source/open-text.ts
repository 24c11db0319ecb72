/** A file as text: unzipped by its name, decoded strictly, so that a wrong encoding is found at its line. */
import { createReadStream } from 'node:fs';
import { pipeline, Transform, type TransformCallback } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ProblemError } from '../../domain/result.ts';
import { problem } from '../../text/catalog.ts';
import { intakeText } from '../../text/intake.ts';

export const ENCODINGS = ['utf-8', 'gb18030', 'gbk'] as const;
export type Encoding = (typeof ENCODINGS)[number];

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

/** Streams the decoded text of `path` into `into`; faults arrive there as ProblemErrors that say `name`. */
export const pipeText = <T extends Transform>(
  path: string,
  name: string,
  encoding: Encoding,
  into: T,
): T => {
  const bytes = createReadStream(path);
  const text = decoder(name, encoding);
  const stages = path.endsWith('.gz') ? [bytes, createGunzip(), text] : [bytes, text];
  // pipeline() would destroy `into` with the raw error: the fault is named first.
  pipeline(stages, (error) => {
    if (error) into.destroy(causeOf(error, name, path) as Error);
  });
  text.pipe(into);
  into.once('close', () => bytes.destroy());
  return into;
};
