/** Decides how the book's mix, the shortcuts and the settings look on the Home tab. */
import type { KnownBlock } from '@slack/types';
import stringWidth from 'string-width';
import type { Locale } from '../../domain/actor.ts';
import { LOCALES } from '../../domain/actor.ts';
import { slackHomeText } from '../../text/slack-home.ts';
import { actions, button, clip, header, OPTION_MAX, plain } from './blocks.ts';
import { option } from './change-modals.ts';

export const HOME_FIND = 'home_find';
export const HOME_OVERRIDE = 'home_override';
export const HOME_REASSIGN = 'home_reassign';
export const HOME_DIGEST = 'home_digest';
export const LANGUAGE = 'choose_language';
export const DIGEST_TIME = 'choose_digest_time';
export const DIGEST_OFF = 'digest_off';
/** The choice to be spoken to as Slack is set. */
export const AUTOMATIC = 'automatic';

export type HomeSettings = {
  /** null = as Slack is set. */
  language: Locale | null;
  /** HH:MM, chosen or the bank's. */
  digestAt: string;
  digestOff: boolean;
};

/** As much as a phone shows on one line, with the numbers behind it. */
const BAR_WIDTH = 12;
const NAME_WIDTH = 24;

/** Charts are for messages only: on the Home tab bars are drawn with letters, aligned in wide ones too. */
export const mixBlocks = (
  mix: readonly { name: string; count: number }[],
  locale: Locale,
): KnownBlock[] => {
  const filled = mix.filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  const words = slackHomeText[locale];
  const names = filled.map(({ name }) => clip(name, NAME_WIDTH));
  const widest = Math.max(...names.map((name) => stringWidth(name)));
  const most = Math.max(...filled.map(({ count }) => count));
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const digits = number.format(most).length;
  const lines = filled.map(({ count }, index) => {
    const name = names[index] ?? '';
    const bar = '█'.repeat(Math.max(1, Math.round((count / most) * BAR_WIDTH)));
    const padded = `${name}${' '.repeat(widest - stringWidth(name))}`;
    const figures = `${number.format(count).padStart(digits)} ${share.format(count / total).padStart(4)}`;
    return `${padded}  ${figures}  ${bar}`;
  });
  return [
    header(words.mix(words.clients(total))),
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: lines.join('\n') }] },
      ],
    },
  ];
};

/** The forms of both changes, below a sentence that asked for one: text itself never writes. */
export const changeButtons = (locale: Locale): KnownBlock => {
  const words = slackHomeText[locale];
  return actions('change_buttons', [
    button(HOME_OVERRIDE, words.override_action, 'override'),
    button(HOME_REASSIGN, words.reassign_action, 'reassign'),
  ]);
};

/** Every command as a button: threads and phones have no commands. */
export const homeButtons = (locale: Locale): KnownBlock => {
  const words = slackHomeText[locale];
  return actions('home_buttons', [
    button(HOME_FIND, words.find, 'find', 'primary'),
    button(HOME_OVERRIDE, words.override_action, 'override'),
    button(HOME_REASSIGN, words.reassign_action, 'reassign'),
    button(HOME_DIGEST, words.digestNow, 'now'),
  ]);
};

export const settingsBlocks = (
  { language, digestAt, digestOff }: HomeSettings,
  locale: Locale,
): KnownBlock[] => {
  const words = slackHomeText[locale];
  const names = { en: words.english, 'zh-CN': words.chinese };
  const options = [
    option(words.automatic, AUTOMATIC),
    ...LOCALES.map((code) => option(names[code], code)),
  ];
  const initial = options.find(({ value }) => value === (language ?? AUTOMATIC));
  return [
    header(words.settings),
    { type: 'section', text: plain(digestOff ? words.digestIsOff : words.digestAt(digestAt), 300) },
    actions('home_settings', [
      {
        type: 'static_select',
        action_id: LANGUAGE,
        placeholder: plain(words.language, OPTION_MAX),
        options,
        ...(initial ? { initial_option: initial } : {}),
      },
      {
        type: 'timepicker',
        action_id: DIGEST_TIME,
        placeholder: plain(words.digestTime, OPTION_MAX),
        ...(digestOff ? {} : { initial_time: digestAt }),
      },
      ...(digestOff ? [] : [button(DIGEST_OFF, words.turnOff, 'off')]),
    ]),
  ];
};
