/** An answer for people at a terminal: how it was read, the figures in columns that align, what it stands on. */
import type { Answer, Cell, Column, ExplainedAssessment, Group, Row } from '../assistant/answer.ts';
import type { Locale } from '../domain/actor.ts';
import { askText } from '../text/ask.ts';
import { oneLine } from './harmless.ts';
import { renderTable } from './render-table.ts';

const LIST_JOINER: Record<Locale, string> = { en: ', ', 'zh-CN': '、' };

const numberText = (column: Column, value: number): string => {
  const money = column.kind === 'money';
  const digits = money ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : {};
  const text = new Intl.NumberFormat('en', digits).format(value);
  return column.kind === 'percent' ? `${text}%` : text;
};

const cellText = (column: Column, cell: Cell | undefined, language: Locale): string => {
  if (cell === null || cell === undefined) return column.whenNull;
  const named = (code: string): string => column.labels?.[code] ?? code;
  if (Array.isArray(cell)) return cell.map(named).join(LIST_JOINER[language]) || column.whenNull;
  if (typeof cell === 'number') return numberText(column, cell);
  return named(String(cell));
};

const table = (columns: readonly Column[], rows: readonly Row[], language: Locale): string =>
  renderTable([
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map((column) => cellText(column, row[column.key], language))),
  ]);

/** The groups are named by what the plan groups by, or by the days of its series. */
const namingColumns = ({ columns, plan }: Answer): number =>
  plan?.series ? 1 : columns.findIndex(({ key }) => key === 'count');

const groupTable = (answer: Answer): string => {
  const { columns, groups, language } = answer;
  const split = namingColumns(answer);
  const facts = columns.slice(split);
  const heading = columns.slice(0, split).map((column) => column.heading);
  const cells = (group: Group): string[] =>
    facts.map((column) => cellText(column, group[column.key] as Cell, language));
  return renderTable([
    [heading.join(' / '), ...facts.map((column) => column.heading)],
    ...groups.map((group) => [group.name, ...cells(group)]),
  ]);
};

/** The same in words that may be passed on. */
const toldToClient = ({ reasons, demotion }: ExplainedAssessment, title: string): string[] => {
  const texts = [...reasons.map(({ clientText }) => clientText), demotion?.clientText];
  const told = texts.filter((text) => typeof text === 'string');
  return told.length === 0 ? [] : [title, ...told.map((text) => `  - ${text}`)];
};

const explanation = (of: ExplainedAssessment, language: Locale): string[] => {
  const words = askText[language];
  const lines = (reasons: ExplainedAssessment['reasons']): string[] =>
    reasons.map(
      ({ text, points }) =>
        `  - ${text}${points === null ? '' : ` (${points > 0 ? '+' : ''}${points})`}`,
    );
  return [
    words.whyTier,
    ...lines(of.reasons),
    ...(of.demotion?.text ?? []).map((text) => `  - ${text}`),
    ...toldToClient(of, words.toClient),
    words.whyChurn(of.churn.score, of.churn.coverage),
    ...lines(of.churn.reasons),
  ];
};

const card = ({ columns, rows, language }: Answer): string => {
  const [row] = rows;
  return renderTable(
    columns.map((column) => [column.heading, cellText(column, row?.[column.key], language)]),
  );
};

const figures = (answer: Answer): string[] => {
  const { columns, rows, groups, coverRows, language, value, valueColumn, plan, total } = answer;
  const words = askText[language];
  if (plan?.client && !plan.series) return [card(answer)];
  const lines: string[] = [];
  if (valueColumn) lines.push(`${valueColumn.heading}: ${cellText(valueColumn, value, language)}`);
  if (groups.length > 0) lines.push(groupTable(answer));
  if (plan?.kind !== 'list') return lines;
  if (rows.length > 0) lines.push(table(columns, rows, language));
  else lines.push(total === null ? words.notAssessed : words.nothing);
  if (rows.length > 0) lines.push(words.total(rows.length, total ?? rows.length));
  if (coverRows.length > 0) lines.push(words.covered, table(columns, coverRows, language));
  return lines;
};

const answered = (answer: Answer): string => {
  const words = askText[answer.language];
  const { businessDate, scope, policyVersion, receiptId } = answer;
  return [
    answer.interpretation ?? '',
    '',
    ...figures(answer),
    ...(answer.choices.length > 0 ? ['', answer.prompt ?? '', ...choicesOf(answer)] : []),
    ...(answer.assessment ? ['', ...explanation(answer.assessment, answer.language)] : []),
    '',
    ...(answer.rules.length > 0 ? [words.rules, ...answer.rules.map((rule) => `  - ${rule}`)] : []),
    words.footer(businessDate ?? '', scope ?? '', policyVersion ?? '', receiptId ?? ''),
  ].join('\n');
};

const choicesOf = ({ choices }: Answer): string[] =>
  choices.map(({ label }, i) => `  ${i + 1}. ${oneLine(label)}`);

export const renderAnswer = (answer: Answer): string => {
  const words = askText[answer.language];
  switch (answer.status) {
    case 'answered':
      return answered(answer);
    case 'clarify':
      return [answer.prompt ?? '', ...choicesOf(answer)].join('\n');
    case 'refused':
      return answer.reasonText ?? '';
    case 'not_understood':
      return [
        answer.notUnderstood.length > 0
          ? words.notUnderstood(answer.notUnderstood.join(words.joiner))
          : words.askMe,
        words.nearest,
        ...answer.suggestions.map((suggestion) => `  - ${suggestion}`),
      ].join('\n');
  }
};
