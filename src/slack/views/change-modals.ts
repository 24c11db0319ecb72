/** Decides how the forms of /tier and /reassign look: what is, what shall be, since when or how long, and why. */
import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { ClientPreview } from '../../coverage/preview-client.ts';
import type { Locale } from '../../domain/actor.ts';
import { type Tier, tiersOf } from '../../domain/client.ts';
import { OVERRIDE_REASONS, REASON_TEXT_MAX, REASSIGN_REASONS } from '../../domain/reason-codes.ts';
import { coverageText } from '../../text/coverage.ts';
import { tierNames } from '../../text/fields.ts';
import { changeReasonNames } from '../../text/reasons.ts';
import { slackText } from '../../text/slack.ts';
import { clip, context, LABEL_MAX, MODAL_TITLE_MAX, OPTION_MAX, plain, section } from './blocks.ts';

export const TIER_MODAL = 'override_tier';
export const REASSIGN_MODAL = 'reassign_client';
/** One name for a field's block and its element: both are told apart by it. */
export const FIELD = {
  client: 'client',
  manager: 'manager',
  tier: 'tier',
  date: 'date',
  reasonCode: 'reason_code',
  reasonText: 'reason_text',
} as const;

const VALUE_MAX = 150;

export const option = (label: string, value: string): PlainTextOption => ({
  text: plain(label, OPTION_MAX),
  value,
});

/** A name and what tells two bearers of it apart. An id too long for Slack cannot be offered. */
export const optionsOf = (
  found: readonly { id: string; name: string; hint: string }[],
): PlainTextOption[] =>
  found
    .filter(({ id }) => [...id].length <= VALUE_MAX)
    .map(({ id, name, hint }) => ({
      ...option(name, id),
      description: plain(hint, OPTION_MAX),
    }));

/** What was in the command already; null = nothing. */
export type Prefilled = {
  client: ClientPreview | null;
  /** Said above the client's field, e.g. that several fit. */
  remark: string | null;
  reasonText: string | null;
};

const input = (
  name: string,
  label: string,
  element: Extract<KnownBlock, { type: 'input' }>['element'],
  more: { hint?: string; dispatch?: boolean } = {},
): KnownBlock => ({
  type: 'input',
  block_id: name,
  label: plain(label, LABEL_MAX),
  element,
  ...(more.hint ? { hint: plain(more.hint, LABEL_MAX) } : {}),
  ...(more.dispatch ? { dispatch_action: true } : {}),
});

const clientField = (locale: Locale, remark: string | null): KnownBlock[] => {
  const words = slackText[locale];
  const element = {
    type: 'external_select',
    action_id: FIELD.client,
    placeholder: plain(words.clientPlaceholder, VALUE_MAX),
    // One Chinese character is a whole name's worth of search.
    min_query_length: 1,
  } as const;
  return [
    ...(remark ? [context([remark])] : []),
    input(FIELD.client, words.clientLabel, element, { dispatch: true }),
  ];
};

const reasonFields = (
  codes: readonly (keyof (typeof changeReasonNames)['en'])[],
  text: string | null,
  locale: Locale,
): KnownBlock[] => {
  const words = slackText[locale];
  const options = codes.map((code) => option(changeReasonNames[locale][code], code));
  return [
    input(FIELD.reasonCode, words.reasonCodeLabel, {
      type: 'static_select',
      action_id: FIELD.reasonCode,
      options,
    }),
    input(
      FIELD.reasonText,
      words.reasonTextLabel,
      {
        type: 'plain_text_input',
        action_id: FIELD.reasonText,
        multiline: true,
        max_length: REASON_TEXT_MAX,
        ...(text ? { initial_value: clip(text, REASON_TEXT_MAX) } : {}),
      },
      { hint: words.reasonTextHint },
    ),
  ];
};

const dateField = (label: string, initial: string, hint?: string): KnownBlock =>
  input(
    FIELD.date,
    label,
    { type: 'datepicker', action_id: FIELD.date, initial_date: initial },
    hint ? { hint } : {},
  );

const modal = (
  callbackId: string,
  title: string,
  draftId: string,
  locale: Locale,
  blocks: KnownBlock[],
): ModalView => ({
  type: 'modal',
  callback_id: callbackId,
  private_metadata: draftId,
  title: plain(title, MODAL_TITLE_MAX),
  submit: plain(slackText[locale].submit, MODAL_TITLE_MAX),
  close: plain(slackText[locale].close, MODAL_TITLE_MAX),
  blocks,
});

const about = (client: ClientPreview, locale: Locale): string => {
  const words = slackText[locale];
  const tier = client.inForceTier ? tierNames[locale][client.inForceTier] : words.notAssessed;
  const manager = client.managerName ?? coverageText[locale].unowned;
  return [
    `${clip(client.name, 200)} (${clip(client.clientId, VALUE_MAX)})`,
    words.nowTier(tier),
    words.nowManager(clip(manager, 200)),
  ].join('\n');
};

/** The form of /tier; without a client it asks for one first, because the tiers depend on it. */
export const tierModal = (
  draftId: string,
  prefilled: Prefilled & { tier: string | null; until: string },
  locale: Locale,
): ModalView => {
  const words = slackText[locale];
  const { client, remark, reasonText, tier, until } = prefilled;
  if (!client)
    return modal(TIER_MODAL, words.tierTitle, draftId, locale, clientField(locale, remark));
  const names = tierNames[locale];
  const now = client.inForceTier;
  // Each choice says what it changes, so that the form shows old → new.
  const label = (code: Tier): string => {
    if (now === null) return names[code];
    return code === now ? words.asNow(names[code]) : words.oldToNew(names[now], names[code]);
  };
  const options = tiersOf(client.kind).map((code) => option(label(code), code));
  const chosen = options.find((each) => each.value === tier);
  const initial = chosen ? { initial_option: chosen } : {};
  return modal(TIER_MODAL, words.tierTitle, draftId, locale, [
    section(about(client, locale)),
    input(FIELD.tier, words.tierLabel, {
      type: 'static_select',
      action_id: FIELD.tier,
      options,
      ...initial,
    }),
    dateField(words.untilLabel, until, words.untilHint),
    ...reasonFields(OVERRIDE_REASONS, reasonText, locale),
  ]);
};

/** The form of /reassign. `manager`: an option that was found by the command's words. */
export const reassignModal = (
  draftId: string,
  prefilled: Prefilled & { manager: PlainTextOption | null; effectiveOn: string },
  locale: Locale,
): ModalView => {
  const words = slackText[locale];
  const { client, remark, reasonText, manager, effectiveOn } = prefilled;
  return modal(REASSIGN_MODAL, words.reassignTitle, draftId, locale, [
    ...(client ? [section(about(client, locale))] : clientField(locale, remark)),
    input(FIELD.manager, words.managerLabel, {
      type: 'external_select',
      action_id: FIELD.manager,
      placeholder: plain(words.managerPlaceholder, VALUE_MAX),
      min_query_length: 1,
      ...(manager ? { initial_option: manager } : {}),
    }),
    dateField(words.effectiveLabel, effectiveOn),
    ...reasonFields(REASSIGN_REASONS, reasonText, locale),
  ]);
};

/** What the form turns into when it was sent: one sentence. */
export const resultModal = (sentence: string, locale: Locale): ModalView => ({
  type: 'modal',
  title: plain(slackText[locale].resultTitle, MODAL_TITLE_MAX),
  close: plain(slackText[locale].closeResult, MODAL_TITLE_MAX),
  blocks: [section(sentence)],
});
