/** Decides how one client looks on a page: who, tier and why, what changed, products, contacts, relatives. */
import type { DataTableBlock, KnownBlock } from '@slack/types';
import type { Brief, BriefLink, BriefProduct, BriefRelative } from '../../assistant/brief/brief.ts';
import type { Locale } from '../../domain/actor.ts';
import { productLineNames, tierNames } from '../../text/fields.ts';
import { changeReasonNames } from '../../text/reasons.ts';
import { slackText } from '../../text/slack.ts';
import { slackCardText } from '../../text/slack-card.ts';
import {
  actions,
  BUTTON_VALUE_MAX,
  button,
  clip,
  context,
  escapeMarkup,
  header,
  type MessageView,
  plain,
  titled,
} from './blocks.ts';
import { cellText, type Manner } from './cells.ts';
import { explanationBlocks } from './explanation.ts';

export const CARD_OVERRIDE = 'card_override';
export const CARD_REASSIGN = 'card_reassign';

const NAME_MAX = 100;
const NOTE_MAX = 120;
const CELL_MAX = 40;
const FIELDS_MAX = 10;
const PAGE_ROWS = 5;
const LIST_MAX = 2_000;
/** Shown in the head already, or below with its reasons. */
const NOT_A_FIELD = new Set(['name', 'clientId']);

type Words = (typeof slackCardText)[Locale];

const factFields = (brief: Brief, manner: Manner): KnownBlock[] => {
  const [row] = brief.answer.rows;
  if (!row) return [];
  const facts = brief.answer.columns
    .filter(({ key }) => !NOT_A_FIELD.has(key))
    .map((column) => {
      const fact = clip(cellText(column, row[column.key], manner), CELL_MAX * 2);
      return plain(`${clip(column.heading, CELL_MAX)}\n${fact}`, 200);
    });
  const pairs = Array.from({ length: Math.ceil(facts.length / FIELDS_MAX) }, (_, index) =>
    facts.slice(index * FIELDS_MAX, (index + 1) * FIELDS_MAX),
  );
  return pairs.map((fields) => ({ type: 'section', fields }));
};

const reasonName = (code: string, locale: Locale): string =>
  (changeReasonNames[locale] as Record<string, string>)[code] ?? code;

const changesOf = ({ moves, override }: Brief, locale: Locale): KnownBlock[] => {
  const words = slackCardText[locale];
  const names = tierNames[locale];
  const lines = [
    ...(override
      ? [
          words.override(
            names[override.tier],
            override.lastDay,
            reasonName(override.reasonCode, locale),
          ),
        ]
      : []),
    ...moves.map(({ on, from, to }) => words.moved(on, names[from], names[to])),
  ];
  return [titled(words.changes, lines.length > 0 ? lines : [words.noMoves])];
};

const renewalOf = ({ maturesOn, renewalInstructed }: BriefProduct, words: Words): string => {
  if (maturesOn === null) return '–';
  return renewalInstructed ? words.renewed : words.notRenewed;
};

const productTable = (products: readonly BriefProduct[], locale: Locale): DataTableBlock => {
  const words = slackCardText[locale];
  const cell = (text: string) => ({ type: 'raw_text' as const, text: clip(text, CELL_MAX) });
  const headings = [
    words.productHeading,
    words.balanceHeading,
    words.maturesHeading,
    words.renewalHeading,
  ];
  const rows = products.map((product) => {
    const { line, name, balance, currency, maturesOn } = product;
    const amount =
      balance === null
        ? '–'
        : new Intl.NumberFormat(locale, { style: 'currency', currency }).format(balance);
    const called = name ?? (productLineNames[locale] as Record<string, string>)[line] ?? line;
    return [
      cell(called),
      balance === null
        ? cell(amount)
        : { type: 'raw_number' as const, value: balance, text: clip(amount, CELL_MAX) },
      cell(maturesOn ?? '–'),
      cell(renewalOf(product, words)),
    ];
  });
  return {
    type: 'data_table',
    caption: words.products,
    page_size: PAGE_ROWS,
    rows: [headings.map(cell), ...rows],
  };
};

