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
  segment_expected_name: {
    zh: (p: Params) => `第 ${Number(p['at']) + 1} 个字处，“${p['mark']}”后面应当紧跟一个名字。`,
    en: (p: Params) => `A name should follow "${p['mark']}" at character ${Number(p['at']) + 1}, without a space.`,
    hint: {
      zh: () => '?标签 找有此建议的客户，@名字 用已存的分群；标签名本身以“?”或“@”开头时加引号。',
      en: () =>
        '?tag finds those for whom the tag is suggested, @name a saved segment; a tag whose own name begins so goes in quotes.',
    },
  },
  segment_unknown_owner: {
    zh: (p: Params) => `没有叫“${p['word']}”的负责人（第 ${Number(p['at']) + 1} 个字）。`,
    en: (p: Params) => `Nobody called "${p['word']}" owns a customer (character ${Number(p['at']) + 1}).`,
    hint: {
      zh: (p: Params) =>
        p['near']
          ? `是不是“${p['near']}”？`
          : p['known']
            ? `有：${p['known']}；没有负责人的写 负责人:无。`
            : '没有负责人的写 负责人:无。',
      en: (p: Params) =>
        p['near']
          ? `Did you mean ${p['near']}?`
          : `${p['known'] ? `There are: ${String(p['known']).replaceAll('、', ', ')}. ` : ''}Those without one: owner:none.`,
    },
  },
  segment_expected_number: {
    zh: (p: Params) => `第 ${Number(p['at']) + 1} 个字的比较符号后面应当是一个数：“${p['word']}”。`,
    en: (p: Params) => `A number should follow the sign at character ${Number(p['at']) + 1}: "${p['word']}".`,
    hint: {
      zh: () => '例如：静默>30天、消费>=1万、报价中超过3天；字段用冒号，例如 城市:上海；名字里有这些符号时加引号。',
      en: () => 'Like: silence>30d, spend>=10000; fields take a colon, like region:Shanghai; names with such signs go in quotes.',
    },
  },
  segment_number_too_large: {
    zh: (p: Params) => `第 ${Number(p['at']) + 1} 个字后面的数太大，最大是 ${p['most']}。`,
    en: (p: Params) => `The number after character ${Number(p['at']) + 1} is too large; up to ${p['most']} can be compared.`,
    hint: { zh: () => '写一个小一些的数。', en: () => 'Write a smaller number.' },
  },
  segment_wrong_unit: {
    zh: (p: Params) => `“${p['word']}”不能用这个单位比较（第 ${Number(p['at']) + 1} 个字）。`,
    en: (p: Params) => `"${p['word']}" cannot be compared in that unit (character ${Number(p['at']) + 1}).`,
    hint: {
      zh: (p: Params) =>
        p['measure'] === 'days'
          ? '用天、周、月或年，例如 >30天。'
          : p['measure'] === 'money'
            ? '用元或不写单位，例如 >1万。'
            : p['measure'] === 'year'
              ? '写年份，例如 >1990年。'
              : '用次、笔或不写单位，例如 >=3。',
      en: (p: Params) =>
        p['measure'] === 'days'
          ? 'Use days, weeks, months or years, like >30d.'
          : p['measure'] === 'money'
            ? 'Write an amount without a unit, like >10000.'
            : p['measure'] === 'year'
              ? 'Write a year, like >1990.'
              : 'Write a number without a unit, like >=3.',
    },
  },
  segment_fact_alone: {
    zh: (p: Params) => `“${p['word']}”是一个数，要和另一个数比较（第 ${Number(p['at']) + 1} 个字）。`,
    en: (p: Params) => `"${p['word']}" is a number and needs another to compare with (character ${Number(p['at']) + 1}).`,
    hint: { zh: (p: Params) => `例如：${p['word']}>3。`, en: (p: Params) => `Like: ${p['word']}>3.` },
  },
  segment_tag_or_field: {
    zh: (p: Params) => `“${p['word']}”既是标签，也是客户资料里有的值（第 ${Number(p['at']) + 1} 个字）。`,
    en: (p: Params) => `"${p['word']}" is a tag, and a value that stands in profiles too (character ${Number(p['at']) + 1}).`,
    hint: { zh: (p: Params) => `写明是哪一个：${p['candidates']}。`, en: (p: Params) => `Say which: ${p['candidatesEn']}.` },
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
