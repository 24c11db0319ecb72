/** Chinese idioms that are made of parts: every wish for a channel, every way a number is of no use, every rate. */
import { type Idiom, says } from './idiom.ts';

const each = (befores: string, afters: string): string[] =>
  befores.split('|').flatMap((before) => afters.split('|').map((after) => `${before}${after}`));

const WISHES = '偏好|喜欢|更喜欢|偏爱|习惯|更习惯|倾向|倾向于|愿意|希望|更愿意';
const BY = '|用|通过|以|走';

/** Everyone who wishes to be reached so, whatever the verb: 偏好用短信沟通, 喜欢微信联系. */
const wish = (canonical: string, channels: string, verbs: string): Idiom => {
  const said = each(channels, verbs);
  const all = each(WISHES, BY).flatMap((before) => said.map((after) => `${before}${after}`));
  const noun = each(channels, '联系|沟通').map((after) => `偏好渠道是${after}`);
  return says(canonical, ...all.filter((one) => one !== canonical), ...noun);
};

const wishes: readonly Idiom[] = [
  wish('偏好短信', '短信|消息|微信|发短信|发微信|发消息', '联系|沟通|交流|联络|接触'),
  wish('偏好电话', '电话|打电话|通电话', '联系|沟通|交流|联络|接触'),
  wish('偏好上门', '面谈|上门|当面|拜访|见面|面对面', '联系|沟通|交流|联络|接触'),
];

const NUMBERS = '电话|手机|手机号|手机号码|电话号码|联系电话|联系方式里的电话';
const OF_NO_USE =
  '无效|失效|已失效|是空号|空号|停机|已停机|不可用|不能用|用不了|已停用|是无效的|不是有效的';

const phones: readonly Idiom[] = [
  says(
    '没有电话',
    ...each(NUMBERS, OF_NO_USE).filter((one) => one !== '电话无效'),
    '无效手机号|无效手机|无效手机号码|无效电话号码|无效的电话|无效的手机号|没有有效电话|没有有效手机号|无有效电话|无有效手机号',
  ),
  says('有效电话', '手机号有效|电话有效|手机有效|有可用电话|有可用手机号|手机号可用|电话可用'),
];

/** 逾期率: the share of those of whom it is so. */
const rates: readonly Idiom[] = [
  says('联系超期占比', ...each('联系|接触|回访', '逾期率|超期率|超时率')),
  says('沉睡占比', '沉睡率|沉睡户占比率|沉睡客户率'),
  says('活跃占比', '活跃率|活跃客户率'),
  says('kyc逾期占比', 'kyc逾期率|kyc超期率|kyc过期率'),
  says('红名单占比', '失联率|红名单率'),
];

export const madeIdioms: readonly Idiom[] = [...wishes, ...phones, ...rates];
