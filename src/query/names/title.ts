/** Takes the title from a name: "Mr Chen", 张总, 王女士 name a surname, 王丽女士 a whole name. */

import type { NamePlace } from './name-places.ts';

const ENGLISH = /^(?:mr|mrs|ms|miss|mdm|madam|dr|prof)\.? +(?<name>.+)$/i;
const CHINESE =
  /^(?<name>[\p{Script=Han}·]{1,4}?)(?:总|先生|女士|小姐|太太|夫人|老板|董事长|董|阿姨|叔叔|老师|医生|主任|局长|院长|校长|律师|教授)$/u;

export type Titled = { name: string; titled: boolean };

export const withoutTitle = (text: string): Titled => {
  const name = (ENGLISH.exec(text) ?? CHINESE.exec(text))?.groups?.name;
  return name === undefined ? { name: text, titled: false } : { name, titled: true };
};

/** Common surnames after which 总 is a title; those that are words of a question before 总 are left out. */
const SURNAMES =
  '张王李赵刘陈杨黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳欧甄卓屈';

const PLACE = new RegExp(
  `(?:^|(?<=[\\s,，。：:、看查问给对与和跟及绍释客户]))(?<name>(?:欧阳|司马|上官|诸葛|[${SURNAMES}])(?:总|董)(?![资额量计和数体共存贷投收资产]))`,
  'u',
);

/** Where a text names somebody by surname and 总 or 董, which are words of a question otherwise. */
export const titledName = (text: string): NamePlace | null => {
  const match = PLACE.exec(text);
  const name = match?.groups?.name;
  if (!match || name === undefined) return null;
  return { start: match.index, end: match.index + match[0].length, by: 'name', name };
};
