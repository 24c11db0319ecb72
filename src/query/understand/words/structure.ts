/** Words that shape a question: joining, turning round, comparing, counting, ranking, grouping. */
import { marks, means, type WordEntry } from './entry.ts';

const joining: readonly WordEntry[] = [
  marks('pause', ',|;|:|.|?|!|。|、|；|，|：|？|！'),
  marks('and', 'and|as well as|&|和|与|以及|及'),
  marks('also', 'but|also|who also|且|并且|而且|同时|又|并|但|但是|另外|此外|而|同时又|任何|任一'),
  marks('orElse', 'or else|抑或'),
  marks('not', 'neither'),
  marks('negative', '负'),
  marks('became', 'became|become|变成|成为|变为|成了|新晋|转为'),
  marks(
    'renewal',
    'renewal instruction|renewal instructions|renewal|instruction|instructions|renewed|续接安排|续接|续期指示|续期安排|续作安排|续期|续作|到期安排|到期指示|续接指示|续作指令|续期指令|续存指令|续接指令|续约指令|转存指令|到期指令|续作指示|续存安排|续存指示|续约安排',
  ),
  means(
    { type: 'ageCompare', op: 'gt' },
    'older than|aged over|aged above|over the age of|above the age of',
  ),
  means(
    { type: 'ageCompare', op: 'lt' },
    'younger than|aged under|aged below|under the age of|below the age of',
  ),
  means({ type: 'ageCompare', op: 'eq' }, 'aged exactly'),
  means({ type: 'field', field: 'age' }, 'aged'),
  marks('amountOf', 'how often|how many times'),
  marks('complete', 'complete|completed'),
  marks('together', 'together|jointly'),
  marks('holders', 'holder|investor'),
  marks('went', 'moved|went|gone|jumped|slipped|climbed'),
  marks('differs', 'differ|differs|different'),
  means({ type: 'relative', sign: -1 }, 'lower'),
  means({ type: 'relative', sign: 1 }, 'higher'),
  marks('recorded', 'recorded|on record|on file|已登记|登记'),
  marks('make', '把|将'),
  marks(
    'versusWord',
    'vs|versus|compared with|compared to|compare with|compare to|relative to|in comparison with|against|比起|相比|相比于|对比|比较|相较于|较|比|跟|同|相较|compare|compared|comparing|comparison|对比一下|比一比|比一下',
  ),
  marks('or', 'or|或|或者|或是|/'),
  marks('to', 'into|onto|to|-|~|至|到'),
  marks(
    'between',
    'between|in the range of|in the range|range of|ranging from|anywhere between|介于|之间|区间',
  ),
  marks(
    'not',
    'not|no|non|no longer|not any longer|without|without a single|not a single|excluding|exclude|except|except for|other than|apart from|lacking|lack|nor|leaving out|minus',
  ),
  marks(
    'not',
    '不算|不|没|没有|未|非|不是|并非|不含|不包括|不包含|不属于|除|除了|除去|排除|剔除|还没|还没有|尚未|仍未|没有过|无|并未|并没有|未有|并不|不再',
  ),
  marks('never', 'never|从未|从来没有|从没|从没有|从不|未曾'),
  marks('ever', 'ever|曾经|曾'),
  marks('only', 'only|just|solely|nothing but|只|仅|只有|仅有|只持有|仅持有|只买了|只买过'),
  marks('was', 'was|were|used to be|had been|还是|曾是|曾经是|原来是|当时是|本来是'),
  marks(
    'has',
    'have|has|had|with|having|include|includes|contain|contains|worth|sitting on|sit on|hold|holding|holds|own|owns|有|持有|拥有|买了|买过|持|在我行有|held by|sits with|sit with|is with|belongs to|belong to|is held by|are held by|买|got|办了|办理了|开通了|开了',
  ),
  marks(
    'their',
    'their|his|her|its|including|showing|along with|together with|及其|他们的|其|附上',
  ),
];

const comparing: readonly WordEntry[] = [
  means(
    { type: 'compare', op: 'gt', side: 'before' },
    'more than|over|above|greater than|exceeding|exceeds|exceed|topping|north of|higher than|larger than|bigger than|>|in excess of',
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
    'or more|and more|and above|or above|and over|or over|and up|or higher|or longer|plus|+|or better|and higher|or up|upwards|or older|and older|or greater|or worse',
    '以上|及以上|或以上|或更多|及更多|或更久|或更高|及更高|起步|往上|和以上',
  ),
  means(
    { type: 'compare', op: 'lte', side: 'after' },
    'or less|or below|and below|or fewer|or under|or lower|and under|or younger|and lower|and less|or shorter',
    '以下|及以下|或以下|或更少|或更低|及更低|和以下',
  ),
];

