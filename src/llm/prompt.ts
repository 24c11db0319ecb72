/** What the model is told: the catalog, the plan's rules and one redacted question. It holds nothing secret. */
import { CATALOG, type CatalogField } from '../query/catalog.ts';
import type { Message } from './complete.ts';
import { EXAMPLES } from './examples.ts';
import type { Redacted } from './redact.ts';

const listed = (words: readonly string[]): string => words.filter((word) => word !== '').join(', ');

const codesOf = ({ codes, codeNames }: CatalogField): string => {
  const named = codes.map((code) => {
    const names = listed([codeNames.en[code] ?? '', codeNames.zh[code] ?? '']);
    return `${code} (${names})`;
  });
  return named.length === 0 ? '' : `; codes ${listed(named)}`;
};

const TAKES: Record<CatalogField['takes'], string> = {
  nothing: '',
  day: '; takes asOf',
  period: '; needs a period',
};

const line = (field: CatalogField): string => {
  const { key, type, name, words, eventWords, can, takes, moves, ahead } = field;
  const said = listed([name.en, name.zh, ...words.en, ...words.zh]);
  const events = listed([...eventWords.en, ...eventWords.zh]);
  const about = events === '' ? '' : `; the day of the event: ${events}`;
  const more = `${TAKES[takes]}${moves ? '; takes "moved"' : ''}${ahead ? '; lies ahead' : ''}`;
  return `- ${key}: ${type}; ${said}${about}${codesOf(field)}; can ${listed(['show', ...can])}${more}`;
};

const RULES = `You turn a question of a bank's relationship manager, in English or Chinese, into a plan. A program runs the plan and writes the answer; nobody reads your words. Reply with one JSON object that follows the schema, and nothing else.

Rules
- Use outcome "unsupported" with plan null whenever any part of the question cannot be said with the fields below, asks to change or send something, asks about people other than the asker's clients, or is not a question about clients. Never leave a part of the question out.
- Words in angle brackets stand for what the question said. Use them, and no number, date or name of your own: "NUMBER_1" for a number or limit, "PERIOD_1.start" and "PERIOD_1.end" for the days of a span, "DURATION_1.start" and "DURATION_1.end" for the last so many days, "DURATION_1" for a number of days, {"by":"name","text":"CLIENT_1"} for a client.
- where: every condition must hold. op "in": a field with codes, "is" false for "not"; "flag": yes or no; "gte", "gt", "lte", "lt", "eq", "between": money, counts, days, points, percentages; "within": a date field and a span, "is" false for "not in that span, or never"; "any": one of several holds; "known": whether the fact is recorded; "text": words of the question that a branch, a manager, an industry or the like is called; "moved": a change decided within a span.
- kind: "list" shows clients (sort and limit make a top N); "count" how many; "aggregate" measures over all; "share" the percentage of the book, or of those in among, that matches; "groups" a count, and measures, for each code of groupBy; "client" facts of one client; "explain" why a client has what is shown.
- asOf: the facts of another day; period: facts of a span of days; versus: compare with then; series: the figures at the end of each month, quarter or year of a span. They are null for the latest data.
- Parts that are not used are [] or null.`;

/** Fixed for a build, so that an endpoint can keep it in its cache. */
export const SYSTEM_PROMPT = [
  RULES,
  `Examples\n${EXAMPLES.map(({ question, reply }) => `${question}\n${reply}`).join('\n')}`,
  `Fields\n${CATALOG.map(line).join('\n')}`,
].join('\n\n');

/** `mistakes`: what was wrong with the reply before; none of its words are said again. */
export const messagesOf = ({ text }: Redacted, mistakes: string | null): Message[] => {
  const note =
    mistakes === null
      ? ''
      : `\n\n(An earlier reply was not usable: ${mistakes}. Reply with one JSON object that follows the schema, or with outcome "unsupported".)`;
  return [
    { role: 'system', content: SYSTEM_PROMPT },
    { role: 'user', content: `${text}${note}` },
  ];
};
