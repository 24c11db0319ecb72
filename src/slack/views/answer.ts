/** Decides how an answer looks in Slack, whichever way it came out. */
import type { Button, KnownBlock } from '@slack/types';
import type { Answer, Column, Row } from '../../assistant/answer.ts';
import { slackText } from '../../text/slack.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { answerActions } from './answer-actions.ts';
import {
  type AnyBlock,
  actions,
  BUTTON_VALUE_MAX,
  boldLine,
  button,
  clip,
  context,
  escapeMarkup,
  type MessageView,
  section,
} from './blocks.ts';
import { cellText, type Manner } from './cells.ts';
import { chartsOf, chartWords, movesWords } from './chart.ts';
import { writeChoice } from './choice.ts';
import { explanationBlocks } from './explanation.ts';
import { changeButtons } from './home-parts.ts';
import { nameOf } from './refine-elements.ts';
import { cardView, linesView, type RowsView, tableView } from './rows.ts';

export type AnswerManner = {
  /** Others may look on: names are masked and amounts banded. */
  masked: boolean;
  /** false = this workspace does not take tables: rows become lines. */
  tables: boolean;
  /** true = this workspace takes charts. */
  charts?: boolean;
  /** The reader's day: data that are old by then say so. null = not known. */
  today?: Temporal.PlainDate | null;
};

/** Pressing it asks its value as a new question. */
export const ASK_AGAIN = 'ask_again';

const COLUMNS_MAX = 10;
const CARD_COLUMNS_MAX = 24;
const COVERED_MAX = 5;
const RULES_MAX = 6;
const RULE_MAX = 250;
const TEXT_MAX = 1_500;
const WORD_MAX = 60;
/** Enough of a receipt to find it by; all of it stands where the answer is explained. */
const RECEIPT_SHOWN = 8;

type Shown = {
  answer: Answer;
  manner: Manner;
  tables: boolean;
  charts: boolean;
  today: Temporal.PlainDate | null;
};

/** Who it is stands first. In a channel a client id says as much as a name, so that it is left out there. */
const columnsOf = ({ answer, manner }: Shown): Column[] =>
  answer.columns
    .filter((column) => !(manner.masked && column.kind === 'id'))
    .toSorted((a, b) => Number(b.key === 'name') - Number(a.key === 'name'))
    .slice(0, CARD_COLUMNS_MAX);

/** One client of whom much is asked is a card: nobody reads a row of twenty columns. */
const rowsOf = (caption: string, columns: Column[], rows: Row[], shown: Shown): RowsView => {
  const [only, another] = rows;
  if (only && !another && columns.length > COLUMNS_MAX)
    return cardView(columns, only, shown.manner);
  const some = columns.slice(0, COLUMNS_MAX);
  if (shown.tables) return tableView(caption, some, rows, shown.manner);
  return linesView(some, rows, shown.manner);
};

const isMeasure = (answer: Answer, { key }: Column): boolean =>
  key !== 'count' && answer.groups.some((group) => typeof group[key] === 'number');

/** A line a group. Its name is a code's or a branch's, not a client's: it is never masked. */
const groupBlocks = (shown: Shown): KnownBlock[] => {
  const { answer, manner } = shown;
  if (answer.groups.length === 0) return [];
  const words = slackText[manner.locale];
  const by = (answer.plan?.groupBy ?? []).map((key) => nameOf(key, manner.locale)).join(' / ');
  const bare = { labels: null, whenNull: '–' };
  const { plan } = answer;
  const series = plan?.series ? answer.columns[0] : null;
  const columns: Column[] = [
    {
      ...bare,
      key: 'groupName',
      heading: series?.heading ?? (by || (plan?.versus ? words.dateHeading : words.groupHeading)),
      kind: 'text',
    },
    ...(plan?.client
      ? []
      : [{ ...bare, key: 'count', heading: words.countHeading, kind: 'count' as const }]),
    ...answer.columns.filter((column) =>
      plan?.client ? column !== series : isMeasure(answer, column),
    ),
  ];
  const rows = answer.groups.map(({ keys: _, ...group }) => ({
    ...group,
    clientId: '',
    groupName: group.name || words.none,
  }));
  return rowsOf(words.groupsCaption, columns, rows, shown).blocks;
};

const valueBlocks = ({ answer, manner }: Shown): KnownBlock[] => {
  const { value, valueColumn } = answer;
  if (!valueColumn || answer.rows.length > 1) return [];
  return [boldLine(clip(valueColumn.heading, 100), `: ${cellText(valueColumn, value, manner)}`)];
};

/** From which tier to which, said as well as drawn. */
const movesLine = ({ answer, manner }: Shown): KnownBlock[] =>
  answer.moves && answer.moves.length > 0
    ? [boldLine(slackAnswerText[manner.locale].movesTitle, ` · ${movesWords(answer)}`, 1_000)]
    : [];

