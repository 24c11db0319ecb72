/** Unknown is not zero: what a plan asks of tables that the bank never delivered has no answer, not the answer none. */
import { eq } from 'drizzle-orm';
import { feeds } from '../db/schema/index.ts';
import type { ScopedTransaction } from '../db/scope.ts';
import type { Locale } from '../domain/actor.ts';
import { fieldOf } from '../query/catalog.ts';
import { fieldName } from '../query/describe.ts';
import { FIELD_KEYS, type FieldKey } from '../query/field-keys.ts';
import { fieldsIn, type QueryPlan } from '../query/query-plan.ts';
import { answerText } from '../text/answer.ts';
import { notAssessedText } from '../text/not-assessed.ts';
import type { Answer } from './answer.ts';

export type Delivered = ReadonlySet<string>;

/** The tables that the bank has sent at least once. */
export const loadDelivered = async (transaction: ScopedTransaction): Promise<Delivered> => {
  const rows = await transaction
    .select({ feed: feeds.feed })
    .from(feeds)
    .where(eq(feeds.delivered, true));
  return new Set(rows.map(({ feed }) => feed));
};

const isMissing = (delivered: Delivered, key: FieldKey): boolean => {
  const needed = fieldOf(key).feeds;
  return needed.length > 0 && !needed.some((feed) => delivered.has(feed));
};

/** Without these the plan has no answer at all; a fact that is only shown beside others may stay empty. */
const essential = (plan: QueryPlan): FieldKey[] => [
  ...fieldsIn(plan.where),
  ...plan.groupBy,
  ...plan.measures.map(({ field }) => field),
  ...(plan.sort ? [plan.sort.field] : []),
  ...(plan.client && plan.show.length === 1 ? plan.show : []),
];

const because = (key: FieldKey, locale: Locale): string => {
  const words = notAssessedText[locale];
  const needed = fieldOf(key).feeds.map((feed) => words[feed]);
  return words.because(fieldName(key, locale), needed.join(words.or));
};

export type NotAssessed = {
  /** The plan cannot be answered. */
  whole: boolean;
  /** Why, a line each. */
  lines: string[];
};

export const notAssessed = (plan: QueryPlan, delivered: Delivered, locale: Locale): NotAssessed => {
  const missing = (keys: readonly FieldKey[]) => [
    ...new Set(keys.filter((key) => isMissing(delivered, key))),
  ];
  const [needed, shown] = [missing(essential(plan)), missing(plan.show)];
  const lines = [...new Set([...needed, ...shown])].map((key) => because(key, locale));
  return { whole: needed.length > 0, lines };
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
    isField(column.key) && isMissing(delivered, column.key)
      ? { ...column, whenNull: answerText[locale].unknown }
      : column,
  ),
});
