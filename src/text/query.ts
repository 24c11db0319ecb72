/** The words in which a plan is read back; each sentence can be asked again and means the same plan. */
import { catalog } from './catalog.ts';

const listEn = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

const listZh = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}${last}${words.at(-1)}`;

const withEn = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : ` with ${conditions.join('; ')}`;

const ofZh = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `${conditions.join('，')}的`;

export const queryText = catalog(
  {
    or: (words: readonly string[]) => listEn(words, 'or'),
    and: (words: readonly string[]) => listEn(words, 'and'),
    is: (field: string, value: string) => `${field} ${value}`,
    isNot: (field: string, value: string) => `${field} not ${value}`,
    holds: (lines: string) => `holding ${lines}`,
    holdsNot: (lines: string) => `not holding ${lines}`,
    holdsOnly: (lines: string) => `holding only ${lines}`,
    holdsNotOnly: (lines: string) => `not holding only ${lines}`,
    flag: (flag: string) => flag,
    notFlag: (flag: string) => `not ${flag}`,
    gte: (field: string, amount: string) => `${field} at least ${amount}`,
    gt: (field: string, amount: string) => `${field} more than ${amount}`,
    lte: (field: string, amount: string) => `${field} at most ${amount}`,
    lt: (field: string, amount: string) => `${field} less than ${amount}`,
    eq: (field: string, amount: string) => `${field} exactly ${amount}`,
    between: (field: string, from: string, to: string) => `${field} between ${from} and ${to}`,
    notBetween: (field: string, from: string, to: string) =>
      `${field} not between ${from} and ${to}`,
    period: (from: string, to: string) => `between ${from} and ${to}`,
    before: (date: string) => `before ${date}`,
    after: (date: string) => `after ${date}`,
    dated: (field: string, period: string) => `${field} ${period}`,
    notDated: (field: string, period: string) => `${field} not ${period}`,
    noEvent: (event: string, from: string) => `no ${event} since ${from}`,
    between_days: (from: string, to: string) => `between ${from} and ${to}`,
    upTo: (to: string) => `from the beginning to ${to}`,
    during: (condition: string, span: string) => `${condition} ${span}`,
    was: (condition: string, day: string) => `was ${condition} on ${day}`,
    known: (field: string) => `${field} on record`,
    notKnown: (field: string) => `${field} not on record`,
    text: (field: string, text: string) => `${field} "${text}"`,
    notText: (field: string, text: string) => `${field} not "${text}"`,
    up: 'moved up',
    down: 'moved down',
    any: 'changed',
    moved: (field: string, move: string, from: string, to: string, span: string) =>
      `${field} ${move}${from && ` from ${from}`}${to && ` to ${to}`} ${span}`,
    notMoved: (field: string, move: string, from: string, to: string, span: string) =>
      `${field} not ${move}${from && ` from ${from}`}${to && ` to ${to}`} ${span}`,
    orElse: (conditions: readonly string[]) => conditions.join(' or else '),
    median: (field: string) => `median ${field}`,
    min: (field: string) => `smallest value of ${field}`,
    max: (field: string) => `largest value of ${field}`,
    shareOf: (field: string, conditions: readonly string[]) =>
      `Share of ${field} held by clients${withEn(conditions)}`,
    among: (conditions: readonly string[]) => `among clients${withEn(conditions)}`,
    ofThose: (head: string, base: string) => `${head} ${base}`,
    each: (fields: readonly string[]) => `for each ${listEn(fields, 'and')}`,
    allAsOf: (day: string) => `all as of ${day}`,
    over: (span: string) => `over the period ${span}`,
    versus: (day: string) => `compared with ${day}`,
    series: (unit: 'month' | 'quarter' | 'year', span: string) => `${unit} by ${unit} ${span}`,
    ever: (event: string) => `ever ${event}`,
    never: (event: string) => `never ${event}`,
    closed: 'closed',
    notClosed: 'not closed',
    clients: (n: number | null, conditions: readonly string[]) =>
      n === null
        ? `Clients${withEn(conditions)}`
        : `${n} ${n === 1 ? 'client' : 'clients'}${withEn(conditions)}`,
    count: (conditions: readonly string[]) => `Number of clients${withEn(conditions)}`,
    measures: (measures: readonly string[], conditions: readonly string[]) =>
      `${listEn(measures, 'and')} of clients${withEn(conditions)}`,
    sum: (field: string) => `total ${field}`,
    average: (field: string) => `average ${field}`,
    share: (conditions: readonly string[]) => `Share of clients${withEn(conditions)}`,
    groups: (fields: readonly string[], measures: readonly string[], where: readonly string[]) =>
      `${listEn(['number of clients', ...measures], 'and')} by ${listEn(fields, 'and')}${
        where.length === 0 ? '' : `, clients${withEn(where)}`
      }`,
    sorted: (field: string, direction: 'asc' | 'desc', dated: boolean) => {
      const first = dated ? ['oldest', 'newest'] : ['lowest', 'highest'];
      return `sorted by ${field}, ${direction === 'asc' ? first[0] : first[1]} first`;
    },
    showing: (fields: readonly string[]) => `showing ${listEn(fields, 'and')}`,
    client: (name: string, fields: readonly string[]) =>
      fields.length === 0 ? `About client ${name}` : `${listEn(fields, 'and')} of client ${name}`,
    explain: (name: string, fields: readonly string[]) =>
      fields.length === 0
        ? `Explain client ${name}`
        : `Why client ${name} has its ${listEn(fields, 'and')}`,
    join: (parts: readonly string[]) => parts.join('; '),
  },
  {
    or: (words: readonly string[]) => listZh(words, '或'),
    and: (words: readonly string[]) => listZh(words, '和'),
    is: (field: string, value: string) => `${field}为${value}`,
    isNot: (field: string, value: string) => `${field}不是${value}`,
    holds: (lines: string) => `持有${lines}`,
    holdsNot: (lines: string) => `未持有${lines}`,
    holdsOnly: (lines: string) => `只持有${lines}`,
    holdsNotOnly: (lines: string) => `并非只持有${lines}`,
    flag: (flag: string) => flag,
    notFlag: (flag: string) => `非${flag}`,
    gte: (field: string, amount: string) => `${field}不低于${amount}`,
    gt: (field: string, amount: string) => `${field}超过${amount}`,
    lte: (field: string, amount: string) => `${field}不超过${amount}`,
    lt: (field: string, amount: string) => `${field}低于${amount}`,
    eq: (field: string, amount: string) => `${field}等于${amount}`,
    between: (field: string, from: string, to: string) => `${field}在${from}到${to}之间`,
    notBetween: (field: string, from: string, to: string) => `${field}不在${from}到${to}之间`,
    period: (from: string, to: string) => `${from}至${to}`,
    before: (date: string) => `${date}之前`,
    after: (date: string) => `${date}之后`,
    dated: (field: string, period: string) => `${field}在${period}`,
    notDated: (field: string, period: string) => `${field}不在${period}`,
    noEvent: (event: string, from: string) => `自${from}以来没有${event}`,
    between_days: (from: string, to: string) => `${from}至${to}`,
    upTo: (to: string) => `自开户至${to}`,
    during: (condition: string, span: string) => `${span}${condition}`,
    was: (condition: string, day: string) => `${day}时${condition}`,
    known: (field: string) => `已登记${field}`,
    notKnown: (field: string) => `未登记${field}`,
    text: (field: string, text: string) => `${field}为“${text}”`,
    notText: (field: string, text: string) => `${field}不是“${text}”`,
    up: '升级',
    down: '降级',
    any: '层级变动',
    moved: (_field: string, move: string, from: string, to: string, span: string) =>
      `${span}${from && `从${from}`}${move}${to && `到${to}`}`,
    notMoved: (_field: string, move: string, from: string, to: string, span: string) =>
      `${span}未${from && `从${from}`}${move}${to && `到${to}`}`,
    orElse: (conditions: readonly string[]) => conditions.join('抑或'),
    median: (field: string) => `${field}中位数`,
    min: (field: string) => `${field}最小值`,
    max: (field: string) => `${field}最大值`,
    shareOf: (field: string, conditions: readonly string[]) =>
      `${ofZh(conditions)}客户的${field}占比`,
    among: (conditions: readonly string[]) => `${ofZh(conditions)}客户中`,
    ofThose: (head: string, base: string) => `${base}${head}`,
    each: (fields: readonly string[]) => `按${listZh(fields, '和')}统计`,
    allAsOf: (day: string) => `均截至${day}`,
    over: (span: string) => `统计期间${span}`,
    versus: (day: string) => `与${day}相比`,
    series: (unit: 'month' | 'quarter' | 'year', span: string) =>
      `${{ month: '逐月', quarter: '逐季', year: '逐年' }[unit]}${span}`,
    ever: (event: string) => `曾${event}`,
    never: (event: string) => `从未${event}`,
    closed: '已销户',
    notClosed: '未销户',
    clients: (n: number | null, conditions: readonly string[]) =>
      `${ofZh(conditions)}客户${n === null ? '' : `，取${n}位`}`,
    count: (conditions: readonly string[]) => `${ofZh(conditions)}客户数量`,
    measures: (measures: readonly string[], conditions: readonly string[]) =>
      `${ofZh(conditions)}客户的${listZh(measures, '和')}`,
    sum: (field: string) => `${field}合计`,
    average: (field: string) => `平均${field}`,
    share: (conditions: readonly string[]) => `${ofZh(conditions)}客户占比`,
    groups: (fields: readonly string[], measures: readonly string[], where: readonly string[]) =>
      `按${listZh(fields, '和')}统计${ofZh(where)}${listZh(['客户数量', ...measures], '和')}`,
    sorted: (field: string, direction: 'asc' | 'desc', dated: boolean) => {
      const order = dated ? ['从早到晚', '从晚到早'] : ['从低到高', '从高到低'];
      return `按${field}${direction === 'asc' ? order[0] : order[1]}排序`;
    },
    showing: (fields: readonly string[]) => `附上${listZh(fields, '和')}`,
    client: (name: string, fields: readonly string[]) =>
      fields.length === 0 ? `客户${name}的概况` : `客户${name}的${listZh(fields, '和')}`,
    explain: (name: string, fields: readonly string[]) =>
      fields.length === 0 ? `解释客户${name}` : `解释客户${name}的${listZh(fields, '和')}`,
    join: (parts: readonly string[]) => parts.join('，'),
  },
);
