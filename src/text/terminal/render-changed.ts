import type { ChangeAnswer, ChangedAnswer, FieldChangeAnswer, TagAnswer } from '../../domain/answers.ts';
import { customerHead } from './customer-head.ts';
import { fieldChangeWords } from './field-words.ts';
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
    field: (change: string) => `⇄ 改回 ${change}`,
    nothing: '什么也没有变：要加的本来就有，要去掉的本来就没有，或者后来的改动仍然有效。',
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
    field: (change: string) => `~ set back ${change}`,
    nothing: 'Nothing changed: what was to be added is there, what was to be removed is not, or a later change still holds.',
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

/** A later change of the same field stands, whatever was taken back before it. */
const fieldsThatChanged = ({ fieldChanges = [] }: ChangedAnswer): FieldChangeAnswer[] =>
  fieldChanges.filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));

/** What a change did, then the tags as they are now, in short. */
export const renderChanged = (doc: ChangedAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold } = paint(view.colour);
  const now = doc.tags.length === 0 ? [`  ${words.none}`] : groupLines(doc.tags, view);
  const done = [
    ...changeLines(doc.changes, view),
    ...fieldsThatChanged(doc).map((one) => `  ${words.field(fieldChangeWords(one, view.lang))}`),
  ];
  const changes = done.length === 0 ? [`  ${words.nothing}`] : done;
  return [customerHead(doc, view), ...changes, bold(words.now), ...now, '', ...asOfLines(doc, view)];
};
