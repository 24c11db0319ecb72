/** Decides how a digest looks in Slack. */
import type { KnownBlock } from '@slack/types';
import { describeAlert, showAmount } from '../../alerts/describe-alert.ts';
import type { Digest, DigestEntry } from '../../alerts/digest.ts';
import type { Locale } from '../../domain/actor.ts';
import { alertKindNames, alertsText } from '../../text/alerts.ts';
import { tierNames } from '../../text/fields.ts';
import {
  boldPoints,
  clip,
  context,
  escapeMarkup,
  header,
  type MessageView,
  section,
} from './blocks.ts';
import { changeButtons } from './home-parts.ts';

/** Ten entries of name and facts stay below what Slack takes in a message. */
const NAME_MAX = 60;
const FACT_MAX = 300;

const entryBlock = (
  entry: DigestEntry,
  number: number,
  currency: string,
  locale: Locale,
): KnownBlock => {
  const text = alertsText[locale];
  const amount = (minor: string): string => showAmount(minor, currency, locale);
  const atRisk = BigInt(entry.valueAtRiskMinor) > 0n;
  const known = [
    tierNames[locale][entry.tier],
    amount(entry.aumMinor),
    ...(atRisk ? [text.valueAtRisk(amount(entry.valueAtRiskMinor))] : []),
    ...(entry.coveredForName ? [text.coveredFor(clip(entry.coveredForName, NAME_MAX))] : []),
  ];
  const facts = entry.alerts.map(({ fact }) => describeAlert(fact, currency, locale));
  const name = `${number}. ${clip(entry.clientName, NAME_MAX)}`;
  return boldPoints(name, ` · ${known.join(' · ')}`, facts, FACT_MAX);
};

/** The lines of a digest, most urgent first. */
export const digestLines = (digest: Digest, locale: Locale): KnownBlock[] =>
  digest.entries.map((entry, index) => entryBlock(entry, index + 1, digest.currency, locale));

const silent = (digest: Digest, locale: Locale): MessageView => {
  const line = alertsText[locale].digestSilent(digest.businessDate, digest.bookSize);
  return { text: escapeMarkup(line), blocks: [section(line)] };
};

/** The morning message: headline, what to do today, the rest, the data date; one line when nothing is new. */
export const digestView = (digest: Digest, locale: Locale): MessageView => {
  if (digest.entries.length === 0) return silent(digest, locale);
  const text = alertsText[locale];
  const { businessDate, bookSize, entries, moreCount } = digest;
  const title = text.digestTitle(businessDate);
  const headline = digest.headline
    .map(({ kind, count }) => text.headlineItem(alertKindNames[locale][kind], count))
    .join(' · ');
  const lines = digestLines(digest, locale);
  const todayCount = entries.filter((entry) => entry.actToday).length;
  const later = lines.slice(todayCount);
  const footer = text.digestFooter(businessDate, bookSize);
  return {
    text: escapeMarkup(`${title}: ${headline}`),
    blocks: [
      header(title),
      context([headline]),
      ...(todayCount > 0 ? [header(text.actToday), ...lines.slice(0, todayCount)] : []),
      ...(later.length > 0 ? [header(text.afterwards), ...later] : []),
      context([[...(moreCount > 0 ? [text.more(moreCount)] : []), footer].join(' · ')]),
      changeButtons(locale),
    ],
  };
};
