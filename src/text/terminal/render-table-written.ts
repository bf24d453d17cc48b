import type { Lang } from '../lang.ts';
import { printable } from '../printable.ts';

const CONTACTS = {
  masked: { zh: '电话和邮箱只有掩码。', en: ' Phone numbers and e-mail addresses are masked.' },
  whole: {
    zh: '电话和邮箱是完整的，这次导出已记入 audit；用完请删掉文件。',
    en: ' Phone numbers and e-mail addresses are whole, and audit says who took them: delete the file when it has served.',
  },
} as const;

/** Where a segment went, and how many customers it has. */
export const renderTableWritten = (
  { count, file, understood, contacts }: { count: number; file: string; understood: string; contacts: 'masked' | 'whole' | null },
  lang: Lang,
): string => {
  const said = contacts === null ? '' : CONTACTS[contacts][lang];
  return lang === 'zh'
    ? `已把 ${count} 位客户（${printable(understood)}）写入 ${printable(file)}。${said}`
    : `${count} ${count === 1 ? 'customer is' : 'customers are'} in ${printable(file)} (${printable(understood)}).${said}`;
};
