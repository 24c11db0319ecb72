import { catalog } from './catalog.ts';

export const serveText = catalog(
  {
    opening: 'Starting PostgreSQL',
    loadingSample: 'Loading the sample bank (5 managers, about 3,000 clients)',
    firstNight: 'Running the nights of the last ten months',
    startingSlack: 'Starting the local Slack workspace',
    connecting: 'Connecting to Slack',
    begun: (label: string) => `  ${label} …`,
    took: (label: string, seconds: string) => `✓ ${label}: ${seconds} s`,
    portTaken: (port: number, setting: string) =>
      `Port ${port} is taken by another program. Stop that one, or choose another port with ${setting}.`,
    slackRefused: (why: string) =>
      `Slack did not let the app in: ${why}. Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.`,
    noClients:
      'The database holds no clients yet. Load your bank with `npm run bellwether -- import <bundle>` and then `npm run bellwether -- nightly`, or look around with `npm run bellwether -- sample`.',
    ready: (url: string) => `
Bellwether is running. Open  ${url}

Try, as 陈静 or Emily Carter:
  沉睡的高价值客户有哪些        Who are my dormant high-value clients?
  资产30万以上、三个月没联系的客户   top ten by AUM
  /tier 10345                   /digest now
In another terminal:
  npm run -s bellwether -- ask "how many clients in each tier" --as emily.carter@bank.example
Ctrl-C stops it; everything is kept for the next start.`,
    readySlack: 'Bellwether is running and connected to Slack. Ctrl-C stops it.',
    stopping: 'Stopping: finishing what is in hand …',
    stopped: 'Stopped.',
  },
  {
    opening: '启动 PostgreSQL',
    loadingSample: '装载示例银行（5 位客户经理，约 3,000 位客户）',
    firstNight: '跑批：最近十个月',
    startingSlack: '启动本机 Slack 工作区',
    connecting: '连接 Slack',
    begun: (label: string) => `  ${label} …`,
    took: (label: string, seconds: string) => `✓ ${label}：${seconds} 秒`,
    portTaken: (port: number, setting: string) =>
      `端口 ${port} 已被其他程序占用。请停止该程序，或用 ${setting} 另选端口。`,
    slackRefused: (why: string) =>
      `Slack 拒绝了应用的连接：${why}。请检查 SLACK_BOT_TOKEN 与 SLACK_APP_TOKEN 或 SLACK_SIGNING_SECRET。`,
    noClients:
      '数据库中还没有客户。请先用 `npm run bellwether -- import <bundle>` 装载数据，再运行 `npm run bellwether -- nightly`；也可以用 `npm run bellwether -- sample` 装载示例银行。',
    ready: (url: string) => `
Bellwether 已启动。请打开  ${url}

以陈静或 Emily Carter 的身份试试：
  沉睡的高价值客户有哪些        Who are my dormant high-value clients?
  资产30万以上、三个月没联系的客户   top ten by AUM
  /tier 10345                   /digest now
在另一个终端：
  npm run -s bellwether -- ask "每个等级有多少客户" --as chen.jing@bank.example
按 Ctrl-C 停止；数据会保留到下次启动。`,
    readySlack: 'Bellwether 已启动并连接到 Slack。按 Ctrl-C 停止。',
    stopping: '正在停止：完成手头的工作 …',
    stopped: '已停止。',
  },
);
