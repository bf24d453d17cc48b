import { seededRandom } from './seeded-random.ts';

/** How often a row has something wrong with it. */
const DIRTY = 0.05;

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林郑';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英';
const SOURCES = ['官网', '转介绍', '搜索引擎', '社交媒体推荐', '线下活动'];
const TAGS = ['询价', '要报价', '价格敏感', '紧急', '意向:高', '技术支持'];
const REGIONS = ['上海', '北京', '广州', '深圳', '杭州', '成都', '武汉'];
const SPOILT: ((cells: string[]) => string[])[] = [
  (cells) => cells.with(2, '1.38E+10'),
  (cells) => cells.with(3, 'no at sign'),
  (cells) => cells.with(8, '2026-02-30'),
  (cells) => cells.with(6, '没有的标签'),
  (cells) => cells.with(0, '').with(1, '').with(2, '').with(3, ''),
];

export const HEADINGS = ['客户编号', '姓名', '手机', '邮箱', '负责人', '渠道', '标签', '地区', '最后联系', '备注'];

/** The ways in which people write one phone number. */
const WRITTEN: ((number: string) => string)[] = [
  (number) => number,
  (number) => `+86 ${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`,
  (number) => `0${number}`,
  (number) => `86${number}`,
];
const DATED: ((year: number, month: number, day: number) => string)[] = [
  (year, month, day) => `${year}/${month}/${day}`,
  (year, month, day) => `${year}年${month}月${day}日`,
  (year, month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')} 09:30`,
];

/** Rows of customers as a company's sheet has them, some of them dirty; the same for the same seed. */
export function* customersTable({ rows, seed }: { rows: number; seed: number }): Generator<{ cells: string[]; dirty: boolean }> {
  const { next: random } = seededRandom(seed);
  const pick = <T>(among: ArrayLike<T>): T => among[Math.floor(random() * among.length)] as T;
  for (let n = 0; n < rows; n += 1) {
    const number = `1${pick('3578')}${String(100_000_000 + n).slice(-9)}`;
    const tags = random() < 0.5 ? [pick(TAGS)] : [];
    const cells = [
      ...[`C${n + 1}`, pick(SURNAMES) + pick(GIVEN), pick(WRITTEN)(number), `c${n + 1}@example.com`, pick(['li', 'zhao', 'wang'])],
      ...[pick(SOURCES), tags.join('、'), pick(REGIONS)],
      ...[pick(DATED)(2024 + Math.floor(random() * 2), 1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)), '从旧表来'],
    ];
    const dirty = random() < DIRTY;
    yield { cells: dirty ? pick(SPOILT)(cells) : cells, dirty };
  }
}
