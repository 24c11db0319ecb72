/** Facts of the catalog as bankers call them in passing. */
import type { FieldKey } from '../../field-keys.ts';
import type { Meaning } from '../items.ts';
import { means, type WordEntry } from './entry.ts';

const field = (key: FieldKey, ...words: string[]): WordEntry =>
  means({ type: 'field', field: key }, ...words);

const event = (key: FieldKey, ...words: string[]): WordEntry =>
  means({ type: 'event', field: key }, ...words);

const code = (key: FieldKey, codes: string[], ...words: string[]): WordEntry =>
  means(
    { type: 'code', readings: [{ field: key, codes, needsField: false }], joined: 'none' },
    ...words,
  );

const flag = (key: FieldKey): Meaning => ({ type: 'flag', field: key, readings: [] });

const NOT_YET = ['没', '没有', '未', '尚未', '还没', '还没有', '还未', '一直没', '仍未'];
const SETTLED = '结 结案 结清 办结 处理 处理完 处理好 解决 解决掉 解决完 了结 关闭 闭环 办完'.split(
  ' ',
);

/** 投诉还没办结, 还没办结的投诉: the same of every verb. */
const unsettled = (noun: string): string[] =>
  NOT_YET.flatMap((not) =>
    SETTLED.flatMap((done) => [
      `${noun}${not}${done}`,
      `${not}${done}的${noun}`,
      `${not}${done}${noun}`,
      `${noun}还挂着${not}${done}`,
    ]),
  );

const PRIORITIES = [
  ['p1', '一级', '1级'],
  ['p2', '二级', '2级'],
  ['p3', '三级', '3级'],
  ['p4', '四级', '4级'],
] as const;

const UP = ['可以升级', '能升级', '才能升级', '就能升级', '可以升', '能升'];
const MISSING = [
  '再存多少',
  '还要存多少',
  '还需存多少',
  '还得存多少',
  '再存多少钱',
  '还差多少',
  '差多少',
];

export const everydayFacts: readonly WordEntry[] = [
  means(flag('openComplaint'), ...unsettled('投诉'), '投诉还挂着|投诉挂着|挂着投诉|投诉没闭环'),
  code('complaintSeverity', ['severe'], ...unsettled('严重投诉'), ...unsettled('重大投诉')),
  means(flag('openAlert'), ...unsettled('预警'), ...unsettled('提醒')),
  ...PRIORITIES.map(([priority, ...names]) =>
    code(
      'alertPriority',
      [priority],
      ...names.flatMap((name) => [`${name}预警`, `${name}提醒`, ...unsettled(`${name}预警`)]),
    ),
  ),
  means(flag('redList'), '失联红名单|红名单失联'),
  means(
    flag('demotionRunning'),
    'demotion clock在走|降级时钟在走|降级时钟走着|降级倒计时在走|倒计时在走|正在倒计时|进入降级倒计时',
  ),
  field(
    'nextTierGap',
    ...MISSING.flatMap((much) => UP.map((up) => `${much}${up}`)),
    '离升级还差多少|还差多少升级|差多少升级|距离升级还差多少',
  ),
  field('valueAtRisk', 'var|可能流失的资产|风险敞口'),
  field('aum', 'AUM余额|总资产规模|在我行资产|在我行的资产|在行资产'),
  field(
    'householdAum',
    '家里|家里人|家中|一家人|全家人|一家子|全家|家庭合计|全家合计|家庭总额|一家人的资产|家庭整体资产',
  ),
  field(
    'ownedCompaniesAum',
    '名下企业在我行资产|名下企业在我行的资产|名下公司在我行资产|名下公司在我行的资产|旗下企业在我行资产|旗下公司资产|旗下公司在我行资产',
  ),
  code('kind', ['corporate'], '名下企业客户|名下的企业客户|名下公司客户|名下对公客户'),
  means({ type: 'unknown' }, '名下企业|名下公司|名下的企业|名下的公司|旗下企业|旗下公司'),
  code('productLines', ['bond'], '国债|地方债|储蓄国债'),
  code('productLines', ['wealth_product'], '银行理财|净值型理财'),
  field('rfmRecency', 'r得|r打|rfm里r|rfm里的r|rfm里r得|rfm里r值|rfm中r'),
  field('rfmFrequency', 'f得|f打|rfm里f|rfm里的f|rfm里f得|rfm里f值|rfm中f'),
  field('rfmMonetary', 'm得|m打|rfm里m|rfm里的m|rfm里m得|rfm里m值|rfm中m'),
  event(
    'lastContactOn',
    '说上话|说过话|聊过|聊上|谈过|联系上|联系得上|沟通上|跟我说上话|跟我说过话|跟我聊过|跟我联系|跟我联系过|和我联系过|跟我沟通过|打过交道|互动过|互动',
  ),
  event('lastTransactionOn', '主动交易|主动动账|主动发生交易|主动交易过|动过钱|动过帐|动帐'),
  event('visitCount', '上门拜访|上门拜访过|登门拜访|登门拜访过|实地走访|走访过了|当面拜访'),
  event('callCount', '打电话联系|打电话联系过|打过电话联系'),
  event('serviceContactCount', '服务类联系|服务性联系|服务类接触|服务类联系过'),
  event('marketingContactCount', '营销类联系|营销性联系|营销类接触|营销类联系过'),
  field(
    'kycDueOn',
    'kyc什么时候到期|kyc何时到期|kyc哪天到期|kyc几时到期|kyc到期时间|kyc啥时候到期|kyc什么时候复审',
  ),
  event('onboardedOn', 'onboard|onboarded|onboard了|onboard过'),
  field('churnBand', '流失风险档|流失风险档位|流失档|流失风险级别'),
];
