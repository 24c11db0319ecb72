/** Decides what the Home tab shows: how fresh the data are and what waits for whom. */
import type { HomeView, KnownBlock } from '@slack/types';
import type { Digest } from '../../alerts/digest.ts';
import { describeChange } from '../../coverage/describe-change.ts';
import type { Home, WaitingRequest } from '../../coverage/load-home.ts';
import type { Locale } from '../../domain/actor.ts';
import { tierNames } from '../../text/fields.ts';
import { slackText } from '../../text/slack.ts';
import { slackHomeText } from '../../text/slack-home.ts';
import { actions, button, clip, context, header, section } from './blocks.ts';
import { digestLines } from './digest.ts';
import { type HomeSettings, homeButtons, mixBlocks, settingsBlocks } from './home-parts.ts';
import { APPROVE, REJECT } from './notice.ts';

export const CANCEL = 'cancel_request';

const NAME_MAX = 200;

const requestBlocks = (
  request: WaitingRequest,
  locale: Locale,
  buttons: (request: WaitingRequest) => KnownBlock,
): KnownBlock[] => {
  const words = slackText[locale];
  const clientName = clip(request.clientName, NAME_MAX);
  return [
    section(describeChange({ ...request, clientName }, locale)),
    context([
      `${words.askedBy(clip(request.requestedBy, NAME_MAX))} · ${words.lapsesOn(request.lapsesOn)}`,
    ]),
    buttons(request),
  ];
};

const decideButtons =
  (locale: Locale) =>
  ({ requestId }: WaitingRequest): KnownBlock =>
    actions(`decide_${requestId}`, [
      button(APPROVE, slackText[locale].approve, requestId, 'primary'),
      button(REJECT, slackText[locale].reject, requestId, 'danger'),
    ]);

const cancelButton =
  (locale: Locale) =>
  ({ requestId }: WaitingRequest): KnownBlock =>
    actions(`cancel_${requestId}`, [button(CANCEL, slackText[locale].cancelRequest, requestId)]);

const list = (
  title: string,
  requests: readonly WaitingRequest[],
  locale: Locale,
  buttons: (request: WaitingRequest) => KnownBlock,
): KnownBlock[] =>
  requests.length === 0
    ? []
    : [header(title), ...requests.flatMap((each) => requestBlocks(each, locale, buttons))];

/** What the Home tab is drawn from; null = not to be had now. */
export type HomeFacts = {
  home: Home;
  /** Clients of the book by group, as an answer has them. */
  mix: { name: string; count: number }[];
  digest: Digest | null;
  settings: HomeSettings;
};

const ALERTS_SHOWN = 5;

const alertBlocks = (digest: Digest | null, locale: Locale): KnownBlock[] => {
  if (!digest) return [];
  const words = slackHomeText[locale];
  const lines = digestLines(digest, locale);
  const more = Math.max(0, lines.length - ALERTS_SHOWN) + digest.moreCount;
  return [
    header(words.alerts(digest.businessDate)),
    ...(lines.length > 0 ? lines.slice(0, ALERTS_SHOWN) : [section(words.noAlerts)]),
    ...(more > 0 ? [context([words.moreAlerts(more)])] : []),
  ];
};

const overrideBlocks = ({ overrides }: Home, locale: Locale): KnownBlock[] => {
  if (overrides.length === 0) return [];
  const words = slackHomeText[locale];
  const lines = overrides.map(({ clientName, tier, until }) =>
    words.override(clip(clientName, NAME_MAX), tierNames[locale][tier], until),
  );
  return [header(words.overrides), section(lines.join('\n'))];
};

/** The Home tab of a manager. */
export const homeView = ({ home, mix, digest, settings }: HomeFacts, locale: Locale): HomeView => {
  const words = slackText[locale];
  const fresh = home.businessDate ? words.homeDataAsOf(home.businessDate) : words.homeNoData;
  const waiting = [
    ...list(words.homeApprovals, home.toDecide, locale, decideButtons(locale)),
    ...list(words.homeRequests, home.asked, locale, cancelButton(locale)),
  ];
  return {
    type: 'home',
    blocks: [
      header(words.homeTitle),
      context([fresh]),
      section(words.homeHelp),
      homeButtons(locale),
      ...mixBlocks(mix, locale),
      ...alertBlocks(digest, locale),
      ...(waiting.length > 0 ? waiting : [section(words.homeNothing)]),
      ...overrideBlocks(home, locale),
      ...settingsBlocks(settings, locale),
    ],
  };
};

/** The Home tab of somebody who may not see anything. */
export const sentenceHome = (sentence: string): HomeView => ({
  type: 'home',
  blocks: [section(sentence)],
});
