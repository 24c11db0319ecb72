/** How the client wants to be contacted, and for what not. */
import { CONTACT_CHANNELS } from '../../domain/client.ts';
import { channelNames } from '../../text/field-codes.ts';
import { type CatalogField, field } from './field.ts';

export const wishFields: readonly CatalogField[] = [
  field({
    key: 'optOut',
    type: 'flag',
    name: { en: 'Opted out of marketing', zh: '拒绝营销' },
    words: {
      en: [
        'opt out',
        'opted out',
        'marketing opt out',
        'do not market',
        'no marketing',
        'do not contact for marketing',
      ],
      zh: ['不接受营销', '免打扰', '退订', '退订营销', '已退订', '谢绝营销', '拒绝营销客户'],
    },
    can: ['filter'],
  }),
  field({
    key: 'preferredChannel',
    type: 'code',
    name: { en: 'Preferred channel', zh: '偏好渠道' },
    words: {
      en: ['preferred contact channel', 'prefer', 'prefers', 'preferring'],
      zh: ['首选渠道', '联系偏好', '偏好', '喜欢', '首选联系方式', '偏好联系方式'],
    },
    codes: CONTACT_CHANNELS.filter((channel) => channel !== 'mass_message'),
    codeNames: { en: channelNames.en, zh: channelNames['zh-CN'] },
    codeWords: [
      {
        codes: ['call'],
        alone: true,
        en: [
          'prefer a call',
          'prefers a call',
          'prefer calls',
          'prefer to be called',
          'prefer phone calls',
          'prefer the phone',
        ],
        zh: [
          '偏好电话',
          '喜欢电话',
          '首选电话',
          '偏好打电话',
          '偏好渠道为电话',
          '偏好渠道为电话联系',
          '联系偏好为电话',
        ],
      },
      {
        codes: ['visit'],
        alone: true,
        en: [
          'prefer a visit',
          'prefers a visit',
          'prefer visits',
          'prefer to be visited',
          'prefer meetings',
        ],
        zh: [
          '偏好上门',
          '喜欢上门',
          '偏好拜访',
          '喜欢面谈',
          '偏好面谈',
          '偏好渠道为上门',
          '偏好渠道为上门联系',
        ],
      },
      {
        codes: ['message'],
        alone: true,
        en: ['prefer a message', 'prefers a message', 'prefer messages', 'prefer text messages'],
        zh: [
          '偏好短信',
          '喜欢短信',
          '偏好消息',
          '偏好微信',
          '喜欢微信',
          '偏好渠道为短信',
          '偏好渠道为消息',
          '偏好渠道为消息联系',
        ],
      },
      {
        codes: ['email'],
        alone: true,
        en: ['prefer email', 'prefers email', 'prefer emails', 'prefer e mail', 'prefer an email'],
        zh: [
          '偏好邮件',
          '喜欢邮件',
          '首选邮件',
          '偏好渠道为邮件',
          '偏好渠道为邮件联系',
          '偏好电子邮件',
        ],
      },
    ],
    codesNeedField: true,
    can: ['filter', 'group'],
    whenNull: 'unknown',
  }),
];
