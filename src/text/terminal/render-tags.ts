import type { TagAnswer, TagsAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { customerHead } from './customer-head.ts';
import { paint } from './paint.ts';
import { table } from './table.ts';
import { tagRow } from './tag-rows.ts';
import type { View } from './view.ts';
import { asOfLines, tagWords, typedTag } from './words.ts';

const MOST = [24, 16, 36, 24];

const WORDS = {
  zh: {
    ungrouped: '其他',
    suggested: '建议（等人决定，还没有打上）',
    none: (id: string) => `还没有标签。客户说到什么会自动打上，也可以手动打：tag ${id} +VIP`,
    decide: (id: string, tag: string) => `  同意：tag ${id} +${tag}    不同意：tag ${id} -${tag}`,
  },
  en: {
    ungrouped: 'Others',
    suggested: 'Suggested (not set until somebody decides)',
    none: (id: string) => `No tags yet. They come as the customer talks; by hand: tag ${id} +VIP`,
    decide: (id: string, tag: string) => `  to accept: tag ${id} +${tag}    to turn down: tag ${id} -${tag}`,
  },
};

/** Tags by the group that they stand in, groups in the order in which the tags come. */
const byGroup = (tags: readonly TagAnswer[], view: View): Map<string, TagAnswer[]> => {
  const groups = new Map<string, TagAnswer[]>();
  for (const tag of tags) {
    const group = tagWords(tag, view).group;
    groups.set(group, [...(groups.get(group) ?? []), tag]);
  }
  return groups;
};

/** All rows are laid out together, so that columns line up over the blocks. */
const blocks = (doc: TagsAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold } = paint(view.colour);
  const groups = byGroup(doc.tags, view);
  const ordered = [...[...groups.values()].flat(), ...doc.suggested];
  const rows = table(
    ordered.map((tag) => tagRow(tag, view)),
    { indent: '  ', most: MOST },
  );
  const take = (count: number) => rows.splice(0, count);
  const carried = [...groups].flatMap(([group, tags]) => [bold(group || words.ungrouped), ...take(tags.length)]);
  const [first] = doc.suggested;
  if (!first) return carried;
  return [...carried, '', bold(words.suggested), ...rows, words.decide(printable(doc.customer.id), typedTag(first, view))];
};

/** What a customer carries, each tag with age, source and the words that it rests on; then what is suggested. */
export const renderTags = (doc: TagsAnswer, view: View): string[] => {
  const none = doc.tags.length === 0 ? [WORDS[view.lang].none(printable(doc.customer.id))] : [];
  return [customerHead(doc, view), '', ...none, ...blocks(doc, view), '', ...asOfLines(doc, view)];
};