/** The definitions, and below them on what the answer stands. */
const footer = ({ answer, manner }: Shown, shownRows: number): KnownBlock[] => {
  const words = slackText[manner.locale];
  const total = answer.plan?.client ? null : answer.total;
  const scope = answer.scope ? clip(answer.scope, RULE_MAX) : '';
  const isPart = total !== null && answer.rows.length > 0 && shownRows < total;
  const parts = [
    ...(total === null ? [scope] : [words.total(total, scope)]),
    ...(total !== null && isPart ? [words.shown(shownRows)] : []),
    ...(answer.businessDate ? [words.dataAsOf(answer.businessDate)] : []),
    ...(answer.policyVersion ? [words.policyVersion(answer.policyVersion)] : []),
    ...(answer.receiptId ? [words.receipt(answer.receiptId.slice(0, RECEIPT_SHOWN))] : []),
  ].filter((part) => part !== '');
  const rules = answer.rules.slice(0, RULES_MAX).map((rule) => clip(rule, RULE_MAX));
  return [
    ...(rules.length > 0 ? [context([rules.join('\n')], RULES_MAX * (RULE_MAX + 1))] : []),
    context([[parts.join(' · '), ...(manner.masked ? [words.masked] : [])].join('\n')], 1_000),
  ];
};

/** Clients of colleagues on leave come as lines: some workspaces take one table a message. */
const coveredBlocks = (shown: Shown): KnownBlock[] => {
  const { answer, manner } = shown;
  const { blocks } = linesView(
    columnsOf(shown).slice(0, COLUMNS_MAX),
    answer.coverRows,
    manner,
    COVERED_MAX,
  );
  return blocks.length === 0 ? [] : [section(slackText[manner.locale].covered), ...blocks];
};

/** Friday's data are fresh on a Tuesday after a long weekend; older ones are missing a night. */
const STALE_DAYS = 4;

const staleness = ({ answer, manner, today }: Shown): KnownBlock[] => {
  if (!answer.businessDate || !today) return [];
  const { days } = Temporal.PlainDate.from(answer.businessDate).until(today);
  if (days <= STALE_DAYS) return [];
  return [section(slackText[manner.locale].stale(days, answer.businessDate))];
};

/** Said where a question about a set found nobody; a count of 0 says it already. */
const nobody = ({ answer, manner }: Shown): KnownBlock[] => {
  const { total, groups, coverRows, valueColumn, prompt } = answer;
  const isEmpty = total === 0 && groups.length + coverRows.length === 0 && !valueColumn;
  return isEmpty && !prompt ? [section(slackText[manner.locale].nothing)] : [];
};

const askAgain = (questions: readonly { label: string; question: string }[]): KnownBlock[] => {
  const buttons: Button[] = questions
    .filter(({ question }) => question !== '' && [...question].length <= BUTTON_VALUE_MAX)
    .slice(0, 4)
    .map(({ label, question }, index) => button(`${ASK_AGAIN}_${index}`, label, question));
  return buttons.length > 0 ? [actions('ask_again', buttons)] : [];
};

const choicesOf = ({ choices, language }: Answer): { label: string; question: string }[] =>
  choices.map(({ label, plan, question }) => ({
    label,
    question: (plan && writeChoice({ plan, language })) ?? question ?? label,
  }));

/** Nobody matches as asked: the nearest questions that somebody matches, each a button. */
const relaxed = ({ answer }: Shown): KnownBlock[] =>
  answer.total === 0 && answer.prompt
    ? [section(answer.prompt, RULE_MAX), ...askAgain(choicesOf(answer))]
    : [];

const answered = (shown: Shown): AnyBlock[] => {
  const { answer, manner } = shown;
  const words = slackText[manner.locale];
  const rows = rowsOf(words.tableCaption, columnsOf(shown), answer.rows, shown);
  const explained = answer.assessment && !manner.masked ? answer.assessment : null;
  return [
    ...(answer.interpretation ? [section(answer.interpretation, 1_000)] : []),
    ...staleness(shown),
    ...nobody(shown),
    ...relaxed(shown),
    ...valueBlocks(shown),
    ...(explained ? explanationBlocks(explained, manner.locale) : []),
    ...(shown.charts ? chartsOf(answer) : []),
    ...movesLine(shown),
    ...(answer.groups.length > 0 ? groupBlocks(shown) : rows.blocks),
    ...coveredBlocks(shown),
    ...footer(shown, rows.shown),
    ...(manner.masked ? [] : answerActions(answer)),
  ];
};

const otherwise = ({ answer, manner }: Shown): KnownBlock[] => {
  const words = slackText[manner.locale];
  const said = [
    ...(answer.interpretation ? [answer.interpretation] : []),
    ...(answer.notUnderstood.length > 0
      ? [
          words.notUnderstood(
            answer.notUnderstood.map((word) => `“${clip(word, WORD_MAX)}”`).join(' '),
          ),
        ]
      : []),
    ...(answer.prompt ? [answer.prompt] : []),
    ...(answer.reasonText ? [answer.reasonText] : []),
  ];
  const suggestions = answer.suggestions.map((question) => ({ label: question, question }));
  return [
    section(said.join('\n') || words.askMe),
    ...askAgain([...choicesOf(answer), ...suggestions]),
    ...(answer.reason === 'write_request' && !manner.masked ? [changeButtons(manner.locale)] : []),
  ];
};

/** The blocks of an answer and its one-line form, in the answer's own language. */
export const answerView = (
  answer: Answer,
  { masked, tables, charts = false, today = null }: AnswerManner,
): MessageView => {
  const manner = { locale: answer.language, currency: answer.currency, masked };
  const shown = { answer, manner, tables, charts, today };
  const blocks = answer.status === 'answered' ? answered(shown) : otherwise(shown);
  const line = answer.interpretation ?? answer.reasonText ?? answer.prompt;
  const figures = charts ? chartsOf(answer).map((chart) => chartWords(chart, answer.language)) : [];
  const said = [line ?? slackText[answer.language].askMe, ...figures].join('\n');
  return { text: escapeMarkup(said, TEXT_MAX), blocks };
};
