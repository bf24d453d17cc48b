import type { Both, Lang } from './lang.ts';
import { problemWords } from './problem-words.ts';

/** The headings of the two columns that a file of errors has before the table's own; read back, they are left out. */
export const errorsTitles: Record<Lang, readonly [string, string]> = {
  zh: ['第几行', '哪里不对'],
  en: ['Row', 'What is wrong'],
};

/** Everything that is wrong with a row, in one cell. */
export const reasonWords =
  (lang: Lang) =>
  ({ faults }: { faults: readonly { heading: string | null; message: string }[] }): string =>
    faults
      .map(({ heading, message }) => `${heading === null ? '' : `${heading}: `}${problemWords(message, lang)}`)
      .join(lang === 'zh' ? '' : ' ');

/** What rows are refused for, to count them by. */
export const faultKinds: Record<string, Both> = {
  phone: { zh: '电话看不懂', en: 'phone not understood' },
  email: { zh: '邮箱看不懂', en: 'e-mail not understood' },
  date: { zh: '日期看不懂', en: 'date not understood' },
  future: { zh: '时间在将来', en: 'time lies ahead' },
  amount: { zh: '金额看不懂', en: 'amount not understood' },
  currency: { zh: '币种看不懂', en: 'currency not understood' },
  excel_number: { zh: '号码被表格软件改成科学计数', en: 'number shortened by the spreadsheet program' },
  rounded: { zh: '长号码被表格软件改了末几位', en: 'number rounded by the spreadsheet program' },
  formula: { zh: '公式没有结果', en: 'formula without a result' },
  error: { zh: '单元格是错误值', en: 'cell holds an error' },
  value: { zh: '值不能用', en: 'value cannot be used' },
  unknown_tag: { zh: '没有这个标签', en: 'no such tag' },
  ambiguous_tag: { zh: '标签不止一个意思', en: 'tag has several meanings' },
  restricted_tag: { zh: '受限标签', en: 'restricted tag' },
  unusable_tag: { zh: '标签不能打', en: 'tag cannot be carried' },
  exclusive_tags: { zh: '标签互斥', en: 'tags exclude each other' },
  unknown_owner: { zh: '没有这位负责人', en: 'no such owner' },
  nobody: { zh: '没有写是谁', en: 'nobody is named' },
  more_cells: { zh: '单元格比表头多', en: 'more cells than headings' },
  order_incomplete: { zh: '订单缺内容', en: 'order incomplete' },
  order_twice: { zh: '同一订单写了两行', en: 'order in two rows' },
  payment_incomplete: { zh: '付款缺内容', en: 'payment incomplete' },
  payment_twice: { zh: '同一付款写了两行', en: 'payment in two rows' },
  payment_differs: { zh: '付款编号已有，内容不同', en: 'payment known otherwise' },
  unknown_order: { zh: '没有这个订单', en: 'no such order' },
  contradiction: { zh: '同一客户前后不一', en: 'rows of one customer differ' },
  unknown_customer: { zh: '没有这位客户', en: 'no such customer' },
  ambiguous_customer: { zh: '同名客户不止一位', en: 'several customers of that name' },
  two_customers: { zh: '指向两位客户', en: 'points to two customers' },
  staff: { zh: '是同事', en: 'member of staff' },
};
