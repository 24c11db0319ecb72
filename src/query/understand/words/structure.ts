/** Words that shape a question: joining, turning round, comparing, counting, ranking, grouping. */
import { marks, means, type WordEntry } from './entry.ts';

const joining: readonly WordEntry[] = [
  marks('pause', ',|;|:|.|?|!|。|、|；|，|：|？|！'),
  marks('and', 'and|as well as|but|who also|also|&|且|并且|而且|同时|又|和|与|以及|及|并'),
  marks('or', 'or|either|或|或者|或是|/'),
  marks('to', 'to|-|~|至|到'),
  marks('between', 'between|之间'),
  marks('not', 'not|no|non|without|excluding|exclude|except|except for|other than|apart from'),
  marks(
    'not',
    '不|没|没有|未|非|不是|并非|不含|不包括|不包含|不属于|除|除了|除去|排除|剔除|还没|还没有|尚未|仍未|没有过',
  ),
  marks('never', 'never|从未|从来没有|从没|从没有|从不|未曾'),
  marks('ever', 'ever|曾经|曾'),
  marks('only', 'only|just|solely|只|仅|只有|仅有'),
  marks('was', 'was|were'),
  marks('has', 'have|has|had|with|having|hold|holding|holds|own|owns|有|持有|拥有|买了'),
  marks(
    'their',
    'their|his|her|its|including|showing|along with|together with|及其|他们的|其|附上',
  ),
];

const comparing: readonly WordEntry[] = [
  means(
    { type: 'compare', op: 'gt', side: 'before' },
    'more than|over|above|greater than|exceeding|exceeds|higher than|larger than|bigger than|>|in excess of',
    '超过|大于|高于|多于|超|逾',
  ),
  means(
    { type: 'compare', op: 'gte', side: 'before' },
    'at least|no less than|not less than|no fewer than|a minimum of|minimum|>=|≥|> =',
    '不低于|不少于|不小于|至少|达到|大于等于|大于或等于|不下于',
  ),
  means(
    { type: 'compare', op: 'lt', side: 'before' },
    'less than|under|below|fewer than|lower than|smaller than|<',
    '低于|小于|少于|不到|不足|不满|未满|未达到',
  ),
  means(
    { type: 'compare', op: 'lte', side: 'before' },
    'at most|no more than|not more than|up to|a maximum of|maximum|<=|≤|< =|not over|not above',
    '不超过|不高于|不大于|不多于|至多|小于等于|小于或等于',
  ),
  means({ type: 'compare', op: 'eq', side: 'before' }, 'exactly|equal to|equals|=|等于|正好'),
  means(
    { type: 'compare', op: 'gte', side: 'after' },
    'or more|and more|and above|or above|and over|or over|and up|or higher|or longer|plus|+',
    '以上|及以上|或以上|或更多|及更多|或更久',
  ),
  means(
    { type: 'compare', op: 'lte', side: 'after' },
    'or less|or below|and below|or fewer|or under|or lower|and under',
    '以下|及以下|或以下|或更少',
  ),
];

const ranking: readonly WordEntry[] = [
  marks('front', '前'),
  marks('great', '大'),
  means({ type: 'rank', direction: 'desc', n: null, alone: false }, 'highest|greatest|most'),
  means({ type: 'rank', direction: 'desc', n: null, alone: false }, '最高|最多|最长'),
  means({ type: 'rank', direction: 'asc', n: null, alone: false }, 'lowest|least|fewest'),
  means({ type: 'rank', direction: 'asc', n: null, alone: false }, '最低|最少|最短'),
  means({ type: 'rank', direction: 'desc', n: null, alone: true }, 'top|largest|biggest|最大'),
  means({ type: 'rank', direction: 'asc', n: null, alone: true }, 'bottom|smallest|倒数|最小'),
  means(
    { type: 'direction', direction: 'desc' },
    'descending|desc|highest first|largest first|biggest first|high to low|most first|newest first',
    '从高到低|从大到小|由高到低|由大到小|从多到少|从晚到早|降序|倒序',
  ),
  means(
    { type: 'direction', direction: 'asc' },
    'ascending|asc|lowest first|smallest first|low to high|fewest first|oldest first',
    '从低到高|从小到大|由低到高|由小到大|从少到多|从早到晚|升序',
  ),
  marks('sortBy', 'sorted by|sort by|ordered by|order by|ranked by|rank by|in order of'),
  marks('sorted', 'sort|rank|order|sorted|ranked|排序|排列|排名|排|排一下|排一排'),
  marks('by', 'by|按|按照|根据|依'),
  marks(
    'closest',
    'closest to moving up|nearest to moving up|closest to an upgrade|closest to promotion',
    '最接近升级|离升级最近|最接近升|离升最近|快要升级|最快能升',
  ),
];

const counting: readonly WordEntry[] = [
  marks('howMany', 'how many|number of|count|count of|the count of'),
  marks('howMany', '多少个|多少户|多少位|多少名|多少人|多少家|几个|几户|几位|几名|几家|几人'),
  marks('howMany', '数量|人数|户数|客户数|客户数量|个数'),
  marks('howMuch', 'how much|多少|几多'),
  marks('sum', 'total|sum|sum of|total of|combined|合计|总|总计|总额|总和|总量'),
  marks('average', 'average|mean|avg|average of|on average|平均|人均|户均|均值|平均值'),
  marks('share', 'share of|what share|percentage of|percent of|proportion of|what percentage'),
  marks('share', 'what proportion|what percent|what share of|what percentage of|占比|占多少|比例'),
  marks('share', '百分比|百分之几|what proportion of|what percent of|比重'),
  marks('each', 'each|every|per|各|每|每个|各个|每一个|每一'),
  marks('grouped', 'grouped by|group by|broken down by|breakdown by|split by|distribution by'),
  marks('grouped', 'distribution|breakdown|分组|统计|汇总|分布|分类|分别'),
];

export const structureWords: readonly WordEntry[] = [
  ...joining,
  ...comparing,
  ...ranking,
  ...counting,
];
