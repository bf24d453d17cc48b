import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

const mistakes = ({ count }: Params): string => `${count} ${count === 1 ? 'mistake' : 'mistakes'}`;

/** Files that are read: library, packs, configuration, sample. */
export const fileErrors = {
  library_broken: {
    zh: (p: Params) => `标签库文件有 ${p['count']} 处问题，没有采用。`,
    en: (p: Params) => `The library file was not taken over: ${mistakes(p)}.`,
    hint: { zh: () => '按列出的行改正后再试。', en: () => 'Mend the lines named here and try again.' },
  },
  packs_usage: {
    zh: () => 'packs 后面要写 check。',
    en: () => 'After packs comes check.',
    hint: { zh: () => '这样写：packs check。', en: () => 'Write: packs check.' },
  },
  packs_broken: {
    zh: (p: Params) => `关键词包有 ${p['count']} 处问题，没有采用。`,
    en: (p: Params) => `The keyword packs were not taken over: ${mistakes(p)}.`,
    hint: {
      zh: () => '按列出的文件和行改正后再试；packs check 可以先检查。',
      en: () => 'Mend the files and lines named here and try again; packs check looks at them first.',
    },
  },
  rules_broken: {
    zh: (p: Params) => `规则有 ${p['count']} 处问题，没有采用。`,
    en: (p: Params) => `The rules were not taken over: ${mistakes(p)}.`,
    hint: {
      zh: () => '按列出的文件和行改正后再试；rules check 可以先检查。',
      en: () => 'Mend the files and lines named here and try again; rules check looks at them first.',
    },
  },
  intents_usage: {
    zh: () => 'intents 后面要写 check 或 report。',
    en: () => 'After intents comes check or report.',
    hint: {
      zh: () => '这样写：intents check，或 intents report [带标签的文件…]。',
      en: () => 'Write: intents check, or intents report [FILE of labelled messages…].',
    },
  },
  intents_broken: {
    zh: (p: Params) => `意图文件有 ${p['count']} 处问题，没有采用。`,
    en: (p: Params) => `The intents were not taken over: ${mistakes(p)}.`,
    hint: {
      zh: () => '按列出的文件和行改正后再试；intents check 可以先检查。',
      en: () => 'Mend the files and lines named here and try again; intents check looks at them first.',
    },
  },
  material_broken: {
    zh: (p: Params) => `素材文件有 ${p['count']} 处问题，没有采用。`,
    en: (p: Params) => `The material was not taken over: ${mistakes(p)}.`,
    hint: {
      zh: () => '按列出的文件和行改正后再试；material check 可以先检查。',
      en: () => 'Mend the files and lines named here and try again; material check looks at them first.',
    },
  },
  unknown_rule: {
    zh: (p: Params) => `没有叫“${p['id']}”的规则。`,
    en: (p: Params) => `There is no rule called "${p['id']}".`,
    hint: { zh: () => '用 rules list 看有哪些规则。', en: () => 'See which rules there are with rules list.' },
  },
  unknown_rule_near: {
    zh: (p: Params) => `没有叫“${p['id']}”的规则。`,
    en: (p: Params) => `There is no rule called "${p['id']}".`,
    hint: { zh: (p: Params) => `是不是 ${p['near']}？`, en: (p: Params) => `Did you mean ${p['near']}?` },
  },
  rules_managers_only: {
    zh: (p: Params) => `只有主管和管理员可以开关规则，你的角色是 ${p['role']}。`,
    en: (p: Params) => `Only managers and admins may switch rules; your role is ${p['role']}.`,
    hint: { zh: () => '请主管来开关。', en: () => 'Ask a manager to do it.' },
  },
  config_broken: {
    zh: (p: Params) => `配置文件有 ${p['count']} 处问题，没有采用。`,
    en: (p: Params) => `The configuration was not taken over: ${mistakes(p)}.`,
    hint: { zh: () => '按列出的行和字段改正后再试。', en: () => 'Mend the lines and fields named here and try again.' },
  },
  sample_broken: {
    zh: (p: Params) => `样例数据有 ${p['count']} 处错误，没有载入。`,
    en: (p: Params) => `The sample was not loaded: ${mistakes(p)}.`,
    hint: {
      zh: () => '按所列的行和字段修改样例文件。',
      en: () => 'Correct the sample file at the lines and fields that are named.',
    },
  },
  cannot_write: {
    zh: (p: Params) => `写不了文件 ${p['file']}。`,
    en: (p: Params) => `The file ${p['file']} cannot be written.`,
    hint: { zh: () => '检查目录是否存在、有没有写的权限。', en: () => 'Check that its folder exists and may be written to.' },
  },
  no_such_file: {
    zh: (p: Params) => `没有文件 ${p['file']}，或不能读。`,
    en: (p: Params) => `There is no file ${p['file']}, or it cannot be read.`,
    hint: { zh: () => '检查路径；相对路径从当前目录算起。', en: () => 'Check the path; it is read from the working directory.' },
  },
} satisfies Record<string, Sentence>;
