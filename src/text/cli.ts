import { catalog } from './catalog.ts';

export const cliText = catalog(
  {
    wrongUsage: (said: string) => `Wrong usage: ${said}`,
    migrated: (applied: number) =>
      applied === 0
        ? 'The schema is up to date.'
        : `The schema is up to date; ${applied} migration${applied === 1 ? ' was' : 's were'} applied.`,
  },
  {
    wrongUsage: (said: string) => `用法有误：${said}`,
    migrated: (applied: number) =>
      applied === 0 ? '数据库结构已是最新。' : `数据库结构已是最新；本次应用了 ${applied} 个迁移。`,
  },
);
