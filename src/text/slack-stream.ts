/** What is said while a question is being answered. */
import { catalog } from './catalog.ts';

export const slackStreamText = catalog(
  {
    plan: 'Answering from your book',
    planDone: 'Answered from your book',
    planRead: 'Question read',
    understand: 'Understand',
    query: 'Query',
    rank: 'Rank',
    found: (total: number) => `${total} ${total === 1 ? 'client matches' : 'clients match'}`,
    ranked: (shown: number) => `${shown} shown`,
    stopped: 'Stopped. Nothing was answered; ask again whenever you like.',
    stillWorking: 'This takes longer than usual. The answer will appear here.',
  },
  {
    plan: '正在查询您的客户',
    planDone: '已查询您的客户',
    planRead: '已读取问题',
    understand: '理解问题',
    query: '查询数据',
    rank: '排序整理',
    found: (total) => `共 ${total} 位客户符合条件`,
    ranked: (shown) => `显示 ${shown} 行`,
    stopped: '已停止，本次未作答。您可随时重新提问。',
    stillWorking: '本次查询耗时较长，结果会显示在这里。',
  },
);
