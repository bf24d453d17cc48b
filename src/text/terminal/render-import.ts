import type { ImportAnswer, Standings } from '../../domain/transfer-answers.ts';
import { faultKinds } from '../import.ts';
import type { Lang } from '../lang.ts';
import { printable } from '../printable.ts';
import { problemWords } from '../problem-words.ts';
import { meansWords, understoodRows } from './import-words.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { labelWords } from './words.ts';

/** Refused rows told one by one; the file of errors has them all. */
const TOLD = 10;

const WORDS = {
  zh: {
    preview: (file: string) => `预览 ${file}：什么都还没有写入。`,
    done: (file: string) => `已导入 ${file}。`,
    of: { customers: '客户', tags: '客户标签', orders: '订单', payments: '付款' },
    from: (format: string, sheet: string | null) => (sheet === null ? format : `${format}，工作表“${sheet}”`),
    otherSheets: (names: string) => `没有读的工作表：${names}`,
    columns: '列',
    rows: '行数',
    customers: '客户',
    orders: '订单',
    payments: '付款',
    standing: ({ new: fresh, updated, unchanged }: Standings) => `新增 ${fresh}，更新 ${updated}，没变 ${unchanged}`,
    duplicates: '重复的行',
    failed: '没有导入的行',
    wouldFail: '导不了的行',
    restricted: '受限标签',
    heldBack: '没打上的标签（有人选了别的或否定过，或阶段已在前面）',
    uncounted: '不算进消费的币种（没有汇率）',
    rate: (currency: string) => `在 tagwise.yaml 的 rates 里写上汇率（例如 ${currency}: 7.2），这些金额就算进消费。`,
    rowsOf: (rows: number) => `${rows} 行`,
    row: (row: number) => `第 ${row} 行`,
    more: (count: number) => `……还有 ${count} 行`,
    sample: '前几行读成：',
    mend: (file: string) => `这些行连同原因写在 ${file}。改好后直接导入它：import ${file}`,
    go: '没问题就去掉 --preview 再运行一次。',
    goWithout: '没问题的行照样导入：去掉 --preview 再运行一次；其余的会写进一个错误文件。',
    undo: '24 小时内 undo 可以整批撤销。',
    seconds: (seconds: number, perSecond: number) => `用时 ${seconds} 秒，每秒 ${perSecond} 行`,
    and: '、',
    colon: '：',
  },
  en: {
    preview: (file: string) => `Preview of ${file}: nothing is written yet.`,
    done: (file: string) => `${file} is imported.`,
    of: { customers: 'customers', tags: 'tags of customers', orders: 'orders', payments: 'payments' },
    from: (format: string, sheet: string | null) => (sheet === null ? format : `${format}, sheet "${sheet}"`),
    otherSheets: (names: string) => `Sheets that were not read: ${names}`,
    columns: 'columns',
    rows: 'rows',
    customers: 'customers',
    orders: 'orders',
    payments: 'payments',
    standing: ({ new: fresh, updated, unchanged }: Standings) => `${fresh} new, ${updated} updated, ${unchanged} unchanged`,
    duplicates: 'repeated rows',
    failed: 'rows not taken',
    wouldFail: 'rows not to be taken',
    restricted: 'restricted tags',
    heldBack: 'tags not set (somebody chose otherwise, or is further on)',
    uncounted: 'currencies without a rate, which count nothing',
    rate: (currency: string) => `Give a rate under rates in tagwise.yaml, like ${currency}: 7.2, and these amounts count.`,
    rowsOf: (rows: number) => `${rows} ${rows === 1 ? 'row' : 'rows'}`,
    row: (row: number) => `row ${row}`,
    more: (count: number) => `… and ${count} more`,
    sample: 'The first rows as understood:',
    mend: (file: string) => `They are in ${file}, each with its reason. Mend them there and import that file: import ${file}`,
    go: 'If this is right, run it again without --preview.',
    goWithout: 'All other rows are taken: run it again without --preview; these go into a file of errors.',
    undo: 'Within 24 hours, undo takes the whole import back.',
    seconds: (seconds: number, perSecond: number) => `${seconds} s, ${perSecond} rows a second`,
    and: ', ',
    colon: ': ',
  },
};

