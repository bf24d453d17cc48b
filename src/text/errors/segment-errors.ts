import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** Queries for customers. */
export const segmentErrors = {
  segment_empty: {
    zh: () => '没有写要找什么样的客户。',
    en: () => 'The query says nothing about whom to find.',
    hint: {
      zh: () => '例如：segment VIP 静默，或 segment 阶段:报价中 -投诉客户。',
      en: () => 'For example: segment VIP Silent, or segment Stage:Quoting -Complained.',
    },
  },
  segment_too_long: {
    zh: (p: Params) => `查询太长：${p['length']} 个字，最多 ${p['most']} 个。`,
    en: (p: Params) => `The query has ${p['length']} characters; at most ${p['most']} are read.`,
    hint: { zh: () => '用上一级的标签代替一长串标签。', en: () => 'Name a group instead of many of its tags.' },
  },
  segment_too_deep: {
    zh: (p: Params) => `第 ${Number(p['at']) + 1} 个字处括号和否定套得太深，最多 ${p['most']} 层。`,
    en: (p: Params) =>
      `Brackets and negations are nested too deep at character ${Number(p['at']) + 1}; ${p['most']} levels are read.`,
    hint: { zh: () => '去掉多余的括号。', en: () => 'Take out brackets that change nothing.' },
  },
  segment_expected_term: {
    zh: (p: Params) => `第 ${Number(p['at']) + 1} 个字处应当是一个标签。`,
    en: (p: Params) => `A tag should stand at character ${Number(p['at']) + 1}.`,
    hint: {
      zh: () => '“或”“且”两边、“-”后面和括号里都要有标签；名字里有空格或符号时加引号。',
      en: () =>
        'Both sides of "or" and "and", what follows "-", and brackets need a tag; put names with spaces or signs in quotes.',
    },
  },
  segment_open_bracket: {
    zh: (p: Params) => `第 ${Number(p['at']) + 1} 个字的括号没有合上。`,
    en: (p: Params) => `The bracket at character ${Number(p['at']) + 1} is never closed.`,
    hint: { zh: () => '补上“)”。', en: () => 'Add the ")".' },
  },
  segment_close_bracket: {
    zh: (p: Params) => `第 ${Number(p['at']) + 1} 个字的右括号前面没有左括号。`,
    en: (p: Params) => `The bracket closed at character ${Number(p['at']) + 1} was never opened.`,
    hint: { zh: () => '补上“(”，或去掉它。', en: () => 'Add the "(" or take it out.' },
  },
  segment_open_quote: {
    zh: (p: Params) => `第 ${Number(p['at']) + 1} 个字的引号没有合上。`,
    en: (p: Params) => `The quotation mark at character ${Number(p['at']) + 1} is never closed.`,
    hint: { zh: () => '补上引号。', en: () => 'Add the closing mark.' },
  },
  segment_not_yet: {
    zh: (p: Params) => `第 ${Number(p['at']) + 1} 个字起的“${p['word']}”是按事实筛选的条件，目前只能按标签查询。`,
    en: (p: Params) =>
      `"${p['word']}" at character ${Number(p['at']) + 1} is a condition over facts; so far a query can name tags only.`,
    hint: {
      zh: () => '先用标签代替，例如用“静默”代替“静默>30天”；标签名本身有这些符号时加引号。',
      en: () => 'Use a tag instead, Silent for silence over 30 days say; a name that has such signs goes in quotes.',
    },
  },
  segment_unknown_term: {
    zh: (p: Params) => `没有叫“${p['word']}”的标签（第 ${Number(p['at']) + 1} 个字）。`,
    en: (p: Params) => `There is no tag called "${p['word']}" (character ${Number(p['at']) + 1}).`,
    hint: {
      zh: (p: Params) => (p['candidates'] ? `是不是：${p['candidates']}？` : '用 library show 查看所有标签。'),
      en: (p: Params) => (p['candidatesEn'] ? `Did you mean ${p['candidatesEn']}?` : 'See all tags with library show.'),
    },
  },
  segment_ambiguous_term: {
    zh: (p: Params) => `“${p['word']}”可以指几个标签（第 ${Number(p['at']) + 1} 个字）。`,
    en: (p: Params) => `"${p['word']}" can mean several tags (character ${Number(p['at']) + 1}).`,
    hint: { zh: (p: Params) => `写明是哪一个：${p['candidates']}。`, en: (p: Params) => `Say which: ${p['candidatesEn']}.` },
  },
  bad_limit: {
    zh: (p: Params) => `--limit 要是 1 到 ${p['most']} 的整数。`,
    en: (p: Params) => `--limit takes a whole number from 1 to ${p['most']}.`,
    hint: {
      zh: () => '例如：segment VIP --limit 50；更多的用 --after 翻页。',
      en: () => 'Like: segment VIP --limit 50; page on with --after for more.',
    },
  },
  bad_token: {
    zh: () => '--after 后面的翻页记号不对。',
    en: () => 'What follows --after is no page token.',
    hint: {
      zh: () => '原样抄上一页最后给出的记号，或去掉 --after 从头看起。',
      en: () => 'Copy the token from the end of the page before, or leave --after out to start over.',
    },
  },
} satisfies Record<string, Sentence>;
