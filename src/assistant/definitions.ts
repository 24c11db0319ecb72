/** Decides which definitions an answer states: those of the facts that its plan uses. */
import type { Locale } from '../domain/actor.ts';
import { avg3Start } from '../domain/business-date.ts';
import { HIGH_VALUE_TIERS } from '../domain/client.ts';
import { fieldOf } from '../query/catalog.ts';
import { codeName } from '../query/describe.ts';
import type { FieldKey } from '../query/field-keys.ts';
import { type Condition, fieldsIn, type QueryPlan, simpleOf } from '../query/query-plan.ts';
import { definitionText } from '../text/definitions.ts';
import { DEFINED_AS, fieldDefinitionText } from '../text/field-definitions.ts';
import type { Standing } from './standing.ts';

type Words = (typeof definitionText)[Locale];
type Teller = { words: Words; locale: Locale; standing: Standing };

const LONGEST = Number.MAX_SAFE_INTEGER;

const activityLines = ({ words, locale, standing }: Teller, codes: readonly string[]): string[] => {
  const edges = standing.policy?.activity;
  if (!edges) return [];
  const spans: Record<string, [number, number]> = {
    active: [0, edges.activeMaxDays],
    quiet: [edges.activeMaxDays + 1, edges.quietMaxDays],
    dormant: [edges.quietMaxDays + 1, edges.dormantMaxDays],
    long_inactive: [edges.dormantMaxDays, LONGEST],
  };
  return codes.flatMap((code) => {
    const span = spans[code];
    if (!span) return [];
    const name = codeName(fieldOf('activity'), code, locale);
    const to = span[1] === LONGEST ? null : span[1];
    return [words.activity(name, span[0], to, standing.businessDate.toString())];
  });
};

const isHighValue = (codes: readonly string[]): boolean =>
  codes.length === HIGH_VALUE_TIERS.length &&
  HIGH_VALUE_TIERS.every((tier) => codes.includes(tier));

const churnLine = ({ words, locale, standing }: Teller): string[] => {
  const churn = standing.policy?.churn;
  if (!churn) return [];
  const card = churn.decidedBy === 'scorecard' ? churn.scorecard : undefined;
  const { bands } = card ?? churn;
  const sorted = [...bands].sort((a, b) => b.floor - a.floor);
  const field = fieldOf('churnBand');
  const text = sorted.map(({ band, floor }) => `${codeName(field, band, locale)} ≥ ${floor}`);
  const line = words.churn(text.join(locale === 'zh-CN' ? '，' : ', '));
  return card ? [line, words.scorecard(card.version)] : [line];
};

const tierLines = ({ words, locale }: Teller, condition: Condition | undefined): string[] => {
  if (condition?.op !== 'in' || !isHighValue(condition.codes)) return [words.tier];
  const names = HIGH_VALUE_TIERS.map((tier) => codeName(fieldOf('tier'), tier, locale));
  return [words.highValue(names.join(locale === 'zh-CN' ? '、' : ', ')), words.tier];
};

/** The line of a fact that needs no numbers of the policy. */
const plainLine = ({ locale }: Teller, key: FieldKey): string[] => {
  const lines: Record<string, string> = fieldDefinitionText[locale];
  const line = lines[DEFINED_AS[key] ?? key];
  return line === undefined ? [] : [line];
};

const linesOf = (teller: Teller, key: FieldKey, condition: Condition | undefined): string[] => {
  const { words, standing } = teller;
  const on = standing.businessDate;
  const lines: Partial<Record<FieldKey, () => string[]>> = {
    tier: () => tierLines(teller, condition),
    computedTier: () => [words.computedTier],
    watch: () => [words.watch],
    aum: () => [words.aum(on.toString())],
    avg3: () => [words.avg3(avg3Start(on).toString(), on.toString())],
    activity: () =>
      activityLines(teller, condition?.op === 'in' ? condition.codes : fieldOf('activity').codes),
    idleDays: () => [words.idleDays],
    lastContactOn: () => (condition?.op === 'within' && !condition.is ? [words.noContact] : []),
    lastTransactionOn: () =>
      condition?.op === 'within' && !condition.is ? [words.noTransaction] : [],
    contactGapDays: () => [words.contactGap],
    churnBand: () => churnLine(teller),
    churnScore: () => churnLine(teller),
    valueAtRisk: () => [words.valueAtRisk],
    lifecycle: () => [words.lifecycle],
    nextTierGap: () => [words.nextTierGap],
    productCount: () => [words.productCount],
    productLines: () => [words.productCount],
    onboardedOn: () => [words.newClients],
  };
  return lines[key]?.() ?? plainLine(teller, key);
};

/** A line for each definition, those of conditions first. */
export const definitionsOf = (plan: QueryPlan, standing: Standing, locale: Locale): string[] => {
  const words = definitionText[locale];
  const teller = { words, locale, standing };
  const keys: FieldKey[] = [
    ...plan.groupBy,
    ...plan.measures.map(({ field }) => field),
    ...(plan.sort ? [plan.sort.field] : []),
    ...plan.show,
  ];
  const lines = [
    ...plan.where
      .flatMap(simpleOf)
      .flatMap((condition) => linesOf(teller, condition.field, condition)),
    ...keys.flatMap((key) => linesOf(teller, key, undefined)),
  ];
  const set = plan.client === null && !fieldsIn(plan.where).includes('closedOn');
  const series = plan.series ? [words.series] : [];
  return [...new Set([...lines, ...series, ...(set ? [words.closedOut] : [])])];
};
