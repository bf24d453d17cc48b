import type { CauseKind } from '../domain/cause.ts';
import { interestTag, productOfTopic } from '../domain/product.ts';
import { intentNames } from './intent-names.ts';
import type { Both, Lang } from './lang.ts';
import { printable } from './printable.ts';
import { ruleNames, taskTitles, topicNames } from './topic-names.ts';

const KINDS: Record<CauseKind, Both> = {
  person: { zh: '人工', en: 'by hand:' },
  rule: { zh: '规则', en: 'rule:' },
  pack: { zh: '关键词', en: 'keywords:' },
  intent: { zh: '意图', en: 'intent:' },
  prediction: { zh: '预测', en: 'prediction:' },
  import: { zh: '导入', en: 'import:' },
};

/** The person at the command line who gave no name. */
const LOCAL: Both = { zh: '本机操作员', en: 'local operator' };

export const personWords = (id: string, lang: Lang, person?: (id: string) => string | undefined): string =>
  id === 'local' ? LOCAL[lang] : printable(person?.(id) ?? id);

/** A topic, rule or intent by its name; a product's topic by the product, which its tag of interest is called after. */
export const causeName = (kind: CauseKind, id: string, { lang, tag }: CauseNaming): string => {
  const product = kind === 'pack' ? productOfTopic(id) : null;
  if (product !== null) return printable(tag?.(interestTag(product))?.name ?? product);
  const known = { pack: topicNames, rule: ruleNames, intent: intentNames }[kind as string] ?? {};
  return known[id]?.[lang] ?? printable(id);
};

export interface CauseNaming {
  lang: Lang;
  person?: ((id: string) => string | undefined) | undefined;
  tag?: ((id: string) => { name: string } | undefined) | undefined;
}

/** A rule by the name in its file; in English a shipped one by its English name. */
export const ruleWords = (id: string, name: string, lang: Lang): string =>
  printable((lang === 'en' ? ruleNames[id]?.en : undefined) ?? name);

/** What a task asks for, as it was written; a title of the shipped rules in the reader's language. */
export const titleWords = (title: string, lang: Lang): string =>
  printable(Object.values(taskTitles).find(({ zh }) => zh === title)?.[lang] ?? title);

/** Where a tag comes from, in words: 人工 王经理, 关键词 询价, 规则 静默. */
export const causeWords = ({ kind, id }: { kind: CauseKind; id: string }, naming: CauseNaming): string => {
  const { lang, person } = naming;
  const named = kind === 'person' ? personWords(id, lang, person) : causeName(kind, id, naming);
  return `${KINDS[kind][lang]} ${named}`;
};
