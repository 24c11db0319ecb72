/** A digest as plain lines of text, for a terminal or the fallback text of a message. */
import type { Locale } from '../domain/actor.ts';
import { alertKindNames, alertsText } from '../text/alerts.ts';
import { tierNames } from '../text/fields.ts';
import { describeAlert, showAmount } from './describe-alert.ts';
import type { Digest, DigestEntry } from './digest.ts';

const entryLine = (entry: DigestEntry, currency: string, locale: Locale): string => {
  const text = alertsText[locale];
  const alerts = entry.alerts.map(({ fact }) => describeAlert(fact, currency, locale));
  const parts = [
    `${entry.clientName} (${entry.clientId}, ${tierNames[locale][entry.tier]})`,
    ...alerts,
    text.valueAtRisk(showAmount(entry.valueAtRiskMinor, currency, locale)),
    ...(entry.coveredForName ? [text.coveredFor(entry.coveredForName)] : []),
  ];
  return `- ${parts.join(' · ')}`;
};

const section = (
  title: string,
  entries: readonly DigestEntry[],
  lines: (entry: DigestEntry) => string,
) => (entries.length === 0 ? [] : [title, ...entries.map(lines)]);

/** The whole digest; one line when there is nothing to say. */
export const digestLines = (digest: Digest, locale: Locale): string[] => {
  const text = alertsText[locale];
  const { businessDate, bookSize, currency, entries, moreCount } = digest;
  if (entries.length === 0) return [text.digestSilent(businessDate, bookSize)];
  const line = (entry: DigestEntry) => entryLine(entry, currency, locale);
  const counts = digest.headline.map(({ kind, count }) =>
    text.headlineItem(alertKindNames[locale][kind], count),
  );
  return [
    text.digestHeadline(text.digestTitle(businessDate), counts.join(' · ')),
    ...section(
      text.actToday,
      entries.filter(({ actToday }) => actToday),
      line,
    ),
    ...section(
      text.afterwards,
      entries.filter(({ actToday }) => !actToday),
      line,
    ),
    ...(moreCount > 0 ? [text.more(moreCount)] : []),
    text.digestFooter(businessDate, bookSize),
  ];
};
