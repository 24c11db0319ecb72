/** Tells a request to do something from a question: 把…改成…, 给…发短信, 批准…, 提醒我…. */
import { isCommand } from './commands.ts';
import type { Item } from './items.ts';

const POLITE = '^(?:请|麻烦|劳驾|你|您|能不能|可以|可否|帮我|帮忙|替我|帮|现在|马上|立即)*';

/** 把 and what is to become of it. */
const CHANGE =
  /[把将][^,，。;；?？]{1,40}?(?:改|调|设|定|转|交|分|移|挪|划|归|升|降|标|记|列入|加入|拉入|换|发|寄|推送|抄送)[整级记置分派交转入送]{0,2}(?:到|给|成|为|入|进|走)/u;

/** 给 somebody other than the asker. */
const GIVE = new RegExp(
  `${POLITE}给(?!我)[^,，。;；?？]{1,30}?(?:群?发(?:一?[条个])?(?:短信|微信|邮件|消息|通知)|打(?:一?个)?电话|升到|升为|升级|降到|降为|降级|调到|调级|调成|改成|改为|安排|预约|备注|打标|加(?:一?个)?标签)`,
  'u',
);

const ORDER = new RegExp(
  `${POLITE}(?:批准|审批|驳回|拒绝.{0,20}申请|同意.{0,20}申请|通过.{1,20}申请|提醒我|通知|标注|登记一下|记录一下|记一下|备注一下|忽略.{0,6}(?:提醒|预警|告警)|关掉|关闭|屏蔽|取消|撤回|冻结|解冻|新增一|添加|群发)`,
  'u',
);

const ON_MY_BEHALF = /^(?:请|麻烦|劳驾)*(?:帮我|替我|帮忙)(?:联系|约|预约|回访|跟进|打电话|发)/u;

/** 把…升级: a request to change a tier. */
const asksForMove = (items: readonly Item[]): boolean =>
  items.some(({ type }) => type === 'make') && items.some(({ type }) => type === 'move');

export const asksToAct = (items: readonly Item[], text: string): boolean =>
  asksForMove(items) ||
  isCommand(text) ||
  [CHANGE, GIVE, ORDER, ON_MY_BEHALF].some((pattern) => pattern.test(text));
