/** Decides how order, number and grouping of an answer are edited and read back. */
import type { KnownBlock } from '@slack/types';
import type { Locale } from '../../domain/actor.ts';
import { CATALOG, type CatalogField, fieldCan, fieldOf } from '../../query/catalog.ts';
import type { FieldKey } from '../../query/field-keys.ts';
import { LIMIT_MAX, type QueryPlan } from '../../query/query-plan.ts';
import { slackAnswerText } from '../../text/slack-answer.ts';
import { OPTION_MAX, plain } from './blocks.ts';
import { option } from './change-modals.ts';
import { chosenFrom, control, nameOf } from './refine-elements.ts';
import type { Values } from './refine-values.ts';

const GROUP = 'group_by';
const SORT = 'sort_by';
const DIRECTION = 'direction';
const LIMIT = 'limit';
const OPTIONS_MAX = 100;

/** A field whose value needs a span of days. */
export const needsPeriod = (key: FieldKey): boolean => fieldOf(key).takes === 'period';

const KINDS: Record<CatalogField['type'], 'money' | 'number' | 'day' | 'state'> = {
  id: 'state',
  text: 'state',
  code: 'state',
  codes: 'state',
  flag: 'state',
  money: 'money',
  count: 'number',
  days: 'number',
  points: 'number',
  percent: 'number',
  date: 'day',
};

/** A select over fields, in groups: there are more of them than a plain list takes. */
export const pickField = (
  name: string,
  label: string,
  keys: readonly FieldKey[],
  { chosen = null, locale, dispatch }: { chosen?: string | null; locale: Locale; dispatch?: true },
): KnownBlock[] => {
  if (keys.length === 0) return [];
  const words = slackAnswerText[locale];
  const groups = [...Map.groupBy(keys, (key) => KINDS[fieldOf(key).type])].map(([kind, some]) => ({
    label: plain(words[kind], OPTION_MAX),
    options: some.slice(0, OPTIONS_MAX).map((key) => option(nameOf(key, locale), key)),
  }));
  const initial = groups.flatMap(({ options }) => options).find(({ value }) => value === chosen);
  const element = {
    type: 'static_select' as const,
    option_groups: groups,
    ...(initial ? { initial_option: initial } : {}),
  };
  return [control(name, label, element, dispatch ? { dispatch } : {})];
};

const keysThatCan = (ability: 'sort' | 'group'): FieldKey[] =>
  CATALOG.filter(({ key }) => fieldCan(key, ability)).map(({ key }) => key);

/** Without a span of days in the plan, what needs one cannot be sorted by. */
const sortKeys = ({ period, sort }: QueryPlan): FieldKey[] =>
  keysThatCan('sort').filter((key) => period || key === sort?.field || !needsPeriod(key));

const isOneGroup = ({ kind, groupBy }: QueryPlan): boolean =>
  kind === 'groups' && groupBy.length === 1;

export const orderControls = (plan: QueryPlan, locale: Locale): KnownBlock[] => {
  const words = slackAnswerText[locale];
  if (isOneGroup(plan))
    return pickField(GROUP, words.groupBy, keysThatCan('group'), {
      chosen: plan.groupBy[0] ?? null,
      locale,
    });
  if (plan.kind !== 'list') return [];
  const { sort, limit } = plan;
  const ways: [string, string][] = [
    ['desc', words.largest],
    ['asc', words.smallest],
  ];
  const count = {
    type: 'number_input' as const,
    is_decimal_allowed: false,
    min_value: '1',
    max_value: String(LIMIT_MAX),
    ...(limit === null ? {} : { initial_value: String(limit) }),
  };
  return [
    ...pickField(SORT, words.sortBy, sortKeys(plan), { chosen: sort?.field ?? null, locale }),
    control(DIRECTION, words.direction, chosenFrom(ways, sort?.direction ?? '')),
    control(LIMIT, words.limit, count),
  ];
};

/** The plan in the order, number and grouping that the controls say. */
export const readOrder = (plan: QueryPlan, values: Values): QueryPlan => {
  const [field, limit, group] = [values[SORT], values[LIMIT], values[GROUP]];
  if (isOneGroup(plan))
    return typeof group === 'string' ? { ...plan, groupBy: [group as FieldKey] } : plan;
  if (plan.kind !== 'list') return plan;
  const way = values[DIRECTION] === 'asc' ? 'asc' : 'desc';
  return {
    ...plan,
    sort: typeof field === 'string' ? { field: field as FieldKey, direction: way } : null,
    limit: typeof limit === 'string' && limit !== '' ? Number(limit) : null,
  };
};
