import type { ChangeAnswer, TagAnswer, TagsAnswer } from '../../domain/answers.ts';
import { customerHead } from './customer-head.ts';
import { paint } from './paint.ts';
import type { View } from './view.ts';
import { asOfLines, labelWords, sourceWords, tagWords } from './words.ts';

const WORDS = {
  zh: {
    add: (tag: string) => `＋ 加上 ${tag}`,
    remove: (tag: string) => `－ 去掉 ${tag}`,
    replace: (from: string, to: string) => `⇄ 替换 ${from} → ${to}`,
    suggest: (tag: string) => `？ 建议 ${tag}`,
    withdraw: (tag: string) => `－ 撤下建议 ${tag}`,
    nothing: '标签没有变化：要加的本来就有，要去掉的本来就没有，或者这次改的不是标签。',
    now: '现在',
    none: '没有标签',
    ungrouped: '其他',
    colon: '：',
  },
  en: {
    add: (tag: string) => `+ added ${tag}`,
    remove: (tag: string) => `- removed ${tag}`,
    replace: (from: string, to: string) => `~ replaced ${from} → ${to}`,
    suggest: (tag: string) => `? suggested ${tag}`,
    withdraw: (tag: string) => `- suggestion withdrawn ${tag}`,
    nothing: 'No tag changed: what was to be added is there, what was to be removed is not, or the change was no tag.',
    now: 'Now',
    none: 'no tags',
    ungrouped: 'Others',
    colon: ': ',
  },
};

/** A replaced tag and the one that took its place are one line. */
const changeLines = (changes: readonly ChangeAnswer[], view: View): string[] => {
  const words = WORDS[view.lang];
  const { dim } = paint(view.colour);
  const replacing = new Set(changes.flatMap(({ action, replacedBy }) => (action === 'remove' && replacedBy ? [replacedBy] : [])));
  return changes
    .filter(({ action, tag }) => action !== 'add' || !replacing.has(tag))
    .map(({ action, tag, by, replacedBy }) => {
      const name = labelWords(tag, view);
      const what = action === 'remove' && replacedBy ? words.replace(name, labelWords(replacedBy, view)) : words[action](name);
      return `  ${what}  ${dim(sourceWords(by, view))}`;
    });
};

/** A line a group: 价值分层：VIP客户. */
const groupLines = (tags: readonly TagAnswer[], view: View): string[] => {
  const words = WORDS[view.lang];
  const { hex, dim } = paint(view.colour);
  const groups = new Map<string, string[]>();
  for (const tag of tags) {
    const { group, name } = tagWords(tag, view);
    groups.set(group, [...(groups.get(group) ?? []), hex(tag.colour, name)]);
  }
  const join = view.lang === 'zh' ? '、' : ', ';
  return [...groups].map(([group, names]) => `  ${dim(group || words.ungrouped)}${words.colon}${names.join(join)}`);
};

/** What a change did, then the tags as they are now, in short. */
export const renderChanged = (doc: TagsAnswer & { changes: ChangeAnswer[] }, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold } = paint(view.colour);
  const now = doc.tags.length === 0 ? [`  ${words.none}`] : groupLines(doc.tags, view);
  const changes = doc.changes.length === 0 ? [`  ${words.nothing}`] : changeLines(doc.changes, view);
  return [customerHead(doc, view), ...changes, bold(words.now), ...now, '', ...asOfLines(doc, view)];
};
