/** Every fact that a question set may name: `name`, `name:argument`, `name@day` or `name@period`. */

import { balanceFacts } from './balance-facts.ts';
import type { Bank } from './bank-facts.ts';
import type { Asked, Fact, Value } from './fact.ts';
import { linkFacts } from './link-facts.ts';
import { dayOf, periodOf } from './periods.ts';
import * as record from './record-facts.ts';
import type { ClientRow } from './tables.ts';

export type { Value } from './fact.ts';

const today = ({ bank }: Asked): string => bank.on.toString();
const day = ({ bank, time }: Asked): string => dayOf(time || 'D', bank.on).toString();
const span = ({ bank, time }: Asked) => periodOf(time, bank.on);
const moved =
  (direction: 1 | -1): Fact =>
  ({ bank, client, time }) => {
    const { from, to } = periodOf(time, bank.on);
    return record
      .tierMoves(bank, client.id, from, to)
      .some((row) => Math.sign(record.tierSteps(row.before ?? '', row.tier)) === direction);
  };

const complaintsOf = ({ bank, client }: Asked) =>
  bank.tables.complaints.filter(
    ({ clientId, openedOn }) => clientId === client.id && openedOn <= bank.on.toString(),
  );
const openComplaints = (asked: Asked) =>
  complaintsOf(asked).filter(({ closedOn }) => closedOn === null || closedOn > today(asked));
const openAlerts = ({ bank, client }: Asked) =>
  bank.tables.alerts.filter((row) => row.clientId === client.id && row.resolvedOn === null);
const liveOverride = (asked: Asked) =>
  asked.bank.tables.overrides.find(
    ({ clientId, from, to }) =>
      clientId === asked.client.id && from <= today(asked) && to > today(asked),
  );

const CLIENT_FACTS: Record<string, Fact> = {
  id: ({ client }) => client.id,
  name: ({ client }) => client.name,
  kind: ({ client }) => client.kind,
  manager: ({ client }) => client.managerId,
  branch: ({ client }) => client.branchId,
  onboardedOn: ({ client }) => client.onboardedOn,
  closedOn: (asked) =>
    asked.client.closedOn !== null && asked.client.closedOn <= today(asked)
      ? asked.client.closedOn
      : null,
  occupation: ({ client }) => client.occupation,
  industry: ({ client }) => client.industry,
  annualRevenue: ({ client }) => client.annualRevenue,
  institutionType: ({ client }) => client.institutionType,
  riskCredit: ({ client }) => client.riskCredit,
  riskAml: ({ client }) => client.riskAml,
  riskOperational: ({ client }) => client.riskOperational,
  riskAppetite: ({ client }) => client.riskAppetite,
  watch: ({ client }) => client.watch === true,
  optOut: ({ client }) => client.optOut === true,
  preferredChannel: ({ client }) => client.preferredChannel,
  kycPct: ({ client }) => client.kycPct,
  kycDueOn: ({ client }) => client.kycDueOn,
  targetCredit: ({ client }) => client.targetCredit,
  contribution: ({ client }) => client.contribution,
  household: ({ client }) => client.householdId,
  age: (asked) => record.ageOn(asked.client, today(asked)),
  redList: ({ client }) => record.onRedList(client),
  phone: ({ client }) => record.phoneUsable(client),
  email: ({ client }) => record.emailUsable(client),
  address: ({ client }) => client.address !== null,
  wechat: ({ client }) => client.wechat !== null,
};

