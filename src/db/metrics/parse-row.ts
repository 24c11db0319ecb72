/** Reads a line of client-metrics-sql.ts, column by column in its order, into the facts and the earlier assessments. */
import { compareDates, daysBetween } from '../../domain/business-date.ts';
import type {
  ActivityState,
  ChurnBand,
  ClientKind,
  LifecycleStage,
  ProductLine,
  Tier,
} from '../../domain/client.ts';
import type { ClientFacts, PreviousAssessment } from '../../tiering/facts.ts';
import type { AgedFeed } from '../../tiering/policy-document.ts';
import { knownMoney } from './known-money.ts';
import { lastTransaction } from './last-transaction.ts';
import type { Night } from './night.ts';

/** An assessment as it is stored, so far as the next night compares with it. */
export type StoredAssessment = PreviousAssessment & {
  validFrom: Temporal.PlainDate;
  revision: number;
  policyVersion: string;
  previousInForceTier: Tier | null;
  computedTier: Tier;
  activity: ActivityState;
  churnScore: number;
  churnBand: ChurnBand;
  churnCoveragePct: number;
};

export type ClientMetrics = {
  facts: ClientFacts;
  /** The last assessment strictly before D. */
  previous: StoredAssessment | null;
  /** The newest assessment up to D: what is stored now. */
  stored: StoredAssessment | null;
  /** A positive balance in the avg3 window whose currency has no rate that early. */
  rateMissing: boolean;
};

const known = new Map<string, Temporal.PlainDate>();

/** Dates repeat from client to client: each text is read once. */
const dateOf = (text: string): Temporal.PlainDate => {
  const found = known.get(text);
  if (found) return found;
  const date = Temporal.PlainDate.from(text);
  known.set(text, date);
  return date;
};

const NULL = '\\N';
const ESCAPES: Record<string, string> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' };
const unescaped = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(.)/g, (_, c: string) => ESCAPES[c] ?? c) : text;

/** Takes the columns of a line one after the other. */
export const columnsOf = (line: string) => {
  const cells = line.split('\t');
  let at = 0;
  const next = (): string => cells[at++] ?? NULL;
  const nullable =
    <T>(read: (text: string) => T) =>
    (): T | null => {
      const text = next();
      return text === NULL ? null : read(text);
    };
  const items = (text: string): string[] => (text === '{}' ? [] : text.slice(1, -1).split(','));
  return {
    text: () => unescaped(next()),
    code: <T extends string>() => next() as T,
    codeOrNull: nullable((text) => text),
    flag: () => next() === 't',
    whole: () => Number(next()),
    wholeOrNull: nullable(Number),
    minor: () => BigInt(next()),
    minorOrNull: nullable(BigInt),
    date: () => dateOf(next()),
    dateOrNull: nullable(dateOf),
    list: <T extends string>() => (nullable(items)() ?? []) as T[],
    daysAgo: () => [...new Set(nullable(items)()?.map(Number))].sort((a, b) => a - b),
    skip: (count: number) => {
      at += count;
    },
    isNull: () => cells[at] === NULL,
  };
};

type Columns = ReturnType<typeof columnsOf>;
const EARLIER_COLUMNS = 18;

const readEarlier = (column: Columns): StoredAssessment | null => {
  if (column.isNull()) {
    column.skip(EARLIER_COLUMNS);
    return null;
  }
  return {
    validFrom: column.date(),
    revision: column.whole(),
    policyVersion: column.text(),
    previousInForceTier: column.codeOrNull() as Tier | null,
    computedTier: column.code<Tier>(),
    inForceTier: column.code<Tier>(),
    decidedTier: column.code<Tier>(),
    decidedOn: column.date(),
    promotedOn: column.dateOrNull(),
    monthsBelow: column.whole(),
    recentComputed: column.list<Tier>(),
    lostOn: column.dateOrNull(),
    wonBackOn: column.dateOrNull(),
    activity: column.code<ActivityState>(),
    lifecycle: column.code<LifecycleStage>(),
    churnScore: column.whole(),
    churnBand: column.code<ChurnBand>(),
    churnCoveragePct: column.whole(),
  };
};

