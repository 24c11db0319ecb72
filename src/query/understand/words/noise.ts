/** The closed list of words that carry no constraint, and the nouns for "clients". */
import { marks, means, type WordEntry } from './entry.ts';

/** 元 is said of whatever currency the bank reports in. */
export const REPORTING = 'reporting';

/** The assumed currency is named in the answer; another than the reporting currency is not understood. */
export const currencyWords: readonly WordEntry[] = [
  means({ type: 'currency', currency: REPORTING }, '元|块|块钱|元钱'),
  means({ type: 'currency', currency: 'CNY' }, 'yuan|rmb|cny|renminbi|元人民币|块人民币|人民币|¥'),
  means({ type: 'currency', currency: 'USD' }, 'dollar|usd|us$|$|美元|美金'),
  means({ type: 'currency', currency: 'EUR' }, 'euro|eur|€|欧元'),
  means({ type: 'currency', currency: 'GBP' }, 'pound|gbp|£|英镑'),
  means({ type: 'currency', currency: 'HKD' }, 'hkd|hong kong dollar|港元|港币'),
  means({ type: 'currency', currency: 'JPY' }, 'yen|jpy|日元'),
  means({ type: 'currency', currency: 'CZK' }, 'koruna|crown|czk|kč|克朗'),
];

export const noiseWords: readonly WordEntry[] = [
  marks('clients', 'client|customer|客户|用户|顾客'),
  marks(
    'whole',
    'whole|entire|whole book|my whole book|the whole book|my entire book|entire book|overall|整体',
  ),
  marks('counter', '个|位|名|户|家|人|款|种'),
  marks('points', 'points|point|pts|分'),
  marks('times', 'times|time|次|回|遍'),
  marks('percentSign', '%|percent|per cent|pct|percentage points'),
  marks('outside', '以外|之外|外'),
  marks('among', '里|里面|中|当中|之中|其中有'),
  marks('amongst', 'among|amongst|out of'),
  marks('theOne', 'which one'),
  marks('which', 'which|哪'),
  marks('yearsOld', '岁|周岁|years old|years of age|year old'),
  marks('thisClient', '这个客户|号客户|这位客户|号'),
  marks(
    'noise',
    'when|什么|什么时候|何时|show|show me|me|my|mine|our|list|list of|give|get|find|display|see|tell|look up',
  ),
  marks('noise', 'please|could|can|you|would like|i|we|want|want to see|want to know|like to see'),
  marks('noise', 'like to know|need to see|need to know|who|whom|what|whose|that|are|is'),
  marks('noise', 'am|be|do i have|i have|have i|have i got|have you|do we have|we have|there are'),
  marks('noise', 'the|a|an|of|in|on|at|for|do|does|did|been|being|there|any|anyone|anybody|all'),
  marks(
    'noise',
    'all my|all of my|current|right now|as of today|at the moment|as things stand|nowadays',
  ),
  marks('noise', 'thanks|thank you|hi|hello|hey|dear|ok|okay|bellwether'),
  marks('noise', 'in my book|my book|book|of mine|in my portfolio|under me|under my name|i cover'),
  marks('noise', 'i look after|i manage|still|at present|presently|kind of'),
  marks(
    'noise',
    'pls|plz|kindly|thx|cheers|ta|so|actually|just wondering|by the way|a lot|lot|ones',
  ),
  marks('noise', 'exactly who|basically|really|right|good morning|good afternoon|morning'),
  marks(
    'noise',
    'each of my|each of our|every one of my|them all|every one|pull up|pull|fetch|bring up|give us|us|let me see',
  ),
  marks('noise', 'want a list of|looking for|look for|i am looking for|as a list|in a list'),
  marks('both', 'both'),
  marks('noise', 'state|status|stage|hiya|u|ur|of their own|their own|themselves|made|of ours'),
  marks(
    'noise',
    'how long has|how long have|look after|looks after|covers|manages|across|throughout|yet|a single|single',
  ),
  marks('inTotal', 'in total|altogether|in all|all told|all together'),
  marks('whatDo', 'what do|what does|what did'),
  marks(
    'noise',
    '既|处于|状态|状态下|阶段|管|管着|管理的|负责的|却|但凡|分别|具体|整个|目前为止|这一批',
  ),
  marks('noise', 'people|those who|quickly|me a list of|a list of|me the|the list of|also show me'),
  marks(
    'noise',
    '我|我的|我们|我们的|我名下|我名下的|名下|我管的|我管户的|我管户|管户|手上|手里|的|地|了|着',
  ),
  marks(
    'noise',
    '哪些|哪个|哪几个|哪几位|哪位|谁|是谁|有谁|都有谁|有哪些|都有哪些|都有|有哪几个|有哪几位|是哪些',
  ),
  marks(
    'noise',
    '是|在|为|把|请|请问|麻烦|帮我|帮忙|给我|帮|看|看看|看一下|列|列出|列一下|列出来|列个',
  ),
  marks(
    'noise',
    '显示|查|查询|查一下|查看|找|找出|找一下|找出来|告诉我|一下|名单|清单|列表|情况|所有|全部|全体',
  ),
  marks(
    'noise',
    '取|截至目前|吗|呢|吧|啊|呀|哦|谢谢|你好|您好|您|你|都|也|还|仍|仍然|一共|总共|共|共有',
  ),
  marks(
    'noise',
    '我想|我要|看下|想看|想知道|我想知道|我想看|能否|能不能|有没有|劳驾|辛苦|拜托|嘛|哈|嗯|想问|想了解|问一下|请教',
  ),
  marks('noise', '\'|"|“|”|‘|’|(|)|【|】|「|」|《|》|（|）|…|*|_'),
];
