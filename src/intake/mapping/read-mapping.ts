/** Reads a mapping file and says at which line and key a mistake lies. */
import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ProblemError } from '../../domain/result.ts';
import { problem } from '../../text/catalog.ts';
import { intakeText } from '../../text/intake.ts';
import { parsePeriod, withPeriod } from './period.ts';
import { type Mapping, mappingSchema } from './schema.ts';

export type Place = (string | number)[];

/** Throws the Problem of a mistake at a place of the mapping. */
export type Fault = (place: Place, pick: (text: (typeof intakeText)['en']) => string) => never;

export type MappingFile = { path: string; mapping: Mapping; fault: Fault };

const readText = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new ProblemError(problem('no_mapping', intakeText, (t) => t.noMapping(path)));
  }
};

type YamlDocument = ReturnType<typeof parseDocument>;

/** The line of the nearest key that is there. */
const lineOf = (document: YamlDocument, lines: LineCounter, place: Place): number => {
  for (let length = place.length; length > 0; length -= 1) {
    const node = document.getIn(place.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
};

const faultOf =
  (path: string, document: YamlDocument, lines: LineCounter): Fault =>
  (place, pick) => {
    const line = lineOf(document, lines, place);
    throw new ProblemError(
      problem('bad_mapping', intakeText, (t) => t.badMapping(path, line, place.join('.'), pick(t))),
    );
  };

/** The deepest issue says most: of a union, the branch that got furthest. */
const deepest = (issue: z.core.$ZodIssue, place: Place): { place: Place; message: string } => {
  const here = [...place, ...(issue.path as Place)];
  if (issue.code !== 'invalid_union') return { place: here, message: issue.message };
  const nested = issue.errors.flatMap((issues) => issues.slice(0, 1).map((i) => deepest(i, here)));
  return nested.reduce((best, next) => (next.place.length > best.place.length ? next : best), {
    place: here,
    message: issue.message,
  });
};

/** The mapping's content for the month that is asked for, or else for its own. */
const forPeriod = (content: unknown, asked: string | null, fault: Fault): unknown => {
  const own = (content as { period?: unknown } | null)?.period;
  if (own === undefined && asked !== null) return fault([], (t) => t.noPeriod(asked));
  if (own === undefined) return content;
  const month = parsePeriod(asked ?? String(own));
  return month ? withPeriod(content, month) : fault(['period'], (t) => t.badPeriod(String(own)));
};

/** Throws the Problem of the first mistake. `period`: the month to read, YYYY-MM; null = the mapping's own. */
export const readMapping = async (path: string, period: string | null): Promise<MappingFile> => {
  const lines = new LineCounter();
  const document = parseDocument(await readText(path), { lineCounter: lines });
  const fault = faultOf(path, document, lines);
  const [broken] = document.errors;
  if (broken)
    throw new ProblemError(
      problem('bad_mapping', intakeText, (t) =>
        t.badMapping(path, broken.linePos?.[0].line ?? 1, 'YAML', t.badYaml(broken.code)),
      ),
    );
  const parsed = mappingSchema.safeParse(forPeriod(document.toJS(), period, fault));
  const [issue] = parsed.success ? [] : parsed.error.issues;
  if (issue) {
    const { place, message } = deepest(issue, []);
    fault(place, () => `${message}.`);
  }
  return { path, mapping: parsed.data as Mapping, fault };
};