const readClient = (column: Columns) => ({
  clientId: column.text(),
  kind: column.code<ClientKind>(),
  watch: column.flag(),
  onboardedOn: column.dateOrNull(),
  targetCreditMinor: column.minorOrNull(),
  contribution12mMinor: column.minorOrNull(),
});

const readProducts = (column: Columns) => ({
  firstProductOn: column.dateOrNull(),
  lastClosedOn: column.dateOrNull(),
  openAccounts: column.whole(),
  newProducts: column.whole(),
  endedProducts: column.whole(),
  productLines: column.list<ProductLine>(),
});

const readMoney = (column: Columns) => ({
  aumMinor: column.minor(),
  depositsMinor: column.minor(),
  loansMinor: column.minor(),
  maturingMinor: column.minor(),
  avg3SumMinor: column.minor(),
  depositsSumMinor: column.minor(),
  recentSumMinor: column.minor(),
  beforeSumMinor: column.minor(),
  zeroSumMinor: column.minor(),
  aumBeforeMinor: column.minor(),
  knownFrom: column.dateOrNull(),
  rateMissing: column.flag(),
  rateMissingEarlier: column.flag(),
  neverHigh: column.flag(),
});
export type MoneyColumns = ReturnType<typeof readMoney>;

const readTransactions = (column: Columns) => ({
  ownLastOn: column.dateOrNull(),
  transactionDaysAgo: column.daysAgo(),
  salaryDaysAgo: column.daysAgo(),
  sentElsewhereMinor: column.minorOrNull(),
  monthlyLastOn: column.dateOrNull(),
  unrecordedMonth: column.dateOrNull(),
  unrecorded: column.flag(),
});
export type TransactionColumns = ReturnType<typeof readTransactions>;

const readService = (column: Columns) => ({
  lastContactOn: column.dateOrNull(),
  severe: column.codeOrNull(),
  csat: column.wholeOrNull(),
  csatDaysAgo: column.wholeOrNull(),
  loginDays: column.whole(),
  loginDaysBefore: column.whole(),
  overrideTier: column.codeOrNull() as Tier | null,
  overrideTo: column.dateOrNull(),
});

const contactGap = (
  night: Night,
  lastContactOn: Temporal.PlainDate | null,
  onboardedOn: Temporal.PlainDate | null,
): number | null => {
  const since = lastContactOn ?? onboardedOn;
  return night.delivered.has('contacts') && since ? daysBetween(since, night.on) : null;
};

/** One line of the query; `freshFeeds` is the same set for every client of the night. */
export const parseMetricsRow = (
  line: string,
  night: Night,
  freshFeeds: ReadonlySet<AgedFeed>,
): ClientMetrics => {
  const column = columnsOf(line);
  const { onboardedOn, ...client } = readClient(column);
  const products = readProducts(column);
  const money = readMoney(column);
  const moves = readTransactions(column);
  const service = readService(column);
  const stored = readEarlier(column);
  const before = readEarlier(column);
  const isOlder = stored !== null && compareDates(stored.validFrom, night.on) < 0;
  const facts: ClientFacts = {
    ...client,
    ...products,
    ...knownMoney(money, products.firstProductOn, night, freshFeeds),
    ...lastTransaction(moves, onboardedOn, night),
    transactionDaysAgo: moves.transactionDaysAgo,
    salaryDaysAgo: moves.salaryDaysAgo,
    sentElsewhereMinor: moves.sentElsewhereMinor,
    lastContactOn: service.lastContactOn,
    contactGapDays: contactGap(night, service.lastContactOn, onboardedOn),
    openComplaint: service.severe === null ? null : service.severe === 't' ? 'severe' : 'normal',
    csat: service.csat,
    csatDaysAgo: service.csatDaysAgo,
    loginDays: night.loginMonth ? service.loginDays : null,
    loginDaysBefore: night.loginMonth ? service.loginDaysBefore : null,
    scorecard: null,
    override:
      service.overrideTier && service.overrideTo
        ? { tier: service.overrideTier, validTo: service.overrideTo }
        : null,
    freshFeeds,
  };
  return { facts, stored, previous: isOlder ? stored : before, rateMissing: money.rateMissing };
};
