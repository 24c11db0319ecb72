/** How the client is ranked: the tier that counts, the one that policy computes, the watch flag beside them. */
import { HIGH_VALUE_TIERS, TIERS } from '../../domain/client.ts';
import { tierNames } from '../../text/fields.ts';
import { type CatalogField, type CodeWords, field } from './field.ts';

/** Other label schemes are names for the same codes (rules.md); no scheme has "platinum". */
const tierWords: readonly CodeWords[] = [
  {
    codes: ['premier'],
    en: ['diamond', 'grade a', 'a grade'],
    zh: ['钻石', '钻石级', '高端级', 'a类', 'a级'],
  },
  {
    codes: ['key'],
    en: ['gold', 'grade b', 'b grade'],
    zh: ['黄金', '黄金级', '重点级', 'b类', 'b级'],
  },
  { codes: ['quality'], en: ['grade c', 'c grade'], zh: ['优质级', 'c类', 'c级'] },
  { codes: ['potential'], en: ['grade d', 'd grade'], zh: ['潜力级', 'd类', 'd级'] },
  { codes: ['class_1'], en: ['class one'], zh: ['1类'] },
  { codes: ['class_2'], en: ['class two'], zh: ['2类'] },
  { codes: ['class_3'], en: ['class three'], zh: ['3类'] },
  {
    codes: HIGH_VALUE_TIERS,
    en: ['high value', 'high net worth', 'hnw'],
    zh: ['高价值', '高净值'],
  },
  { codes: ['mass', 'potential', 'quality'], en: ['ordinary'], zh: ['普通'] },
  { codes: ['key', 'premier'], en: ['high tier'], zh: ['高层级', '高等级'] },
  { codes: ['quality'], en: ['mid tier', 'middle tier'], zh: ['中层级', '中等级'] },
  { codes: ['mass', 'potential'], en: ['low tier'], zh: ['低层级', '低等级'] },
];

const tierCodes = {
  codes: TIERS,
  codeNames: { en: tierNames.en, zh: tierNames['zh-CN'] },
  codeWords: tierWords,
};

export const tierFields: readonly CatalogField[] = [
  field({
    key: 'tier',
    type: 'code',
    name: { en: 'Tier', zh: '等级' },
    words: {
      en: [
        'class',
        'client class',
        'tier in force',
        'in force tier',
        'client tier',
        'corporate class',
        'corporate tier',
      ],
      zh: [
        '几类',
        '哪一类',
        '几类客户',
        '什么级别',
        '层级',
        '级别',
        '客户层级',
        '生效层级',
        '生效等级',
        '执行等级',
        '执行层级',
        '执行级别',
        '生效级别',
        '现行等级',
        '现行层级',
        '实际等级',
        '实际层级',
        '当前等级',
        '当前层级',
        '客户等级',
        '分层',
        '对公等级',
        '对公分类',
        '企业分类',
      ],
    },
    ...tierCodes,
    can: ['filter', 'group'],
    takes: 'day',
    moves: true,
  }),
  field({
    key: 'computedTier',
    type: 'code',
    name: { en: 'Computed tier', zh: '测算等级' },
    words: {
      en: ['provisional tier', 'system tier', 'tier by policy'],
      zh: [
        '系统测算层级',
        '系统测算等级',
        '系统测算级别',
        '测算层级',
        '系统层级',
        '系统等级',
        '计算层级',
        '计算等级',
        '测算级别',
        '系统级别',
      ],
    },
    ...tierCodes,
    codesNeedField: true,
    can: ['filter', 'group'],
    takes: 'day',
  }),
  field({
    key: 'watch',
    type: 'flag',
    name: { en: 'On watch', zh: '重点关注' },
    words: {
      en: ['watch', 'watch list', 'watchlist', 'on the watch list', 'under watch', 'watch flag'],
      zh: ['重点关注名单', '关注名单', '关注客户', '关注类'],
    },
    can: ['filter'],
  }),
  field({
    key: 'nextTierGap',
    type: 'money',
    name: { en: 'Gap to next tier', zh: '升级差额' },
    words: {
      en: [
        'short of the next tier',
        'away from the next tier',
        'missing for the next tier',
        'gap to the next tier',
        'next tier gap',
        'tier gap',
      ],
      zh: [
        '离下一级差',
        '距下一级差',
        '距离升级还差',
        '差升级',
        '距下一等级差额',
        '离升级差',
        '距上一级差额',
        '升级缺口',
        '升级差距',
        '距升级差额',
        '离升级还差',
      ],
    },
    can: ['filter', 'sort'],
    whenNull: 'none',
  }),
];
