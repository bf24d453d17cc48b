import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** Customers who become one or two, and those of one person who become another's. */
export const customerManyErrors = {
  join_usage: {
    zh: () => '要写两位客户。',
    en: () => 'Name two customers.',
    hint: {
      zh: () => '这样写：customer join 王芳 u7（后一位并入前一位）；名字里有空格就加引号。',
      en: () => 'Write customer join Mei u7 (the second becomes part of the first); put names with spaces in quotes.',
    },
  },
  join_same: {
    zh: (p: Params) => `两个名字都是“${p['name']}”这一位客户。`,
    en: (p: Params) => `Both names mean the same customer, "${p['name']}".`,
    hint: { zh: () => '用 find 查另一位的编号。', en: () => 'Look the other one up with find.' },
  },
  join_restricted_tag: {
    zh: (p: Params) => `只有一位带着受限标签“${p['tag']}”，你的角色（${p['role']}）不能合并他们。`,
    en: (p: Params) => `Only one of them carries "${p['tag']}", which is restricted; your role (${p['role']}) may not join them.`,
    hint: { zh: () => '请主管来合并。', en: () => 'Ask a manager to do it.' },
  },
  join_changes_restricted: {
    zh: (p: Params) => `合并后受限标签“${p['tag']}”会变，所以没有合并。`,
    en: (p: Params) =>
      `Together they would no longer carry "${p['tag']}" as they do now; it is restricted, so they were not joined.`,
    hint: {
      zh: () => '先由主管在两边手动打好或去掉这个标签，再合并。',
      en: () => 'Let a manager set or remove that tag on both by hand first, then join them.',
    },
  },
  split_usage: {
    zh: () => '要写一位客户，最多再写要分出来的那一位。',
    en: () => 'Name one customer, and at most who is to be split off.',
    hint: { zh: () => '这样写：customer split 王芳 u7。', en: () => 'Write customer split Mei u7' },
  },
  split_which: {
    zh: (p: Params) => `这里合并过几位：${p['choices']}。`,
    en: (p: Params) => `Several became part of this customer: ${p['choices']}.`,
    hint: {
      zh: () => '写明分出哪一位：customer split 客户 编号。',
      en: () => 'Say whom to split off: customer split CUSTOMER ID',
    },
  },
  not_joined: {
    zh: (p: Params) => `“${p['name']}”里没有可以分出来的客户。`,
    en: (p: Params) => `There is nobody to split off "${p['name']}".`,
    hint: {
      zh: () => '只有合并过的客户才能拆分；看 audit 客户。',
      en: () => 'Only customers who were joined can be split; see audit CUSTOMER.',
    },
  },
  handover_usage: {
    zh: () => '要写两位同事：谁的客户，交给谁。',
    en: () => 'Name two people: whose customers, and who gets them.',
    hint: { zh: () => '这样写：customer handover li wang。', en: () => 'Write customer handover li wang' },
  },
  handover_same: {
    zh: (p: Params) => `“${p['name']}”不能交给自己。`,
    en: (p: Params) => `"${p['name']}" cannot hand over to themselves.`,
    hint: { zh: () => '写另一位同事。', en: () => 'Name somebody else.' },
  },
  handover_nothing: {
    zh: (p: Params) => `“${p['name']}”名下没有客户、待办任务和未答复的报价。`,
    en: (p: Params) => `"${p['name']}" has no customers, open tasks or open quotes.`,
    hint: { zh: () => '用 customer report 看各人有多少客户。', en: () => 'See who has how many with customer report.' },
  },
  handover_managers_only: {
    zh: () => '客服只能交出自己的客户。',
    en: () => 'Agents hand over only what is their own.',
    hint: { zh: () => '请主管来交接。', en: () => 'Ask a manager to do it.' },
  },
  report_usage: {
    zh: () => '后面不带别的词。',
    en: () => 'No words come behind it.',
    hint: {
      zh: () => '只写 customer report 或 customer duplicates。',
      en: () => 'Write just customer report or customer duplicates.',
    },
  },
} satisfies Record<string, Sentence>;
