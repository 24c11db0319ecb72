/** Words of what is wanted besides a list, vague words that need a choice, and words that are refused. */
import type { Move } from '../../query-plan.ts';
import type { VagueWord } from '../items.ts';
import { marks, means, type WordEntry } from './entry.ts';

const moves = (direction: Move, words: string): WordEntry[] => [
  means({ type: 'move', is: true, direction, from: null, to: null }, words),
];

const trends = (sign: -1 | 1, words: string, relative = false): WordEntry[] => [
  means({ type: 'trend', sign, relative, field: null }, words),
];

const VERY =
  'fairly|quite|rather|relatively|pretty|reasonably|comparatively|very|really|especially';

/** The words, each also after "fairly" and the like; those that are codes alone are vague only so. */
const vague = (kind: VagueWord, english: string, chinese = ''): WordEntry[] => [
  means({ type: 'vague', vague: kind }, english, chinese),
  ...english
    .split('|')
    .flatMap((word) =>
      VERY.split('|').map((adverb) => means({ type: 'vague', vague: kind }, `${adverb} ${word}`)),
    ),
];

export const intentWords: readonly WordEntry[] = [
  ...moves(
    'up',
    'promoted|moved up|move up|moving up|went up a tier|upgraded|promotion|got promoted',
  ),
  ...moves(
    'up',
    'moved up a tier|move up a tier|gone up a tier|rose a tier|stepped up|been promoted',
  ),
  ...moves(
    'up',
    '升级|升级到|升到|升至|升为|升上来|晋级|级别上升|层级上升|等级上升|级别提升|层级提升|升档|晋升|被升级|升了级',
  ),
  ...moves(
    'up',
    '升上去|升成|升级为|升级成|升级至|升级过|升过级|升过档|升了档|晋过级|提升到|层级升级|级别升级|升级了',
  ),
  ...moves(
    'down',
    'demoted|moved down|move down|dropped a tier|drop a tier|went down a tier|downgraded',
  ),
  ...moves(
    'down',
    'demotion|got demoted|been demoted|moved down a tier|fell a tier|lost a tier|slipped a tier',
  ),
  ...moves(
    'down',
    'dropped down a tier|lost their tier|drop down a tier|dropping a tier|slipped down',
  ),
  ...moves(
    'down',
    '降级|被降级|降级到|降到|降至|降为|掉级|掉到|掉下来|降下来|级别下降|层级下降|等级下降|级别下调|降档|降了级',
  ),
  ...moves(
    'down',
    '掉档|降成|降级为|降级成|降级至|降级过|掉过级|降过级|掉过档|降过档|掉级了|级别降低|层级降低|掉出|跌出|层级降级|级别降级|降级了',
  ),
  ...moves(
    'any',
    'changed tier|changed tiers|tier changed|changed their tier|tier change|tier changes|tier has changed',
  ),
  ...moves(
    'any',
    '层级变动|级别变动|层级变化|级别变化|等级变动|等级变化|层级有变动|级别有变动|层级发生变化|级别发生变化|换了层级|层级调整过|层级变了|级别变了|等级变过|层级变过|级别变过|变过等级|变过层级|层级有变化|级别有变化',
  ),
  marks('dropped', 'dropped|drop|fallen'),
  marks('moved', 'tagged|rated|classed|被评为|评为|被列为|列为|属于|归为|被归为|算'),
  ...trends(
    -1,
    'fell|fallen|dropped by|decreased|declined|down|shrunk|shrank|went down|gone down|has fallen|fall|falling',
  ),
  ...trends(
    -1,
    'has dropped|have dropped|fell by|down by|decline|decrease|shrink|lower by|have fallen|reduced|reduction',
  ),
  ...trends(-1, '下降|减少|下跌|缩水|跌|降|下滑|降低|下降了|减少了|少了|掉了|跌了|降了|缩减'),
  ...trends(
    1,
    'rose|risen|increased|grew|grown|up by|went up|gone up|rise|increase|growth|growing|rising|gained|has grown',
  ),
  ...trends(1, 'has risen|have risen|have grown|grow|gain'),
  ...trends(1, '增长|上升|增加|上涨|涨|增长了|增加了|多了|涨了|提高|提升|升|上升了'),
  ...trends(
    -1,
    '跌幅|降幅|下降幅度|下跌幅度|percentage drop|percentage decline|percentage fall',
    true,
  ),
  ...trends(
    1,
    '涨幅|增幅|增长幅度|上涨幅度|percentage increase|percentage rise|percentage growth',
    true,
  ),
  means(
    { type: 'trend', sign: -1, relative: false, field: 'netInflow' },
    'net outflow|net outflows|net money out|net withdrawal|net withdrawals',
  ),
  means(
    { type: 'trend', sign: -1, relative: false, field: 'netInflow' },
    '净流出|资金净流出|净流出额|净流出金额',
  ),
  means({ type: 'signed', sign: 1 }, 'positive|为正|为正数|是正的|大于零|above zero'),
  means({ type: 'signed', sign: -1 }, 'negative|为负|为负数|是负的|小于零|below zero'),
  marks('lost', 'lost|lose|losing'),
  marks(
    'changed',
    'change|changed|changes|has changed|have changed|how did|how has|how have|development of',
  ),
  marks('changed', '变化|变化了|变化情况|变动|变动情况|变化如何|有什么变化|怎么变|增减'),
  marks(
    'why',
    'why|explain|explain why|how come|what makes|what made|what is behind|what lies behind|behind|what explains|what caused|what drives|what drove|the reason why|reasons why|为什么|为何|为啥|怎么会|怎么|解释|解释一下|原因|什么原因',
  ),
  marks('brief', 'brief|briefing|brief on|a brief on|tell me about|about|profile of|profile'),
  marks(
    'brief',
    'one minute brief|a one minute brief on|overview of|summary of|details of|details',
  ),
  marks('brief', '概况|概览|简介|画像|基本情况|详情|介绍|介绍一下|什么情况|怎么样'),
  means(
    { type: 'measure', of: 'sum', field: 'aum' },
    'how much do they hold|how much do they have|how much they hold|how much money|how much is that',
    '多少钱|共多少钱|合计多少钱|一共多少钱|多少资金|涉及资产多少|涉及多少资产',
  ),
  means({ type: 'vague', vague: 'recently' }, 'recently|recent|lately|近期|最近一段时间|这段时间'),
  ...vague('large', 'big|large|rich|wealthy|high', '大额|有钱|有钱的'),
  means(
    { type: 'vague', vague: 'large' },
    'a lot of money|lots of money|a lot of|lots of|much money|several|many|multiple|numerous',
  ),
  ...vague('small', 'small|low', '小客户|小额'),
  means(
    { type: 'vague', vague: 'small' },
    'little money|not much money|modest|few|only a few|hardly any',
  ),
  ...vague('important', 'important|significant|valuable|good|best|profitable|attractive|promising'),
  ...vague('young', 'young|youngish', '年轻'),
  ...vague('old', 'old', '年长'),
  ...vague('unhappy', 'unhappy|dissatisfied|unsatisfied|disgruntled', '不满意|不满的'),
  means({ type: 'vague', vague: 'oldest' }, 'oldest'),
  means({ type: 'sort', field: 'age', direction: 'asc', n: null }, 'youngest'),
  means({ type: 'sort', field: 'aum', direction: 'desc', n: null }, 'the most money|most money'),
  means({ type: 'sort', field: 'aum', direction: 'asc', n: null }, 'the least money|least money'),
  means(
    { type: 'vague', vague: 'callFirst' },
    'should i call first|should i contact first|should i call|should i contact|should i call today',
    'should i contact today|should i speak to first|to call first|to contact first|should call first',
  ),
  means({ type: 'vague', vague: 'inactive' }, 'inactive|不动户|睡眠户'),
  means(
    { type: 'vague', vague: 'churnRisk' },
    'at risk of churn|at risk of leaving|at risk of churning|at risk of attrition|likely to leave',
    'likely to churn|may leave|might leave|about to leave',
  ),
  means({ type: 'vague', vague: 'highRisk' }, 'high risk|risky|at risk|高风险|风险高|风险大'),
  means(
    { type: 'vague', vague: 'longTime' },
    'a long time|for long|for ages|for a while|for some time|in a while|in ages|in a long time|很久|好久|长时间|长期',
  ),
];

