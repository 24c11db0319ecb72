/** The words by which a follow-up says what it does to the last question. */

/**
 * - add: one condition, order or column more; replace: what is said of the same fact goes
 * - exclude: those who meet it go; forget: the condition on it goes; include: those who meet it as well
 */
export type PatchOp = 'add' | 'replace' | 'exclude' | 'forget' | 'include';

/** A cue stands at the beginning. `weak` ones count only where no noun makes it a question of its own. */
type Cue = { op: PatchOp; weak: boolean; words: RegExp };

const cue = (op: PatchOp, words: string, weak = false): Cue => ({
  op,
  weak,
  words: new RegExp(`^(?:${words})(?![a-z])[\\s,:，：]*`),
});

const OUT =
  'drop|exclude|excluding|remove|skip|leave out|without|omit|take out|not|except(?: for)?|other than|hide|minus|but not|no';
const OUT_ZH =
  '去掉|去除|排除|剔除|除掉|除去|除了|不要|别要|不看|不含|不包括|扣除|移除|拿掉|过滤掉|刨去';

/** In this order: the first that fits. */
export const CUES: readonly Cue[] = [
  cue('forget', 'regardless of|any|all|never mind|ignoring|ignore|whatever the'),
  cue('forget', '不限制?|不管|不论|无论|取消'),
  cue(
    'exclude',
    `(?:(?:and|but|now|then) )*(?:${OUT})(?: (?:anyone|anybody|everyone|all|those|them|these|ones|the ones|people|clients|whoever|the)(?! of))*(?: (?:who|that|whom))?(?: (?:are|is|were))?`,
  ),
  cue('exclude', `(?:再|并|还要?|然后)?(?:${OUT_ZH})`),
  cue(
    'replace',
    '(?:and |but )?(?:what about|how about|instead(?: of that)?|what if|change (?:it|that|this)? ?to|switch to|make (?:it|that)|use|using|try|do it|now)(?: (?:the|those|with|for))*',
  ),
  cue('replace', '(?:换成|换为|换|改成|改为|改用|改按|改|如果是|用|那么?)'),
  cue(
    'include',
    '(?:and )?(?:also |please )?(?:add|include|including|plus|as well as)(?: (?:the|those|ones))*',
  ),
  cue('include', '(?:再|还)?(?:加上|加入|加|包括|连同|附上|附)|还有'),
  cue(
    'add',
    '(?:and |but )?(?:only|just|keep(?: only)?|limit(?: it| them| that)? to|restrict(?: it| them)? to|narrow(?: it| them)?(?: down)? to|filter(?: it| them)?(?: by| to| for)?)(?: (?:the|those|them|these|ones|who|that|are|with))*',
  ),
  cue('add', '只看|只要|仅看|只保留|只留|保留|只显示|只列出?|筛选出?|仅限|限'),
  cue('add', '(?:and|also|but|then)(?: (?:the|those|ones|only|just|who|that|are))*', true),
  cue('add', '再|而且|并且|还要?|同时|另外|然后', true),
];

/** Words that stand for the clients of the last answer. */
export const THOSE =
  /\b(?:(?:(?:out )?of|among|from) (?:those|these|them|which|whom)(?: (?:clients|people|ones))?|(?:those|these)(?: (?:clients|people|ones|who|that|with))?|(?:the |which )?ones?(?: (?:who|that|with))?|them|they|it)\b|其中的?|(?:在?(?:这|那)(?:些|批|几)(?:个|位|名)?(?:客户|人|户)?|他们|她们|它们|上述客户?|上面的?)(?:里面?|里头|中间?|当中|之中)?/g;

/** "Who has most?" asks among those of the last answer, where no noun says otherwise. */
export const SUPERLATIVE =
  /\b(?:most|least|highest|lowest|biggest|largest|smallest)\b|最[高低多少大小]/;
export const NOUN = /\b(?:clients?|customers?|corporates|individuals|people|book)\b|客户|顾客|名下/;

export const LIMIT_TO =
  /^(?:show|list|limit(?: it| them| that)? to|only|just|show only|show just|只看|只要|只显示|显示)\s*(?<n>\d{1,3})\s*(?:个|位|户|条)?$/;

/** "And the premier ones?", 活跃的呢: others, where both at once make no sense. */
export const MILD = /^\s*and\b|呢[?？\s]*$/i;

/** "Their" asks for columns, so that it stays when the others go. */
export const THEIRS = /\b(?:their)\b/;

