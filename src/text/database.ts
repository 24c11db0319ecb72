import { catalog } from './catalog.ts';

export const databaseText = catalog(
  {
    unreachable: (where: string, why: string) =>
      `The database at ${where} cannot be used: ${why}. Check DATABASE_URL, and that the server runs and lets this login in.`,
    rights: (why: string) =>
      `The login of DATABASE_URL lacks a right: ${why}. It must own the database's schema and be a member of bellwether_service and bellwether_reader (README, "Your own PostgreSQL").`,
    folder: (folder: string, why: string) =>
      `The data folder ${folder} cannot be used: ${why}. Give a folder that can be written with BELLWETHER_DATA_DIR or --data-dir.`,
  },
  {
    unreachable: (where: string, why: string) =>
      `无法使用位于 ${where} 的数据库：${why}。请检查 DATABASE_URL，并确认服务器正在运行且允许该登录名访问。`,
    rights: (why: string) =>
      `DATABASE_URL 的登录名缺少权限：${why}。它必须拥有数据库模式，并且是 bellwether_service 与 bellwether_reader 的成员（见 README「使用自己的 PostgreSQL」）。`,
    folder: (folder: string, why: string) =>
      `数据目录 ${folder} 不可用：${why}。请用 BELLWETHER_DATA_DIR 或 --data-dir 指定一个可写的目录。`,
  },
);
