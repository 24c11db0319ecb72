/** Words of what is wanted besides a list, vague words that need a choice, and words that are refused. */
import { marks, means, type WordEntry } from './entry.ts';

export const intentWords: readonly WordEntry[] = [
  marks('moved', 'moved up|move up|promoted|moved down|dropped|drop|demoted|tagged|rated|classed'),
  marks('moved', '升到|升级到|升级|掉到|降到|降级|掉级|被评为|评为|被列为|列为|属于'),
  marks(
    'why',
    'why|explain|explain why|how come|为什么|为何|为啥|怎么会|怎么|解释|解释一下|原因|什么原因',
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
  means({ type: 'vague', vague: 'large' }, 'big|large|rich|wealthy|大额|有钱|有钱的'),
  means({ type: 'vague', vague: 'small' }, 'small|小客户|小额'),
  means({ type: 'vague', vague: 'inactive' }, 'inactive|不动户|不活跃|睡眠户'),
  means({ type: 'vague', vague: 'highRisk' }, 'high risk|risky|高风险|风险高|风险大'),
  means(
    { type: 'vague', vague: 'longTime' },
    'a long time|for long|for ages|很久|好久|长时间|长期',
  ),
];

export const refusedWords: readonly WordEntry[] = [
  marks(
    'wholeBank',
    'whole bank|entire bank|the bank|bank wide|bankwide|all branches|every manager|all managers|every rm|all rms',
    '全行|整个银行|所有支行|所有客户经理|所有经理|全部客户经理',
  ),
  means(
    { type: 'refuse', reason: 'other_book' },
    'other managers|another manager|other manager|everyone else|colleague|pretend|rm_id|manager_id|not mine',
    'somebody else|someone else|anyone here|our bank|this bank|other branches|other branch|other books',
    '其他经理|别的经理|其他客户经理|别的客户经理|同事|别人|他人|其他人|假装|我们银行|其他支行|别的支行',
  ),
  means(
    { type: 'refuse', reason: 'write_request' },
    'delete|remove|update|insert|transfer|reassign|override|upgrade|downgrade|email|e-mail|send',
    'export|download|assign|approve|create|edit|modify|save|truncate|alter',
    '删除|删掉|修改|更改|更新|转账|转给|划转|移交|调整|导出|下载|发送|发给|发邮件|邮件|升为|降为|新建|创建|审批|保存|分配|改成|改为|设为',
  ),
  means(
    { type: 'refuse', reason: 'sensitive' },
    'phone|phone number|telephone|mobile|address|id number|passport|password|id card|wechat|birthday',
    'date of birth|identity card|card number|account number|phones|addresses|phone numbers',
    '电话|手机|手机号|电话号码|地址|身份证|身份证号|证件号|护照|密码|微信|微信号|生日|卡号|账号|住址|出生日期',
  ),
  means(
    { type: 'refuse', reason: 'out_of_scope' },
    'system prompt|prompt|tool schema|your instructions|previous instructions|ignore|weather|stock|stocks',
    'share price|exchange rate|joke|poem|news|jailbreak',
    '系统提示|提示词|天气|股票|股价|汇率|笑话|写诗|行情|新闻|忽略',
  ),
];
