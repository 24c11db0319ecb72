/** How and how often the client was spoken with. */
import { CONTACT_CHANNELS } from '../../domain/client.ts';
import { channelNames } from '../../text/field-codes.ts';
import type { FieldKey } from '../field-keys.ts';
import { type CatalogField, field, type Words } from './field.ts';

type Counted = { name: { en: string; zh: string }; words: Words; events: Words };

const counted = (key: FieldKey, { name, words, events }: Counted): CatalogField =>
  field({
    key,
    type: 'count',
    name,
    words,
    eventWords: events,
    can: ['filter', 'sort', 'measure'],
    takes: 'period',
    feeds: ['contacts'],
  });

export const contactFields: readonly CatalogField[] = [
  field({
    key: 'lastContactChannel',
    type: 'code',
    name: { en: 'Channel of the last contact', zh: '最近联系方式' },
    words: { en: ['last contact channel'], zh: ['上次联系方式', '最近联系渠道', '上次联系渠道'] },
    codes: CONTACT_CHANNELS,
    codeNames: { en: channelNames.en, zh: channelNames['zh-CN'] },
    codesNeedField: true,
    can: ['filter', 'group'],
    whenNull: 'never',
    feeds: ['contacts'],
  }),
  field({
    key: 'lastContactNote',
    type: 'text',
    name: { en: 'Note of the last contact', zh: '最近联系备注' },
    words: {
      en: ['last contact note', 'what about', 'about what', 'notes', 'note'],
      zh: ['联系备注', '上次联系内容', '最近联系内容', '联系内容', '备注', '聊了什么', '谈了什么'],
    },
    whenNull: 'none',
    feeds: ['contacts'],
  }),
  field({
    key: 'contactDueOn',
    type: 'date',
    ahead: true,
    name: { en: 'Contact due on', zh: '应联系日期' },
    words: {
      en: ['next contact due', 'contact due date', 'contact due'],
      zh: ['应联系日', '下次应联系日', '联系到期日', '下次联系日'],
    },
    can: ['filter', 'sort'],
    whenNull: 'none',
    feeds: ['contacts'],
  }),
  field({
    key: 'contactOverdue',
    type: 'flag',
    name: { en: 'Contact overdue', zh: '联系超期' },
    words: {
      en: [
        'contact is overdue',
        'whose contact is overdue',
        'overdue for contact',
        'overdue contact',
        'overdue for a contact',
        'overdue for a call',
        'past their contact date',
      ],
      zh: [
        '联系已超期',
        '联系已经超期',
        '联系已逾期',
        '已超期未联系',
        '联系逾期',
        '超期未联系',
        '逾期未联系',
        '联系不达标',
        '联系未达标',
        '该联系',
      ],
    },
    can: ['filter'],
    feeds: ['contacts'],
  }),
  counted('contactCount', {
    name: { en: 'Number of contacts', zh: '联系次数' },
    words: {
      en: ['contact count', 'two way contacts'],
      zh: ['联系次数合计', '双向联系次数', '接触次数'],
    },
    events: { en: [], zh: [] },
  }),
  counted('callCount', {
    name: { en: 'Number of calls', zh: '通话次数' },
    words: {
      en: ['call count', 'phone calls'],
      zh: ['电话次数', '电联次数', '打电话次数'],
    },
    events: {
      en: [
        'call',
        'a call',
        'call with',
        'phone contact',
        'phone contacts',
        'phone conversation',
        'contact by phone',
        'contacted by phone',
        'reached by phone',
        'spoken to by phone',
        'spoken to on the phone',
        'rang',
        'spoken on the phone',
        'called',
        'phoned',
        'rung',
        'called by me',
      ],
      zh: [
        '通话',
        '通过话',
        '打过电话',
        '打电话',
        '电联',
        '电联过',
        '通过电话',
        '致电',
        '致电过',
        '电话联系过',
        '电话拜访',
        '电话沟通',
        '电话沟通过',
      ],
    },
  }),
  counted('visitCount', {
    name: { en: 'Number of visits', zh: '拜访次数' },
    words: {
      en: ['visit count', 'meetings'],
      zh: ['走访次数', '面访次数', '上门次数', '见面次数'],
    },
    events: {
      en: [
        'visit',
        'a visit',
        'been visited',
        'visited',
        'met',
        'met with',
        'meet',
        'meet with',
        'visited in person',
        'seen face to face',
      ],
      zh: [
        '拜访',
        '拜访过',
        '走访',
        '走访过',
        '见面',
        '见过面',
        '面访',
        '面访过',
        '上门',
        '上门过',
      ],
    },
  }),
  counted('messageCount', {
    name: { en: 'Number of messages', zh: '消息次数' },
    words: { en: ['message count', 'messages'], zh: ['短信次数', '消息数', '微信次数'] },
    events: { en: ['messaged', 'texted'], zh: ['发过消息', '发过短信', '短信联系', '短信联系过'] },
  }),
  counted('emailCount', {
    name: { en: 'Number of emails', zh: '邮件次数' },
    words: {
      en: ['email count', 'email contacts'],
      zh: ['邮件数', '邮件数量', '邮件联系次数'],
    },
    events: {
      en: [
        'got an email',
        'received an email',
        'was emailed',
        'got email',
        'emailed',
        'contacted by email',
        'contacted by e mail',
      ],
      zh: ['收到过邮件', '收到邮件', '发过邮件', '邮件联系过'],
    },
  }),
  counted('massMessageCount', {
    name: { en: 'Number of mass messages', zh: '群发次数' },
    words: {
      en: ['mass message count', 'mass messages', 'mass mailings'],
      zh: ['群发消息数', '群发短信次数'],
    },
    events: {
      en: ['mass messaged', 'sent a mass message'],
      zh: ['群发过', '群发过消息', '收到群发'],
    },
  }),
  counted('marketingContactCount', {
    name: { en: 'Number of marketing contacts', zh: '营销联系次数' },
    words: {
      en: ['marketing contacts', 'marketing contact count'],
      zh: ['营销次数', '营销接触次数'],
    },
    events: {
      en: ['marketed to', 'contacted for marketing'],
      zh: ['营销', '营销过', '营销联系', '营销联系过'],
    },
  }),
  counted('serviceContactCount', {
    name: { en: 'Number of service contacts', zh: '服务联系次数' },
    words: { en: ['service contacts', 'service contact count'], zh: ['服务次数', '服务接触次数'] },
    events: {
      en: ['contacted for service'],
      zh: ['服务联系', '服务联系过', '服务过'],
    },
  }),
];