const STATE_FACTS: Record<string, Fact> = {
  tier: (asked) =>
    asked.time
      ? (record.assessmentOn(asked.bank, asked.client.id, day(asked))?.tier ?? null)
      : asked.state.tier,
  computedTier: ({ state }) => state.computed,
  lifecycle: (asked) =>
    asked.time
      ? (record.assessmentOn(asked.bank, asked.client.id, day(asked))?.lifecycle ?? null)
      : asked.state.lifecycle,
  churnBand: (asked) =>
    asked.time
      ? (record.assessmentOn(asked.bank, asked.client.id, day(asked))?.churnBand ?? null)
      : asked.state.churnBand,
  churnScore: ({ state }) => state.churnScore,
  valueAtRisk: ({ state }) => state.valueAtRisk,
  stored: ({ state, argument }) => (state.row[argument] ?? null) as Value,
  churnReason: ({ state, argument }) =>
    (state.row.reasons as { code: string; points?: number }[]).some(
      ({ code, points }) => code === argument && (points ?? 0) > 0,
    ),
  nextTierGap: ({ state }) => state.nextTierGap,
  demotionClock: ({ state }) => state.monthsBelow,
  avg3: ({ state }) => state.avg3Sum / Math.max(1, state.avg3Days),
  movedUp: moved(1),
  movedDown: moved(-1),
  override: (asked) => liveOverride(asked) !== undefined,
  overrideEndsOn: (asked) => liveOverride(asked)?.to ?? null,
  openAlert: (asked) => openAlerts(asked).length > 0,
  alertPriority: (asked) =>
    openAlerts(asked).reduce((least, row) => Math.min(least, row.priority), 9),
};

/** The shipped policy: most days between two-way contacts; the mass tier has no duty. */
const CADENCE_DAYS: Record<string, number> = {
  premier: 30,
  key: 30,
  quality: 90,
  potential: 180,
  class_1: 10,
  class_2: 10,
  class_3: 10,
};

const EVENT_FACTS: Record<string, Fact> = {
  activity: (asked) => record.activityOn(asked.bank, asked.client, day(asked)),
  idleDays: (asked) => record.idleDays(asked.bank, asked.client, day(asked)),
  lastTransactionOn: (asked) => record.lastTransactionOn(asked.bank, asked.client.id, day(asked)),
  transactions: (asked) => {
    const { from, to } = span(asked);
    const rows = asked.bank.transactions.get(asked.client.id) ?? [];
    return rows.filter(({ on, own }) => own && on >= from && on <= to).length;
  },
  lastContactOn: ({ bank, client }) => record.lastContactOn(bank, client.id),
  contactGap: ({ bank, client }) => record.contactGap(bank, client),
  contactOverdue: ({ bank, client, state }) => {
    const most = CADENCE_DAYS[state.tier];
    return most !== undefined && (record.contactGap(bank, client) ?? 0) > most;
  },
  contacts: (asked) => {
    const { from, to } = span(asked);
    return record.contacts(asked.bank, asked.client.id, asked.argument, from, to);
  },
  openComplaint: (asked) => openComplaints(asked).length > 0,
  severeComplaint: (asked) => openComplaints(asked).some(({ severity }) => severity === 'severe'),
  complaints: (asked) => {
    const { from, to } = span(asked);
    return complaintsOf(asked).filter(({ openedOn }) => openedOn >= from && openedOn <= to).length;
  },
  csat: ({ bank, client }) =>
    bank.tables.surveys.findLast(
      ({ clientId, on }) => clientId === client.id && on <= bank.on.toString(),
    )?.csat ?? null,
  logins: (asked) => {
    const { from, to } = span(asked);
    const rows = asked.bank.tables.logins.filter(({ clientId }) => clientId === asked.client.id);
    return rows
      .filter(({ month }) => month >= from && month <= to)
      .reduce((sum, { days }) => sum + days, 0);
  },
};

const FACTS: Record<string, Fact> = {
  ...CLIENT_FACTS,
  ...STATE_FACTS,
  ...EVENT_FACTS,
  ...balanceFacts,
  ...linkFacts,
};

/** What an expression of a set may begin with. */
export const FACT_NAMES: ReadonlySet<string> = new Set(Object.keys(FACTS));

const EXPRESSION = /^([A-Za-z0-9]+)(?::([^@]+))?(?:@(.+))?$/;

/** The value of a fact expression for one client; throws on a name that no fact has. */
export const factOf = (bank: Bank, client: ClientRow, expression: string): Value => {
  const [, name = '', argument = '', time = ''] = EXPRESSION.exec(expression) ?? [];
  const fact = FACTS[name];
  const state = bank.state.get(client.id);
  if (!fact || !state) throw new Error(`Not a fact: ${expression}`);
  return fact({ bank, client, state, argument, time });
};