const titleLines = (doc: ImportAnswer, lang: Lang): string[] => {
  const words = WORDS[lang];
  const title = doc.preview ? words.preview(printable(doc.file)) : words.done(printable(doc.file));
  const encoding = doc.encoding === null ? '' : ` ${doc.encoding.toUpperCase()}`;
  const source = words.from(`${doc.format.toUpperCase()}${encoding}`, doc.sheet === null ? null : printable(doc.sheet));
  const others = doc.otherSheets.map(printable).join(words.and);
  return [`${title} (${words.of[doc.of]}, ${source})`, ...(others === '' ? [] : [words.otherSheets(others)])];
};

const problemLines = (doc: ImportAnswer, { lang }: View): string[] => {
  const words = WORDS[lang];
  const lines = doc.problems.slice(0, TOLD).map(({ row, heading, message }) => {
    const what = `${heading === null ? '' : `${printable(heading)}${words.colon}`}${printable(problemWords(message, lang))}`;
    return `    ${words.row(row)}  ${what}`;
  });
  const told = new Set(doc.problems.slice(0, TOLD).map(({ row }) => row)).size;
  return doc.failed > told ? [...lines, `    ${words.more(doc.failed - told)}`] : lines;
};

const uncountedLine = ({ uncounted }: ImportAnswer, lang: Lang): [string, string][] => {
  const { uncounted: name, rowsOf, and } = WORDS[lang];
  return uncounted.length === 0 ? [] : [[name, uncounted.map((one) => `${one.currency} ${rowsOf(one.rows)}`).join(and)]];
};

/** What to do next. */
const nextLines = (doc: ImportAnswer, lang: Lang): string[] => {
  const words = WORDS[lang];
  const rate = doc.uncounted.slice(0, 1).map(({ currency }) => words.rate(currency));
  if (doc.preview) return [...rate, doc.failed > 0 ? words.goWithout : words.go];
  return [
    ...rate,
    ...(doc.errorsFile === null ? [] : [words.mend(printable(doc.errorsFile))]),
    ...(doc.undoable ? [words.undo] : []),
  ];
};

/** What an import did or would do: how the columns were understood, what became of the rows, and what to do with those not taken. */
export const renderImport = (doc: ImportAnswer, view: View): string[] => {
  const { lang, colour } = view;
  const words = WORDS[lang];
  const { dim } = paint(colour);
  const kinds = Object.entries(doc.errors).map(([kind, rows]) => `${faultKinds[kind]?.[lang] ?? printable(kind)} ${rows}`);
  const tagLine = (name: string, tags: ImportAnswer['restricted']): [string, string][] =>
    tags.length === 0
      ? []
      : [[name, tags.map(({ tag, rows }) => `${labelWords(tag, view)} ${words.rowsOf(rows)}`).join(words.and)]];
  const counts: [string, string][] = [
    [words.columns, doc.columns.map((column) => meansWords(column, view)).join(words.and)],
    [words.rows, String(doc.rows)],
    [words.customers, words.standing(doc.customers)],
    ...(doc.orders ? [[words.orders, words.standing(doc.orders)] satisfies [string, string]] : []),
    ...(doc.payments ? [[words.payments, words.standing(doc.payments)] satisfies [string, string]] : []),
    ...(doc.duplicates > 0 ? [[words.duplicates, String(doc.duplicates)] satisfies [string, string]] : []),
    ...tagLine(words.restricted, doc.restricted),
    ...tagLine(words.heldBack, doc.heldBack),
    ...uncountedLine(doc, lang),
    ...(doc.failed > 0
      ? [[doc.preview ? words.wouldFail : words.failed, `${doc.failed} (${kinds.join(words.and)})`] satisfies [string, string]]
      : []),
  ];
  const rows = counts.map(([name, value]): Cell[] => [{ text: name, paint: dim }, { text: value }]);
  return [
    ...titleLines(doc, lang),
    ...table(rows, { indent: '  ' }),
    ...problemLines(doc, view),
    ...(doc.sample ? [words.sample, ...understoodRows(doc.sample, view)] : []),
    ...nextLines(doc, lang),
    ...(doc.preview ? [] : [dim(words.seconds(doc.seconds, doc.perSecond))]),
  ];
};
