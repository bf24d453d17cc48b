import type { BatchWords } from '../domain/asked.ts';
import type { Lang } from './lang.ts';
import { printable } from './printable.ts';

const signed = (add: readonly string[], remove: readonly string[]): string =>
  [...add.map((tag) => `+${printable(tag)}`), ...remove.map((tag) => `-${printable(tag)}`)].join(' ');

/** What is done to many customers, without a full stop. */
export const batchWords = (words: BatchWords, lang: Lang): string => {
  const zh = lang === 'zh';
  switch (words.kind) {
    case 'tag': {
      const tags = signed(words.add, words.remove);
      const who = printable(words.understood);
      return zh ? `给“${who}”的客户 ${tags}` : `${tags} for the customers of "${who}"`;
    }
    case 'handover': {
      const [from, to] = [printable(words.from), printable(words.to)];
      return zh
        ? `把${from}的客户全部交给${to}，连同 ${words.tasks} 个待办任务和 ${words.quotes} 份未答复的报价`
        : `Hand all customers of ${from} over to ${to}, with ${words.tasks} open tasks and ${words.quotes} open quotes`;
    }
    case 'undo':
      return zh ? `撤销批量改动 ${printable(words.of)}` : `Take back ${printable(words.of)}`;
  }
};

/** Why a customer of many was left as they were. */
const REASONS: Record<string, { zh: string; en: string }> = {
  replaces_restricted: { zh: '会去掉受限标签', en: 'it would remove a restricted tag' },
  tag_restricted: { zh: '受限标签', en: 'restricted tag' },
  group_full: { zh: '这一组已打满', en: 'the group is full' },
  tag_cap: { zh: '标签已到上限', en: 'as many tags as are allowed' },
  stage_backward: { zh: '会退回阶段', en: 'it would move the stage back' },
  undo_overtaken: { zh: '之后又改过', en: 'changed since' },
  tag_archived: { zh: '标签已归档', en: 'the tag is archived' },
  viewer_changes_nothing: { zh: '角色只读', en: 'the role may only look' },
};

export const reasonWords = (code: string, lang: Lang): string => REASONS[code]?.[lang] ?? printable(code);