export const refusedWords: readonly WordEntry[] = [
  marks('team', 'team|the whole team|whole team|my team|our team'),
  marks(
    'wholeBranch',
    'whole branch|entire branch|whole team|entire team|all of the branch|整个支行|全支行|整个分行|全分行|整个团队|全团队',
  ),
  marks(
    'wholeBank',
    'whole bank|entire bank|the bank|bank wide|bankwide|all branches|every manager|all managers|every rm|all rms',
    '全行|整个银行|所有支行|所有客户经理|所有经理|全部客户经理',
  ),
  means(
    { type: 'refuse', reason: 'other_book' },
    'other managers|another manager|other manager|everyone else|colleague|pretend|rm_id|manager_id|not mine',
    'somebody else|someone else|anyone here|our bank|this bank|other branches|other branch|other books',
    'everybody|everyone|everyone else',
    '所有人|每个人|大家|所有同事|其他经理|别的经理|其他客户经理|别的客户经理|同事|别人|他人|其他人|假装|我们银行|其他支行|别的支行',
  ),
  means(
    { type: 'refuse', reason: 'write_request' },
    'snooze|reschedule|set|change the tier|change tier|change the manager|another manager for|delete|remove|update|insert|transfer|reassign|override|upgrade|downgrade|email|e-mail|send',
    'export|download|assign|approve|create|edit|modify|save|truncate|alter',
    'close|mark|enrol|enroll|关闭|移出|移入|加入|解除|撤销|标记|登记为|删除|删掉|修改|更改|更新|转账|转给|划转|移交|调整|导出|下载|发送|发给|发邮件|邮件|新建|创建|审批|保存|分配|改成|改为|设为',
  ),
  means(
    { type: 'refuse', reason: 'sensitive' },
    'aml alert|aml alerts|aml case|aml cases|money laundering alert|suspicious transaction report',
    '反洗钱预警|反洗钱警报|反洗钱案件|洗钱预警|可疑交易报告|可疑交易',
    'phone|phone number|telephone|mobile|address|id number|passport|password|id card|wechat|birthday',
    'date of birth|identity card|card number|account number|phones|addresses|phone numbers',
    '电话|手机|手机号|电话号码|地址|身份证|身份证号|证件号|护照|密码|微信|微信号|生日|卡号|账号|住址|出生日期',
  ),
  means(
    { type: 'refuse', reason: 'sensitive' },
    'aml alert|aml case|aml report|aml detail|aml finding|suspicious transaction|suspicious activity',
  ),
  means(
    { type: 'refuse', reason: 'out_of_scope' },
    'system prompt|prompt|tool schema|your instructions|previous instructions|ignore|weather|stock|stocks',
    'share price|exchange rate|joke|poem|news|jailbreak',
    '系统提示|提示词|天气|股票|股价|汇率|笑话|写诗|行情|新闻|忽略',
  ),
];
