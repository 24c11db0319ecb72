/** How bankers speak and type among themselves: short forms and figures of speech. */
import { marks, means, type WordEntry } from './entry.ts';

const flow = { type: 'trend', sign: -1, relative: false, field: 'netInflow' } as const;
const inflow = { type: 'trend', sign: 1, relative: false, field: 'netInflow' } as const;

/** 八成, 8成: tenths as percent. */
const TENTHS = [...'一二三四五六七八九'].map((han, index): WordEntry => {
  const tenths = index + 1;
  const words = [`${han}成`, `${tenths}成`, ...(tenths === 2 ? ['两成'] : [])];
  return means({ type: 'percent', value: tenths * 10 }, ...words);
});

export const everydayWords: readonly WordEntry[] = [
  ...TENTHS,
  means({ type: 'vague', vague: 'important' }, '重要|核心|重量级|vip'),
  means(
    { type: 'vague', vague: 'large' },
    '这么高|那么高|这么多|这么大|比较高|较高|比较多|较多|比较大|较大|挺多|挺高|不少|偏高|偏多|很高|很多|很大|蛮多',
  ),
  means(
    { type: 'vague', vague: 'small' },
    '这么低|这么少|比较低|较低|比较少|较少|偏低|偏少|很低|不多|没多少|挺少',
  ),
  means({ type: 'vague', vague: 'about' }, '左右|上下|大约|大概|约|差不多|将近|接近'),
  means(
    { type: 'vague', vague: 'about' },
    'around|roughly|approximately|circa|or so|give or take|thereabouts|somewhere around',
  ),
  means(
    { type: 'vague', vague: 'recently' },
    '刚刚|新近|前不久|前阵子|前段时间|最近这段时间|最近这阵子',
  ),
  means({ type: 'vague', vague: 'young' }, '年轻|年轻人'),
  means({ type: 'vague', vague: 'old' }, '年纪大|年龄大|上了年纪|上年纪|年长|岁数大'),
  means(
    { type: 'vague', vague: 'riskGrade' },
    '风险等级高|风险评级高|风险级别高|高风险等级|高风险评级',
  ),
  means(
    { type: 'vague', vague: 'churnRisk' },
    '快流失|快要流失|要流失|可能流失|可能会流失|会流失|即将流失|容易流失|有流失风险|有流失迹象|有流失可能|面临流失|想走|要跑|快跑了|可能要走',
  ),
  means({ type: 'vague', vague: 'lostTouch' }, '失联|失去联系|断了联系'),
  means(
    { type: 'vague', vague: 'hardly' },
    '没怎么|没咋|不怎么|不太|没太|不大|很少|几乎没有|几乎没|几乎不|基本没|基本没有|基本不',
  ),
  means(
    flow,
    '钱往外走|资金往外走|往外走|往外流|往外转|资金外流|资金流出|资金在流出|钱在流出|资金净转出',
  ),
  means(inflow, '资金流入|钱往里进|往里进钱|净转入|资金净转入'),
  means(
    { type: 'event', field: 'maturityCount' },
    '快到期|快要到期|马上到期|马上要到期|临近到期|就要到期',
  ),
  means({ type: 'event', field: 'kycDueOn' }, 'kyc快到期|kyc快要到期|kyc马上到期|kyc临期'),
  means(
    { type: 'event', field: 'overrideUntil' },
    '人工调级快到期|人工调整快到期|人工定级快到期|调级快到期',
  ),
  means(
    { type: 'condition', conditions: [{ op: 'eq', field: 'productCount', value: 0 }] },
    '没有任何产品|没有产品|什么都没买|什么产品都没有|没买任何产品|没有买任何产品|没持有任何产品|未持有任何产品|一个产品都没有|无产品|啥都没买|什么都没有买',
  ),
  means(
    { type: 'condition', conditions: [{ op: 'gt', field: 'ownersAum', value: 0 }] },
    '老板在我行有资产|股东在我行有资产|老板有资产|股东有资产',
  ),
  ...(['amlRisk', 'creditRisk', 'operationalRisk'] as const).map((field, index) =>
    means(
      { type: 'condition', conditions: [{ op: 'in', field, is: true, codes: ['medium', 'high'] }] },
      [
        '洗钱风险|反洗钱风险|洗钱风险等级|反洗钱等级|反洗钱评级',
        '信用风险|信用风险等级',
        '操作风险|操作风险等级',
      ][index]
        ?.split('|')
        .flatMap((name) => [
          `${name}中高`,
          `${name}为中高`,
          `${name}是中高`,
          `${name}中等以上`,
          `${name}中以上`,
        ])
        .join('|') ?? '',
    ),
  ),
  means(
    { type: 'trend', sign: -1, relative: false, field: null },
    '掉|掉得|跌得|降得|少得|减得|缩得|变少|变少了|减了|少了很多',
  ),
  means(
    { type: 'trend', sign: 1, relative: false, field: null },
    '变多|变多了|长了|涨得|增得|升得',
  ),
  means(
    { type: 'rank', direction: 'desc', n: null, alone: false },
    '最厉害|最狠|最猛|最快|最凶|最明显|最严重',
  ),
  marks('inStep', '环比'),
  means(
    { type: 'field', field: 'computedTier' },
    '和系统算出来的不一样|跟系统算出来的不一样|与系统算出来的不一样|和系统算的不一样|跟系统算的不一样|与系统测算的不一样|和系统测算的不一样|和测算的不一样|与测算不一致|和系统算的对不上',
  ),
  marks('renewal', '续|续存|转存'),
  marks('front', '排名前|排前|排在前|排行前|排名在前|位列前|前面'),
  marks('not', '一直没|一直没有|始终没|始终未|从头到尾没'),
  marks('never', '从来没|从来未|从来不|压根没|根本没|一次都没|一次也没|一次都没有|一次也没有'),
  marks(
    'noise',
    '哪家|哪户|哪一个|哪一家|哪一位|哪一户|大致|其实|到底|究竟|咱|咱们|俺|我这边|这边|我行|咱行',
  ),
  marks('last', '这|近这'),
  marks('kycWord', 'kyc'),
  marks('moreThan', '多'),
  means({ type: 'compare', op: 'eq', side: 'before' }, '走到|走到了|停在'),
  marks('lastTime', '上次|上一次|最近一次|最后一次|最近1次'),
  marks('because', '因为|由于|被扣分|扣分|被扣了分|被扣|导致'),
  marks('apart', '离|距|距离'),
  marks('eitherOr', '要么|要不'),
  marks('perfect', '过'),
  marks('sum', '加起来|加在一起|加一块|加一起|一共加起来'),
  marks('howMuch', '多大|多高'),
  marks('moved', '被列入|列入|进入|进了|上了|被纳入|纳入|被放进|列在|在册'),
  marks(
    'has',
    '做|做了|做过|配过|配置过|办过|办理过|开通过|用过|开过|在做|用了|在用|购买|购买了|购买过|配置了|配了|配置|开立了|持仓',
  ),
  marks(
    'grouped',
    '拆一下|拆分|拆开|拆|细分|分开看|分开统计|分别看|分别统计|统计下|统计一下|汇总一下|汇总下|拆分一下|分一下',
  ),
  marks('why', '解释下|说明一下|讲讲为什么'),
  marks('brief', '介绍下'),
  marks(
    'noise',
    '哪天|哪一天|已经|啥时候|几时|谢谢啦|谢啦|多谢|多谢啦|好啦|拜托啦|麻烦啦|辛苦啦|辛苦了|嘅|唔该|那一格|这一格|那格|这格|那一类|这一类|在吗|在不在|有劳',
  ),
  marks(
    'noise',
    '查下|列下|找下|拉下|拉一下|拉出来|拉个|捞一下|捞出来|不好意思|打扰|打扰了|打扰一下|麻烦了|麻烦您|麻烦你|劳烦|抱歉|起来|档|档位|档次|跑一下|出一下|整理一下|罗列一下',
  ),
];
