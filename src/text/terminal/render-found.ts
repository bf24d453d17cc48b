import type { FindAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import type { View } from './view.ts';
import { customerWords, tagWords } from './words.ts';

const WORDS = {
  zh: { customers: '客户', tags: '标签', nothing: '没有找到。只比对名字、别名和编号的开头，少打几个字试试。' },
  en: {
    customers: 'Customers',
    tags: 'Tags',
    nothing: 'Nothing found. Only beginnings of names, aliases and ids are compared: try fewer letters.',
  },
};

const section = (title: string, items: string[]): string[] =>
  items.length === 0 ? [] : [title, ...items.map((item) => `  ${item}`)];

/** Customers and tags that begin with a word. */
export const renderFound = (doc: FindAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  if (doc.customers.length + doc.tags.length === 0) return [words.nothing];
  const tags = doc.tags.map((tag) => {
    const { group, name } = tagWords(tag, view);
    return `${group === '' ? name : `${group}:${name}`}  ${dim(printable(tag.id))}`;
  });
  return [...section(bold(words.customers), doc.customers.map(customerWords)), ...section(bold(words.tags), tags)];
};
