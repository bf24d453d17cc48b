import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** Setting and removing tags. */
export const tagErrors = {
  unknown_tag: {
    zh: (p: Params) => `没有叫“${p['name']}”的标签。`,
    en: (p: Params) => `There is no tag called "${p['name']}".`,
    hint: { zh: () => '用 library show 看有哪些标签。', en: () => 'See which tags there are with library show.' },
  },
  unknown_tag_near: {
    zh: (p: Params) => `没有叫“${p['name']}”的标签。`,
    en: (p: Params) => `There is no tag called "${p['name']}".`,
    hint: { zh: (p: Params) => `是不是：${p['choices']}？`, en: (p: Params) => `Did you mean ${p['choicesEn']}?` },
  },
  ambiguous_tag: {
    zh: (p: Params) => `“${p['tag']}”可以指几个标签。`,
    en: (p: Params) => `"${p['tag']}" can mean several tags.`,
    hint: { zh: (p: Params) => `写明是哪一个：${p['choices']}。`, en: (p: Params) => `Say which: ${p['choicesEn']}.` },
  },
  tag_missing: {
    zh: () => '没有写是哪个标签。',
    en: () => 'It does not say which tag.',
    hint: { zh: () => '写上标签，例如：why 王芳 询价。', en: () => 'Name the tag, like: why Mei Silent.' },
  },
  tag_usage: {
    zh: () => '没有写要加或去掉什么标签。',
    en: () => 'It does not say which tags to add or remove.',
    hint: {
      zh: () => '这样写：tag 王芳 +VIP -静默 阶段:报价中。',
      en: () => 'Write it like this: tag Mei +VIP -Silent Stage:Quoting.',
    },
  },
  tag_without_sign: {
    zh: (p: Params) => `不清楚“${p['word']}”是要加还是要去掉，所以什么也没改。`,
    en: (p: Params) => `It is not clear whether to add or remove "${p['word']}", so nothing was changed.`,
    hint: {
      zh: () => '加写 +，去掉写 -，名字里有空格就加引号：tag 王芳 +VIP -静默。',
      en: () => 'Write + to add and - to remove, and put names with spaces in quotes: tag Mei +VIP "-Price sensitive".',
    },
  },
  tag_both_ways: {
    zh: (p: Params) => `“${p['tag']}”又要加又要去掉，所以什么也没改。`,
    en: (p: Params) => `"${p['tagEn']}" is both to be added and to be removed, so nothing was changed.`,
    hint: { zh: () => '只留一个再试。', en: () => 'Keep one of the two.' },
  },
  stage_backward: {
    zh: (p: Params) => `这会把阶段从“${p['from']}”退回“${p['to']}”，还没有改。`,
    en: (p: Params) => `This moves the stage back from ${p['fromEn']} to ${p['toEn']}; nothing was changed yet.`,
    hint: {
      zh: () => '确认要退回就回复 确认，或加 --yes 再发一次。',
      en: () => 'If that is meant, answer confirm, or give it again with --yes.',
    },
  },
  tag_restricted: {
    zh: (p: Params) => `“${p['tag']}”是受限标签，你的角色（${p['role']}）不能改动它。`,
    en: (p: Params) => `"${p['tagEn']}" is restricted; your role (${p['role']}) may not change it.`,
    hint: { zh: (p: Params) => `请有权限的人操作：${p['roles']}。`, en: (p: Params) => `Ask somebody who may: ${p['roles']}.` },
  },
  replaces_restricted: {
    zh: (p: Params) => `打“${p['tag']}”会去掉受限标签“${p['other']}”，你的角色（${p['role']}）不能去掉它，所以什么也没改。`,
    en: (p: Params) =>
      `Setting "${p['tagEn']}" would remove "${p['otherEn']}", which is restricted; your role (${p['role']}) may not, so nothing was changed.`,
    hint: { zh: () => '请主管来改。', en: () => 'Ask a manager to do it.' },
  },
  tag_archived: {
    zh: (p: Params) => `标签“${p['tag']}”已归档，不能再打。`,
    en: (p: Params) => `The tag "${p['tagEn']}" is archived and can no longer be set.`,
    hint: { zh: () => '换一个标签，或请主管恢复它。', en: () => 'Use another tag, or ask a manager to bring it back.' },
  },
  tag_not_assignable: {
    zh: (p: Params) => `“${p['tag']}”只用来归类，不能打在客户身上。`,
    en: (p: Params) => `"${p['tagEn']}" only gathers other tags; a customer cannot carry it.`,
    hint: { zh: () => '用它下面的标签。', en: () => 'Use one of the tags below it.' },
  },
  tag_not_for_machines: {
    zh: (p: Params) => `“${p['tag']}”只能由人来打。`,
    en: (p: Params) => `Only people may set "${p['tagEn']}".`,
    hint: { zh: () => '让规则改用别的标签。', en: () => 'Let the rule set another tag.' },
  },
  viewer_changes_nothing: {
    zh: () => '你的角色是只读的，不能改动标签，也不能导出。',
    en: () => 'Your role may look but not change tags, nor take tables out.',
    hint: { zh: () => '请管理员调整你的角色。', en: () => 'Ask an admin for another role.' },
  },
  group_full: {
    zh: (p: Params) => `“${p['other']}”里的标签已经打满，放不下“${p['tag']}”。`,
    en: (p: Params) => `The customer has as many tags of "${p['otherEn']}" as are allowed; there is no room for "${p['tagEn']}".`,
    hint: { zh: () => '先去掉其中一个再打。', en: () => 'Remove one of them first.' },
  },
  tag_cap: {
    zh: (p: Params) => `这位客户的标签已经到上限，放不下“${p['tag']}”。`,
    en: (p: Params) => `The customer has as many tags as are allowed; there is no room for "${p['tagEn']}".`,
    hint: {
      zh: () => '先去掉不用的标签；上限是标签库里的 caps.perCustomer。',
      en: () => 'Remove tags that are no use; the limit is caps.perCustomer in the tag library.',
    },
  },
} satisfies Record<string, Sentence>;
