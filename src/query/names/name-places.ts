/** Where a text may name a client in words that the grammar knows otherwise: 邹天宇, 杭州长风商务服务有限公司, Gold Key Ltd. */
import { type Normalised, normalise } from '../understand/normalise.ts';

export type NamePlace = { start: number; end: number; by: 'id' | 'name'; name: string };

const PLACES_MAX = 6;

const SURNAME =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦马苗凤花方俞任袁柳史唐费廉岑薛雷贺倪汤殷罗毕郝邬安常乐于傅卞齐康伍余顾孟黄穆萧肖尹姚邵汪祁毛狄米贝戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应宗丁邓洪包左石崔吉龚程邢裴陆荣翁甄曲封储靳井段焦侯全宫宁仇甘武刘景詹龙叶黎白蒲邰池乔阴谭温庄晏柴瞿阎连习艾鱼容向古易慎廖耿匡国文寇东欧沃利师巩聂关查游权盖桓]|欧阳|司马|上官|诸葛|司徒|皇甫|尉迟|公孙|慕容|令狐|夏侯';

/** Characters that end a name: they belong to the question around it. */
const NOT_IN_NAME = '(?![的我你他她它是有在和与或不客户这那吗呢吧请把给被为怎什么多少几额续])';
const GIVEN = `(?:${NOT_IN_NAME}\\p{Script=Han})`;

const COMPANY =
  /[\p{Script=Han}()（）]{2,24}?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|集团|合作社|事务所|工厂|商行)/gu;
const PERSON = new RegExp(`(?=((?:${SURNAME})${GIVEN}{1,2}))`, 'gu');

const LEADING =
  /^(?:解释一?下|解释|说明|分析|说说|讲讲|请|帮我|给我|看看|看一下|介绍一下|介绍|查一下|查|为什么|上次联系|联系|客户|关于)+/;

const companiesIn = (text: string): NamePlace[] =>
  [...text.matchAll(COMPANY)].map(({ 0: found, index }): NamePlace => {
    const name = found.replace(LEADING, '');
    const end = index + found.length;
    return { start: end - name.length, end, by: 'name', name };
  });

/** A person's name of three characters before one of two: the longer says more. */
const personsIn = (text: string): NamePlace[] =>
  [...text.matchAll(PERSON)].flatMap(({ 1: found = '', index }) => {
    const shorter = found.length > 2 ? [found.slice(0, -1)] : [];
    return [found, ...shorter].map(
      (name): NamePlace => ({ start: index, end: index + name.length, by: 'name', name }),
    );
  });

const NUMBER = /(?<![\d.,a-z])(\d{5,12})(?![\d.,%a-z万千百亿元天日月年])(?:号?客户)?/g;

/** A number of five digits and more that is no amount may be a client's: 10005的家庭总资产. */
const numbersIn = (text: string): NamePlace[] =>
  [...text.matchAll(NUMBER)].map(({ 0: found, 1: name = '', index }) => ({
    start: index,
    end: index + found.length,
    by: 'id',
    name,
  }));

/** "白金客户" and "gold key clients" speak of clients of a kind, not of one. */
const ofAKind = (text: string, { end }: NamePlace): boolean =>
  /^\s*的?(?:客户|顾客|clients|customers)/.test(text.slice(end));

/** Where names of the common forms may stand, likeliest first; each is tried, and most are no names. */
export const placesByForm = ({ text }: Normalised): NamePlace[] =>
  [...numbersIn(text), ...companiesIn(text), ...personsIn(text)]
    .filter((place) => !ofAKind(text, place))
    .slice(0, PLACES_MAX);

const isLetter = (sign: string | undefined): boolean => /[a-z\d]/.test(sign ?? '');

/** Where known names stand in a text as whole words, the longest first. */
export const placesOf = ({ text }: Normalised, names: readonly string[]): NamePlace[] =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .flatMap((name) => {
      const spelled = normalise(name)?.text ?? '';
      const start = spelled.length < 2 ? -1 : text.indexOf(spelled);
      const end = start + spelled.length;
      const within =
        (isLetter(text[start - 1]) && isLetter(spelled[0])) ||
        (isLetter(text[end]) && isLetter(spelled.at(-1)));
      const place: NamePlace = { start, end, by: 'name', name };
      return start < 0 || within || ofAKind(text, place) ? [] : [place];
    })
    .slice(0, PLACES_MAX);
