/** Decides how a notice about a change looks, and where it carries buttons. */
import type { KnownBlock } from '@slack/types';
import type { DataQualityNotice } from '../../alerts/report-held.ts';
import { describeChange } from '../../coverage/describe-change.ts';
import type { Notice } from '../../coverage/notices.ts';
import type { Locale } from '../../domain/actor.ts';
import { alertKindNames, alertsText } from '../../text/alerts.ts';
import { coverageText } from '../../text/coverage.ts';
import { changeReasonNames } from '../../text/reasons.ts';
import { slackText } from '../../text/slack.ts';
import {
  actions,
  button,
  clip,
  context,
  escapeMarkup,
  type MessageView,
  section,
} from './blocks.ts';

export const APPROVE = 'approve_request';
export const REJECT = 'reject_request';

const NAME_MAX = 200;

const titleOf = (notice: Notice, what: string, locale: Locale): string => {
  const words = coverageText[locale];
  if (notice.event === 'approval_needed')
    return slackText[locale].approvalNeeded(notice.requestedBy);
  if (notice.event === 'stale') return words.staleRequest(what);
  return words[notice.event](what);
};

const dataQuality = (notice: DataQualityNotice, locale: Locale): MessageView => {
  const { kind, clients, base, businessDate } = notice;
  const name = alertKindNames[locale][kind];
  const line = alertsText[locale].dataQuality(name, clients, base, businessDate);
  return { text: escapeMarkup(line), blocks: [section(line)] };
};

const details = (notice: Notice, what: string, locale: Locale): KnownBlock[] => {
  const words = slackText[locale];
  const { change, requestedBy, decidedBy, event } = notice;
  const reason = words.reasonLine(changeReasonNames[locale][change.reasonCode], change.reasonText);
  const people = [
    ...(event === 'approval_needed' ? [] : [words.askedBy(requestedBy)]),
    ...(decidedBy ? [words.decidedBy(decidedBy)] : []),
  ];
  return [
    ...(event === 'approval_needed' ? [section(what)] : []),
    context([reason, ...people], 1_000),
  ];
};

/** A notice in words; only one that asks for an approval carries buttons. */
export const noticeView = (notice: Notice | DataQualityNotice, locale: Locale): MessageView => {
  if (notice.event === 'data_quality') return dataQuality(notice, locale);
  const words = slackText[locale];
  const clientName = clip(notice.clientName, NAME_MAX);
  const what = describeChange({ ...notice, clientName }, locale);
  const title = titleOf(notice, what, locale);
  const buttons = actions('decide', [
    button(APPROVE, words.approve, notice.requestId, 'primary'),
    button(REJECT, words.reject, notice.requestId, 'danger'),
  ]);
  return {
    text: escapeMarkup(notice.event === 'approval_needed' ? `${title}: ${what}` : title),
    blocks: [
      section(title),
      ...details(notice, what, locale),
      ...(notice.event === 'approval_needed' ? [buttons] : []),
    ],
  };
};
