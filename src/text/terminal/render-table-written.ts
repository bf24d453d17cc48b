import type { Lang } from '../lang.ts';
import { printable } from '../printable.ts';

/** Where a segment went, and how many customers it has. */
export const renderTableWritten = (
  { count, file, understood }: { count: number; file: string; understood: string },
  lang: Lang,
): string =>
  lang === 'zh'
    ? `已把 ${count} 位客户（${printable(understood)}）写入 ${printable(file)}。电话和邮箱只有掩码。`
    : `${count} ${count === 1 ? 'customer is' : 'customers are'} in ${printable(file)} (${printable(understood)}). Phone numbers and e-mail addresses are masked.`;
