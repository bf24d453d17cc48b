import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** Changing many customers at once. */
export const batchErrors = {
  many_usage: {
    zh: () => '没有写给哪批客户打什么标签。',
    en: () => 'It does not say which customers get which tags.',
    hint: {
      zh: () => '这样写：tag @(VIP 静默) +唤醒名单；在命令行里给括号加引号。',
      en: () => 'Write tag @(VIP Silent) +TAG; in a shell, put the brackets in quotes.',
    },
  },
  many_bracket: {
    zh: () => '@( 后面的括号没有合上。',
    en: () => 'The bracket behind @ is never closed.',
    hint: { zh: () => '这样写：tag @(VIP 静默) +唤醒名单。', en: () => 'Write tag @(VIP Silent) +TAG' },
  },
  many_nobody: {
    zh: (p: Params) => `没有客户符合“${p['understood']}”，什么也没改。`,
    en: (p: Params) => `No customer matches "${p['understood']}"; nothing was changed.`,
    hint: { zh: () => '先用 segment 试试条件。', en: () => 'Try the query with segment first.' },
  },
} satisfies Record<string, Sentence>;
