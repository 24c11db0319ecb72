/** Answers plans about one client: a fact, a card, or why it has the tier and the risk that it has. */
import { eq } from 'drizzle-orm';
import { type FieldRow, findReferenced, type PlanRun } from '../db/run-plan.ts';
import { clientState } from '../db/schema/index.ts';
import type { Locale } from '../domain/actor.ts';
import { minorToNumber } from '../domain/money.ts';
import { fieldOf } from '../query/catalog.ts';
import { codeName } from '../query/describe.ts';
import type { FieldKey } from '../query/field-keys.ts';
import { CHOICES_MAX } from '../query/understand.ts';
import { answerText } from '../text/answer.ts';
import { reasonSentence } from '../text/assessment-reasons.ts';
import { clientReasonSentence } from '../text/client-safe-reasons.ts';
import type { Reason } from '../tiering/reason.ts';
import type { Answer, Choice, ExplainedAssessment, ExplainedReason, Group } from './answer.ts';
import { columnOf, rowOf, shownFields } from './columns.ts';
import { type Found, findClient } from './find-client.ts';
import { pointsOf, seriesColumn } from './run-series.ts';

export type ClientRun = { run: Omit<PlanRun, 'whose'>; locale: Locale; currency: string };

export type ClientAnswer = Pick<
  Answer,
  | 'status'
  | 'reason'
  | 'total'
  | 'columns'
  | 'rows'
  | 'groups'
  | 'value'
  | 'valueColumn'
  | 'assessment'
  | 'prompt'
  | 'choices'
>;

const EMPTY: ClientAnswer = {
  status: 'answered',
  reason: null,
  total: null,
  columns: [],
  rows: [],
  groups: [],
  value: null,
  valueColumn: null,
  assessment: null,
  prompt: null,
  choices: [],
};

const CHURN_CODE =
  /^([RS]\d\d|not_assessed|churn_sum|churn_second_opinion|p_alive|p_alive_not_assessable)$/;

const explained = (reason: Reason, locale: Locale, currency: string): ExplainedReason => ({
  code: reason.code,
  points: reason.points ?? null,
  text: reasonSentence(reason, locale, currency),
  clientText: clientReasonSentence(reason, locale, currency),
});

const loadAssessment = async (
  { run, locale, currency }: ClientRun,
  client: FieldRow,
): Promise<ExplainedAssessment | null> => {
  const [state] = await run.transaction
    .select()
    .from(clientState)
    .where(eq(clientState.clientId, client.clientId));
  if (!state) return null;
  const isChurn = ({ code }: Reason): boolean => CHURN_CODE.test(code);
  const told = (reasons: Reason[]) => reasons.map((reason) => explained(reason, locale, currency));
  return {
    clientId: client.clientId,
    name: String(client.name ?? ''),
    computedTier: state.computedTier,
    inForceTier: state.inForceTier,
    lifecycle: state.lifecycle,
    activity: state.activity,
    reasons: told(state.reasons.filter((reason) => !isChurn(reason))),
    nextTierGap:
      state.nextTierGapMinor === null ? null : minorToNumber(state.nextTierGapMinor, run.digits),
    demotionClock: state.monthsBelow,
    churn: {
      score: state.churnScore,
      band: state.churnBand,
      reasons: told(state.reasons.filter(isChurn)),
      coverage: state.churnCoveragePct,
    },
  };
};

/** What tells clients of one name apart: tier and branch. */
const factOf = ({ tier, branch }: FieldRow, locale: Locale): string => {
  const named = typeof tier === 'string' ? codeName(fieldOf('tier'), tier, locale) : '';
  const parts = [named, typeof branch === 'string' ? branch : ''].filter((part) => part !== '');
  return parts.join(locale === 'zh-CN' ? '，' : ', ');
};

const choose = ({ run, locale }: ClientRun, found: Found): ClientAnswer => {
  const words = answerText[locale];
  const choices = found.rows.slice(0, CHOICES_MAX).map(
    (row): Choice => ({
      label: words.choiceClient(String(row.name ?? ''), row.clientId, factOf(row, locale)),
      plan: { ...run.plan, client: { by: 'id', text: row.clientId } },
      question: null,
    }),
  );
  const prompt = found.near ? words.nearName : words.whichClient;
  return { ...EMPTY, status: 'clarify', prompt, choices };
};

const NAMING: readonly FieldKey[] = ['clientId', 'name'];

/** What was asked of the client at each point of the plan's series; the row only names the client. */
const seriesOf = async (asked: ClientRun, client: FieldRow): Promise<ClientAnswer> => {
  const { run, locale } = asked;
  const { show } = run.plan;
  const groups: Group[] = [];
  for (const { key, plan } of pointsOf(run.plan, run.on)) {
    const reference = { by: 'id' as const, text: client.clientId };
    const at = { ...run, plan: { ...plan, client: reference } };
    const [then] = await findReferenced(at, show);
    if (then) groups.push({ ...rowOf(then, show, run.digits), key, name: key, count: 1 });
  }
  return {
    ...EMPTY,
    total: 1,
    columns: [seriesColumn(asked), ...show.map((key) => columnOf(key, locale))],
    rows: [rowOf(client, NAMING, run.digits)],
    groups,
  };
};

/** A client that the asker may not see and one that does not exist give the same refusal. */
export const answerClient = async (asked: ClientRun): Promise<ClientAnswer> => {
  const { run, locale } = asked;
  const { plan } = run;
  const keys =
    plan.show.length > 0 && plan.kind === 'client'
      ? [...new Set([...NAMING, ...plan.show])]
      : shownFields(plan);
  const telling: FieldKey[] = ['name', 'tier', 'branch'];
  const found = await findClient(run, [...new Set([...keys, ...telling])], CHOICES_MAX);
  const [client] = found.rows;
  if (!client) return { ...EMPTY, status: 'refused', reason: 'other_book' };
  if (found.total > 1 || found.near) return choose(asked, found);
  if (plan.series) return seriesOf(asked, client);
  const row = rowOf(client, keys, run.digits);
  const [only] = plan.show;
  const single = plan.kind === 'client' && only && plan.show.length === 1;
  const whole = plan.kind === 'explain' || plan.show.length === 0;
  return {
    ...EMPTY,
    total: 1,
    columns: keys.map((key) => columnOf(key, locale)),
    rows: [row],
    value: single ? (row[only] ?? null) : null,
    valueColumn: single ? columnOf(only, locale) : null,
    assessment: whole ? await loadAssessment(asked, client) : null,
  };
};