/** A noun for clients makes a question of its own of what has no cue. */
export const OWN_SUBJECT =
  /\b(?:clients?|customers?|corporates|individuals|compan(?:y|ies)|people|book|anyone|anybody|who|who's|which|whom)\b|客户|顾客|谁|名下|哪些|哪个|哪家|哪位|管户/;

export const LIST_THEM =
  /^(?:so |and |ok )?(?:who (?:are|is) (?:they|these|those|it|that)|list(?: them| these| those)?(?: all)?|show(?: me)?(?: them| these| those| the list| who)?|which ones|names?(?: please)?|the list)[?.!]*$|^(?:(?:他们|这些人?|那些人?|这些客户)?(?:都|分别)?(?:是|有)(?:谁|哪些|哪几个|哪几位)|列出来|列一下|名单|名单给我|列出名单|都有谁|有谁|分别是谁)[?.!吗呢]*$/;

export const ALL_OF_THEM =
  /^(?:show |list |give me )?(?:(?:all|every one) of them|all|everything|no limit|without (?:the|a) limit|the rest too)[?.!]*$|^(?:显示|列出|看)?(?:全部|所有)(?:显示|列出来?)?[?.!]*$|^不限(?:数量|个数|人数)$/;

export const COUNT_THEM =
  /^(?:so |and |ok )?how many(?: (?:are (?:there|they|those)|is that|in all|in total|of them|of those))*[?.!]*$|^(?:一?共)?(?:有)?(?:多少|几)(?:个|位|户|人|家)?(?:客户|人)?[?.!呢]*$/;

export const SHARE_THEM =
  /^(?:and )?what (?:share|percentage|proportion|percent)(?: (?:is|are) (?:that|they|those|this)| of my (?:book|clients) (?:is|are) (?:that|they|those))?[?.!]*$|^(?:占比(?:多少|是多少)?|占(?:我?管户)?(?:的)?(?:多少|百分之几|比例是?多少|比例))[?.!呢]*$/;

export const TURN_ROUND =
  /^(?:(?:in )?reverse(?: (?:it|them|order|the order))?|the other way (?:a?round)|反过来|倒过来|反序|逆序)[?.!]*$/;

/** The same question again: its definitions, or in another language. */
export const SAME_AGAIN =
  /^(?:(?:what|which) (?:rules?|definitions?|criteria|criterion|thresholds?|standard)\b.*|how (?:did you|do you|is that|was that|is it) (?:define|defined|calculated?|counted|count|work(?:ed)? (?:it|that) out).*|again|refresh|repeat(?: that)?|(?:say (?:it|that) )?in (?:english|chinese)|(?:请?用|说|换成)?(?:中文|英文|汉语|英语)(?:说|回答|显示)?|.*(?:用的|用了|采用)?(?:什么|哪个|哪条|怎样的)(?:规则|口径|标准|定义).*|(?:规则|口径|标准|定义)(?:是什么|是)?|再来一次|刷新)[?.!呢]*$/;

export const RESET =
  /^(?:reset|start over|start again|clear|(?:clear|remove|drop|forget) (?:all )?(?:the )?(?:filters?|conditions?|everything)|重新开始|重来|重置|清空|(?:清空|清除|去掉|取消)(?:所有|全部)?(?:的)?(?:条件|筛选|限制))[?.!吧]*$/;

/** Asks for the clients themselves, not how many they are. */
export const ASKS_WHO = /\b(?:who|which|whom)\b|谁|哪些|哪几|哪位|哪家/;

/** Said at the end, it puts the rest in place of what was said before. */
export const INSTEAD = /\binstead[?.!]*$/;

/** Said before a cue, and meaning nothing. */
export const POLITE =
  /^(?:ok(?:ay)?|so|please|pls|can you|could you|would you|now|then|well|great|thanks|thank you|show me|show|list|give me|let me see|好的?|行|请|麻烦|帮我|给我|嗯|接着|接下来)[\s,，.]+|^(?:好的?[,， ]|请|麻烦|帮我|给我|嗯[,， ]?|接着|接下来)/;

/** Said after everything else, and meaning nothing. */
export const TRAILING =
  /[\s,，]*(?:(?<=[a-z\d] )(?:instead|then|please|too|as well|now)|呢|吧|的话|[?!.？。！])$/;

export const FILTER_NOUN =
  / ?(?:filters?|conditions?|limits?|restrictions?|requirements?|criteri(?:on|a))$|的?(?:这个|那个)?(?:条件|限制|筛选|要求)$/;

export const COLUMN_NOUN = / ?columns?$|(?:这|那)?一?列$/;