const ranking: readonly WordEntry[] = [
  marks('front', '前'),
  marks('great', '大'),
  means({ type: 'rank', direction: 'desc', n: null, alone: false }, 'highest|greatest|most'),
  means({ type: 'rank', direction: 'desc', n: null, alone: false }, 'hardest|furthest|fastest'),
  means({ type: 'rank', direction: 'desc', n: null, alone: false }, '最高|最多|最长'),
  means({ type: 'rank', direction: 'asc', n: null, alone: false }, 'lowest|least|fewest'),
  means({ type: 'sort', field: 'csat', direction: 'asc', n: null }, 'least satisfied|least happy'),
  means({ type: 'sort', field: 'csat', direction: 'desc', n: null }, 'most satisfied|happiest'),
  means({ type: 'rank', direction: 'asc', n: null, alone: false }, '最低|最少|最短'),
  means(
    { type: 'rank', direction: 'desc', n: null, alone: true },
    'top|largest|biggest|wealthiest|richest|最大',
  ),
  means(
    { type: 'rank', direction: 'asc', n: null, alone: true },
    'bottom|smallest|poorest|倒数|最小',
  ),
  means(
    { type: 'direction', direction: 'desc' },
    'longest first|descending|desc|highest first|largest first|biggest first|high to low|most first|newest first',
    '从高到低|从大到小|由高到低|由大到小|从多到少|从晚到早|降序|倒序',
  ),
  means(
    { type: 'direction', direction: 'asc' },
    'shortest first|earliest first|ascending|asc|lowest first|smallest first|low to high|fewest first|oldest first',
    '从低到高|从小到大|由低到高|由小到大|从少到多|从早到晚|升序',
  ),
  marks('firstWord', 'first|排前面|排在前面|优先|在前'),
  marks('sortBy', 'sorted by|sort by|ordered by|order by|ranked by|rank by|in order of'),
  marks('sorted', 'sort|rank|order|sorted|ranked|排序|排列|排名|排|排一下|排一排'),
  marks('by', 'by|按|按照|根据|依'),
  marks(
    'nearTo',
    'closest to|nearest to|closest to being|nearest to being|nearest to becoming|closest to becoming',
  ),
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
  marks('amountOf', 'how much'),
  marks('howMuch', '多少|几多'),
  marks('howMany', 'headcount|head count|how many more|how many fewer'),
  marks('versusWord', 'than'),
  marks('sum', 'total|sum|sum of|total of|combined|合计|总|总计|总额|总和|总量'),
  marks('median', 'median|中位数|中位|中值'),
  marks('max', 'max|largest value of|highest value of|最大值|最高值'),
  marks('min', 'min|smallest value of|lowest value of|最小值|最低值'),
  marks('average', 'average|mean|avg|average of|on average|平均|人均|户均|均值|平均值'),
  marks('outOf', '占|占到|占了'),
  marks(
    'share',
    'share|percentage|proportion|share of|what share|percentage of|percent of|proportion of|what percentage',
  ),
  means({ type: 'percent', value: 50 }, 'half|one half'),
  means({ type: 'percent', value: 20 }, 'a fifth|one fifth'),
  means({ type: 'percent', value: 10 }, 'a tenth|one tenth'),
  marks(
    'share',
    'what fraction of|what fraction|fraction of|what proportion|what percent|what share of|what percentage of|占比|占多少|比例',
  ),
  marks(
    'share',
    '百分比|百分之几|比率|占比多少|占比是多少|占多大比例|的比例|what proportion of|what percent of|比重',
  ),
  marks('each', 'each|every|per|各|每|每个|各个|每一个|每一'),
  marks('grouped', 'grouped by|group by|broken down by|breakdown by|split by|distribution by'),
  marks(
    'grouped',
    'distribution|breakdown|cross tabulated|分组|统计|汇总|分布|分类|交叉统计|交叉|分组统计|分布情况',
  ),
];

export const structureWords: readonly WordEntry[] = [
  ...joining,
  ...comparing,
  ...ranking,
  ...counting,
];
