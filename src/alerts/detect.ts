/** Decides which alerts hold for one client tonight. */

import type { AlertKind } from '../domain/alert-kind.ts';
import { type Tier, tierRank, tierSteps } from '../domain/client.ts';
import type { ClientSignal, Condition, Severity } from './alert.ts';
import {
  OUTFLOW_RED_PCT,
  SCORE_RISE_RED,
  SCORE_RISE_YELLOW,
  TIER_DROP_RED_STEPS,
} from './alert-policy.ts';
import { balanceFall, isMaterial } from './balance-fall.ts';

const REASONS_MAX = 4;
const CHURN_CODE = /^[RS]\d\d$/;

type Rule = (signal: ClientSignal, currency: string) => Condition | null;

/** A change of the tier in force is always reported, once, on the night that sees it. */
const tierChange: Rule = ({ kind, tierBefore: from, inForceTier: to }) => {
  if (from === null || from === to) return null;
  const steps = tierSteps(kind, from, to);
  const direction = steps > 0 ? 'up' : 'down';
  const drop = steps <= -TIER_DROP_RED_STEPS ? 'red' : 'yellow';
  const severity: Severity = direction === 'up' ? 'info' : drop;
  return { fact: { kind: 'tier_change', from, to, direction }, severity, points: null };
};

/**
 * band     rise in a week   severity
 * high     any              red
 * any      ≥ 25             red
 * medium   < 25             yellow
 * lower    ≥ 15             yellow
 * lower    < 15, unknown    none
 */
const churnSeverity = (band: ClientSignal['churnBand'], rise: number): Severity | null => {
  if (band === 'high' || rise >= SCORE_RISE_RED) return 'red';
  if (band === 'medium' || rise >= SCORE_RISE_YELLOW) return 'yellow';
  return null;
};

const churnRisk: Rule = ({ churnScore: score, churnBand: band, scoreWeekAgo, reasons }) => {
  const rise = scoreWeekAgo === null ? null : score - scoreWeekAgo;
  const severity = churnSeverity(band, rise ?? 0);
  if (!severity) return null;
  const scored = reasons.filter(({ code, points = 0 }) => CHURN_CODE.test(code) && points > 0);
  const worst = scored.toSorted((a, b) => (b.points ?? 0) - (a.points ?? 0)).slice(0, REASONS_MAX);
  return {
    fact: { kind: 'churn_risk', score, band, rise, reasons: worst },
    severity,
    points: score,
  };
};

/** Read from the complaints themselves: the churn card reports its heaviest reasons only. */
const complaint: Rule = ({ complaint: open }) =>
  open && {
    fact: { kind: 'complaint', ...open },
    severity: open.severe ? 'red' : 'yellow',
    points: null,
  };

/** The lowest tier whose salary stop is worth a call: Quality and above (rules.md, materiality). */
const isSalaryTier = (tier: Tier): boolean =>
  tierRank('individual', tier) >= tierRank('individual', 'quality');

const salaryStop: Rule = ({ reasons, inForceTier }) => {
  const reason = reasons.find(({ code }) => code === 'R02');
  const days = reason?.values.days;
  if (typeof days !== 'number' || !isSalaryTier(inForceTier)) return null;
  return {
    fact: { kind: 'salary_stop', days },
    severity: 'yellow',
    points: reason?.points ?? null,
  };
};

/** A material fall; where an account was closed, that is the news and the fall is only its effect. */
const outflow: Rule = (signal, currency) => {
  const fall = balanceFall(signal.reasons);
  if (!fall || !isMaterial(fall, currency)) return null;
  const closedOn = signal.accountClosedOn;
  return {
    fact: closedOn ? { kind: 'account_closed', closedOn, fall } : { kind: 'balance_fall', fall },
    severity: fall.pct >= OUTFLOW_RED_PCT ? 'red' : 'yellow',
    points: fall.pct,
  };
};

const RULES: readonly Rule[] = [tierChange, churnRisk, complaint, salaryStop, outflow];

/**
 * Every condition that holds for a client, at most one a kind. A relationship that has ended has nothing
 * left to act on. `currency` is the reporting currency, for the thresholds in money.
 */
export const detectConditions = (
  signal: ClientSignal,
  currency: string,
): Map<AlertKind, Condition> => {
  if (signal.closed) return new Map();
  const found = RULES.map((rule) => rule(signal, currency)).filter((it) => it !== null);
  return new Map(found.map((condition) => [condition.fact.kind, condition]));
};
