import type { IntentReport } from '../../domain/intent-report.ts';
import { intentWords } from '../intent-names.ts';
import type { Lang } from '../lang.ts';
import { printable } from '../printable.ts';
import { table } from './table.ts';

/** Confusions told one by one. */
const MOST_TOLD = 20;

const WORDS = {
  zh: {
    head: ['意图', '阈值', '条数', '准确率', '召回率', '打标准确率', '打标召回率'],
    never: '只建议',
    total: ({ messages, ...one }: IntentReport) =>
      `${messages} 条消息：准确率 ${percent(one.accuracy)}，宏平均 F1 ${percent(one.macroF1)}`,
    tags: (one: IntentReport) =>
      `自动打的标签 ${percent(one.tagPrecision)} 是对的，该打的打上了 ${percent(one.tagRecall)}，连同建议共 ${percent(one.offered)}`,
    confusions: '最常见的混淆（本是 → 认作，条数，最有把握的一条）',
  },
  en: {
    head: ['intent', 'threshold', 'messages', 'precision', 'recall', 'precision of tags', 'recall of tags'],
    never: 'suggests only',
    total: ({ messages, ...one }: IntentReport) =>
      `${messages} messages: accuracy ${percent(one.accuracy)}, macro-F1 ${percent(one.macroF1)}`,
    tags: (one: IntentReport) =>
      `${percent(one.tagPrecision)} of the tags given are right; ${percent(one.tagRecall)} of those to give were given, ${percent(one.offered)} with suggestions`,
    confusions: 'What is taken for what (is → said, messages, the one it was surest of)',
  },
};

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

/** A report of intents as people read it: totals, a row an intent, and the confusions. */
export const renderIntentReport = (report: IntentReport, lang: Lang): string => {
  const words = WORDS[lang];
  const name = (id: string) => `${printable(id)} ${intentWords(id, lang) === id ? '' : intentWords(id, lang)}`.trimEnd();
  const rows = report.intents.map((row) => [
    name(row.intent),
    row.threshold === null ? words.never : row.threshold.toFixed(2),
    String(row.count),
    ...[row.precision, row.recall, row.appliedPrecision, row.appliedRecall].map(percent),
  ]);
  const confusions = report.confusions
    .slice(0, MOST_TOLD)
    .map(({ label, said, count, example }) => [`${label} → ${said}`, String(count), printable(example)]);
  const cells = (all: readonly (readonly string[])[]) => all.map((row) => row.map((text) => ({ text })));
  return [
    words.total(report),
    words.tags(report),
    '',
    ...table(cells([words.head, ...rows])),
    ...(confusions.length > 0 ? ['', words.confusions, ...table(cells(confusions), { indent: '  ' })] : []),
  ].join('\n');
};
