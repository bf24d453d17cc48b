import type { TagTree } from '../domain/tag-tree.ts';
import type { Operator } from './comparison.ts';
import { FACTS, type Measure } from './fact-names.ts';
import { fieldName, markedName } from './fields.ts';
import type { BoundTree } from './tree.ts';
import { typedAgeName, typedName, typedWord } from './typed-name.ts';

type Lang = 'zh' | 'en';

const WORDS = { zh: { and: ' 且 ', or: ' 或 ', not: '非 ' }, en: { and: ' and ', or: ' or ', not: 'not ' } };

const COMPARED: Record<Lang, Record<Operator, string>> = {
  zh: { '>': '超过', '>=': '至少', '<': '不到', '<=': '至多', '=': '等于' },
  en: { '>': 'over', '>=': 'at least', '<': 'under', '<=': 'at most', '=': 'exactly' },
};

const amount = (number: number, measure: Measure, lang: Lang): string => {
  if (measure === 'year') return `${number}${lang === 'zh' ? '年' : ''}`;
  const digits = number.toLocaleString('en', { maximumFractionDigits: 4 });
  if (measure === 'days') return `${digits} ${lang === 'zh' ? '天' : number === 1 ? 'day' : 'days'}`;
  return lang === 'en' ? digits : `${digits} ${{ money: '元', orders: '笔', times: '次' }[measure]}`;
};

/** `field:value`, marked as a field where it would name a tag. */
const fieldWords = ({ field, value }: Extract<BoundTree, { kind: 'field' }>, tags: TagTree, lang: Lang): string => {
  const plain = `${fieldName(field, lang)}:${value}`;
  return typedWord(tags.resolve(plain).kind === 'unknown' ? plain : `${markedName(field, lang)}:${value}`);
};

/** How a query was understood, in words; typed in as a query it means the same. */
export function understood({ bound, tags, lang }: { bound: BoundTree; tags: TagTree; lang: Lang }): string {
  const words = WORDS[lang];
  const write = (tree: BoundTree): string => {
    switch (tree.kind) {
      case 'tag':
        return typedName(tree.id, tags, lang);
      case 'suggested':
        return `?${typedName(tree.id, tags, lang)}`;
      case 'age':
        return `${typedAgeName(tree.id, tags, lang)} ${COMPARED[lang][tree.operator]} ${amount(tree.days, 'days', lang)}`;
      case 'fact': {
        const { measure, [lang]: name } = FACTS[tree.fact];
        return `${name} ${COMPARED[lang][tree.operator]} ${amount(tree.number, measure, lang)}`;
      }
      case 'field':
        return fieldWords(tree, tags, lang);
      case 'not':
        return `${words.not}${inside(tree.item)}`;
      case 'and':
      case 'or':
        return tree.items.map(inside).join(words[tree.kind]);
    }
  };
  // Readers need not know that "and" binds tighter: every junction inside another wears brackets.
  const inside = (tree: BoundTree): string => (tree.kind === 'and' || tree.kind === 'or' ? `(${write(tree)})` : write(tree));
  return write(bound);
}
