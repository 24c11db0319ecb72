/** Words an alert in the reader's language, with the numbers that it was stored with. */
import type { Locale } from '../domain/actor.ts';
import { currencyDigits, formatMinor } from '../domain/money.ts';
import { alertsText } from '../text/alerts.ts';
import { reasonSentence } from '../text/assessment-reasons.ts';
import { churnBandNames, tierNames } from '../text/fields.ts';
import type { AlertFact, BalanceFall } from './alert.ts';

/** The reasons of most weight; the client's card has them all. */
const REASONS_SHOWN = 2;
const FULL_STOP = /[.。]$/;

/** An amount in minor units as people say it: CN¥1.23M, ¥123万. */
export const showAmount = (minor: string, currency: string, locale: Locale): string =>
  new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(formatMinor(BigInt(minor), currencyDigits(currency)) as Intl.StringNumericLiteral);

/** A sentence that goes on from another begins small, but for abbreviations and amounts. */
const goingOn = (sentence: string): string =>
  /^[A-Z]([a-z]| )/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;

type ChurnFact = Extract<AlertFact, { kind: 'churn_risk' }>;

const churnRisk = ({ score, band, rise, reasons }: ChurnFact, currency: string, locale: Locale) => {
  const text = alertsText[locale];
  const bandName = churnBandNames[locale][band];
  const risk =
    rise === null || rise <= 0
      ? text.churnRisk(score, bandName)
      : text.churnRising(score, bandName, rise);
  const sentences = reasons
    .slice(0, REASONS_SHOWN)
    .map((reason) => goingOn(reasonSentence(reason, locale, currency).replace(FULL_STOP, '')));
  return sentences.length > 0 ? text.withReasons(risk, sentences) : risk;
};

/** One sentence without a full stop; `currency` is that of the amounts in it. */
export const describeAlert = (fact: AlertFact, currency: string, locale: Locale): string => {
  const text = alertsText[locale];
  const range = ({ pct, fromMinor, toMinor }: BalanceFall) =>
    [pct, showAmount(fromMinor, currency, locale), showAmount(toMinor, currency, locale)] as const;
  switch (fact.kind) {
    case 'tier_change': {
      const names = tierNames[locale];
      const sentence = fact.direction === 'up' ? text.tierUp : text.tierDown;
      return sentence(names[fact.from], names[fact.to]);
    }
    case 'churn_risk':
      return churnRisk(fact, currency, locale);
    case 'complaint':
      return fact.severe ? text.complaintSevere(fact.since) : text.complaint(fact.since);
    case 'salary_stop':
      return text.salaryStop(fact.days);
    case 'account_closed':
      return text.accountClosed(fact.closedOn, ...range(fact.fall));
    case 'balance_fall':
      return text.balanceFall(...range(fact.fall));
  }
};
