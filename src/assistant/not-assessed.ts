/** Unknown is not zero: what a plan asks of tables or columns that the bank never filled has no answer, not the answer none. */
import { eq, sql } from 'drizzle-orm';
import { feeds, filledColumns } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import type { Locale } from '../domain/actor.ts';
import { NEEDED, type Source } from '../query/catalog/needed-columns.ts';
import { fieldOf } from '../query/catalog.ts';
import { fieldName } from '../query/describe.ts';
import { FIELD_KEYS, type FieldKey } from '../query/field-keys.ts';
import { fieldsIn, type QueryPlan } from '../query/query-plan.ts';
import { answerText } from '../text/answer.ts';
import { notAssessedText } from '../text/not-assessed.ts';
import type { Answer } from './answer.ts';

export type Delivered = ReadonlySet<string>;

/** The tables that the bank has sent at least once, and their columns that ever held a value. */
export const loadDelivered = async (transaction: ScopedTransaction): Promise<Delivered> => {
  const tables = transaction
    .select({ feed: feeds.feed, column: sql<string | null>`null::text` })
    .from(feeds)
    .where(eq(feeds.delivered, true));
  const rows = await tables.unionAll(
    transaction
      .select({ feed: filledColumns.feed, column: sql<string | null>`${filledColumns.column}` })
      .from(filledColumns),
  );
  return new Set(rows.map(({ feed, column }) => (column === null ? feed : `${feed}.${column}`)));
};

/** Of which sources one would have to come for the fact to be known; the first such lack says it all. */
const lackOf = (delivered: Delivered, key: FieldKey): readonly Source[] | null => {
  const lists: readonly (readonly Source[])[] = [fieldOf(key).feeds, ...(NEEDED[key] ?? [])];
  const lacking = lists.find(
    (sources) => sources.length > 0 && !sources.some((source) => delivered.has(source)),
  );
  return lacking ?? null;
};

/** Without these the plan has no answer at all; a fact that is only shown beside others may stay empty. */
const essential = (plan: QueryPlan): FieldKey[] => [
  ...fieldsIn(plan.where),
  ...plan.groupBy,
  ...plan.measures.map(({ field }) => field),
  ...(plan.sort ? [plan.sort.field] : []),
  ...(plan.client && plan.show.length === 1 ? plan.show : []),
];

const because = (key: FieldKey, lacking: readonly Source[], locale: Locale): string => {
  const words = notAssessedText[locale];
  const named = lacking.map((source) => words[source]);
  return words.because(fieldName(key, locale), named.join(words.or));
};

export type NotAssessed = {
  /** The plan cannot be answered. */
  whole: boolean;
  /** Why, a line each. */
  lines: string[];
};

export const notAssessed = (plan: QueryPlan, delivered: Delivered, locale: Locale): NotAssessed => {
  const needed = essential(plan);
  const lines = [...new Set([...needed, ...plan.show])].flatMap((key) => {
    const lacking = lackOf(delivered, key);
    return lacking ? [because(key, lacking, locale)] : [];
  });
  return { whole: needed.some((key) => lackOf(delivered, key)), lines };
};

const isField = (key: string): key is FieldKey => FIELD_KEYS.some((field) => field === key);

/** An empty cell of what was never delivered is unknown, never "never" or "none". */
export const withUnknowns = <T extends Pick<Answer, 'columns'>>(
  answer: T,
  delivered: Delivered,
  locale: Locale,
): T => ({
  ...answer,
  columns: answer.columns.map((column) =>
    isField(column.key) && lackOf(delivered, column.key)
      ? { ...column, whenNull: answerText[locale].unknown }
      : column,
  ),
});
