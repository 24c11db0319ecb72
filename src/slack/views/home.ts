/** Decides what the Home tab shows: how fresh the data are and what waits for whom. */
import type { HomeView, KnownBlock } from '@slack/types';
import { describeChange } from '../../coverage/describe-change.ts';
import type { Home, WaitingRequest } from '../../coverage/load-home.ts';
import type { Locale } from '../../domain/actor.ts';
import { slackText } from '../../text/slack.ts';
import { actions, button, clip, context, header, section } from './blocks.ts';
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

/** The Home tab of a manager. */
export const homeView = (home: Home, locale: Locale): HomeView => {
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
      ...(waiting.length > 0 ? waiting : [section(words.homeNothing)]),
    ],
  };
};

/** The Home tab of somebody who may not see anything. */
export const sentenceHome = (sentence: string): HomeView => ({
  type: 'home',
  blocks: [section(sentence)],
});