const productLines = (products: readonly BriefProduct[], locale: Locale): KnownBlock => {
  const { rows, caption } = productTable(products, locale);
  const lines = rows
    .slice(1)
    .map((row) => row.map((cell) => ('text' in cell ? cell.text : '')).join(' · '));
  return titled(caption, lines, LIST_MAX);
};

const productsOf = ({ products }: Brief, locale: Locale, tables: boolean): KnownBlock[] => {
  const words = slackCardText[locale];
  if (products.length === 0) return [titled(words.products, [words.noProducts])];
  return [tables ? productTable(products, locale) : productLines(products, locale)];
};

const contactsOf = ({ contacts }: Brief, locale: Locale): KnownBlock[] => {
  const words = slackCardText[locale];
  const channels = words as unknown as Record<string, string>;
  const lines = contacts.map(({ on, channel, twoWay, managerName, note }) =>
    [
      words.contact(
        on,
        channels[`channel_${channel}`] ?? channel,
        clip(managerName ?? '–', NAME_MAX),
      ),
      twoWay ? words.reached : words.notReached,
      ...(note ? [clip(note, NOTE_MAX)] : []),
    ].join(' · '),
  );
  const said = lines.length > 0 ? lines : [words.noContacts];
  return [titled(words.contacts, said, LIST_MAX)];
};

const relativeText = ({ name, clientId, tier }: BriefRelative, locale: Locale): string => {
  const known = tier ? ` · ${tierNames[locale][tier]}` : '';
  return `${clip(name, NAME_MAX)} (${clip(clientId, CELL_MAX)})${known}`;
};

const linkText = (link: BriefLink, locale: Locale): string => {
  const words = slackCardText[locale];
  const names = words as unknown as Record<string, string>;
  const relation = names[link.outgoing ? link.relation : `${link.relation}_in`] ?? link.relation;
  return words.link(relation, relativeText(link, locale));
};

const relativesOf = ({ household, links }: Brief, locale: Locale): KnownBlock[] => {
  const words = slackCardText[locale];
  const block = (title: string, lines: string[]): KnownBlock[] =>
    lines.length === 0 ? [] : [titled(title, lines, LIST_MAX)];
  return [
    ...block(
      words.household,
      household.map((each) => relativeText(each, locale)),
    ),
    ...block(
      words.links,
      links.map((each) => linkText(each, locale)),
    ),
  ];
};

const changeButtons = ({ clientId }: Brief, locale: Locale): KnownBlock[] => {
  const words = slackCardText[locale];
  if ([...clientId].length > BUTTON_VALUE_MAX) return [];
  return [
    actions('card_actions', [
      button(CARD_OVERRIDE, words.override_action, clientId),
      button(CARD_REASSIGN, words.reassign_action, clientId),
    ]),
  ];
};

export type CardManner = {
  /** The reader may ask for a change of this client. */
  mayChange: boolean;
  /** false = this workspace does not take tables. */
  tables: boolean;
};

/** The card, for direct messages only: it is never masked. */
export const cardView = (brief: Brief, { mayChange, tables }: CardManner): MessageView => {
  const { answer, name, clientId } = brief;
  const locale = answer.language;
  const words = slackText[locale];
  const manner: Manner = { locale, currency: answer.currency, masked: false };
  const title = `${clip(name, NAME_MAX)} (${clip(clientId, CELL_MAX)})`;
  const origin = [
    ...(answer.businessDate ? [words.dataAsOf(answer.businessDate)] : []),
    ...(answer.policyVersion ? [words.policyVersion(answer.policyVersion)] : []),
  ];
  return {
    text: escapeMarkup(title),
    blocks: [
      header(title),
      ...factFields(brief, manner),
      ...(answer.assessment ? explanationBlocks(answer.assessment, locale) : []),
      ...changesOf(brief, locale),
      ...productsOf(brief, locale, tables),
      ...contactsOf(brief, locale),
      ...relativesOf(brief, locale),
      context([origin.join(' · ')]),
      ...(mayChange ? changeButtons(brief, locale) : []),
    ],
  };
};
