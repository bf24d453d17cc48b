import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** How each change of the library is written. */
const FORMS: Record<string, { zh: string; en: string }> = {
  add: {
    zh: 'library add 名字 --in 组 [--after 标签] [--en 英文名] [--colour 颜色] [--ttl 30d] [--definition 说明]；新组再加 --group',
    en: 'library add NAME --in GROUP [--after TAG] [--en NAME] [--colour C] [--ttl 30d] [--definition TEXT]; a group with --group',
  },
  rename: { zh: 'library rename 标签 新名字', en: 'library rename TAG NAME' },
  alias: { zh: 'library alias 标签 别名', en: 'library alias TAG ALIAS' },
  define: { zh: 'library define 标签 说明', en: 'library define TAG TEXT' },
  move: {
    zh: 'library move 标签 组 [--after 标签]；组移到顶层：--top',
    en: 'library move TAG GROUP [--after TAG]; a group to the top: --top',
  },
  colour: { zh: 'library colour 标签 颜色', en: 'library colour TAG COLOUR' },
  ttl: { zh: 'library ttl 标签 30d', en: 'library ttl TAG 30d' },
  archive: { zh: 'library archive 标签', en: 'library archive TAG' },
  restore: { zh: 'library restore 标签', en: 'library restore TAG' },
  merge: { zh: 'library merge 标签 并入的标签', en: 'library merge TAG INTO' },
};

const formOf = ({ verb }: Params, lang: 'zh' | 'en'): string => FORMS[String(verb)]?.[lang] ?? 'library';

/** Changing the tag library in words. */
export const libraryErrors = {
  library_usage: {
    zh: () =>
      'library 后面写要做什么：show、usage、add、rename、alias、define、move、colour、ttl、archive、restore、merge、undo、handbook、export 文件、import 文件。',
    en: () =>
      'After library comes what to do: show, usage, add, rename, alias, define, move, colour, ttl, archive, restore, merge, undo, handbook, export FILE, import FILE.',
    hint: {
      zh: () => '例如：library rename 询价 问价；library export 标签.yaml。',
      en: () => 'Like: library rename Bargaining Haggling; library export tags.yaml',
    },
  },
  library_usage_near: {
    zh: (p: Params) => `library 没有“${p['word']}”。`,
    en: (p: Params) => `There is no library ${p['word']}.`,
    hint: { zh: (p: Params) => `是不是 library ${p['near']}？`, en: (p: Params) => `Did you mean library ${p['near']}?` },
  },
  library_edit_usage: {
    zh: () => '少写了或多写了什么，标签库没有改。',
    en: () => 'There is too little or too much; the library was not changed.',
    hint: {
      zh: (p: Params) => `这样写：${formOf(p, 'zh')}；名字里有空格就加引号。`,
      en: (p: Params) => `Write ${formOf(p, 'en')}; put names with spaces in quotes.`,
    },
  },
  definition_usage: {
    zh: () => '说明要有文字，最多 400 个字符。',
    en: () => 'A definition is text of at most 400 characters.',
    hint: {
      zh: () => '例如：library define 询价 客户问我们的东西卖多少钱。',
      en: () => 'Like: library define "Ask price" The customer asks what something costs',
    },
  },
  bad_colour: {
    zh: (p: Params) => `“${p['word']}”不是颜色。`,
    en: (p: Params) => `"${p['word']}" is no colour.`,
    hint: {
      zh: () => '写 红、橙、黄、绿、青、蓝、紫、粉、灰，或 1677ff 这样六位（# 可以不写）。',
      en: () =>
        'Write red, orange, yellow, green, cyan, blue, purple, pink or grey, or six digits like 1677ff (the # may be left out).',
    },
  },
  bad_ttl: {
    zh: (p: Params) => `“${p['word']}”不是有效期。`,
    en: (p: Params) => `"${p['word']}" is no time to live.`,
    hint: { zh: () => '写天数，如 30d、30天、2周；不限写 none 或 无。', en: () => 'Write days like 30d or 2w, or none.' },
  },
  tag_of_product: {
    zh: (p: Params) => `“${p['tag']}”是产品目录里的标签，不在这里改。`,
    en: (p: Params) => `"${p['tag']}" comes with a product and is not changed here.`,
    hint: {
      zh: () => '用 product add 或 product drop 改产品。',
      en: () => 'Change the product with product add or product drop.',
    },
  },
  tag_exists: {
    zh: (p: Params) => `已经有“${p['tag']}”了。`,
    en: (p: Params) => `There is "${p['tag']}" already.`,
    hint: { zh: () => '直接用它，或换一个名字。', en: () => 'Use it, or choose another name.' },
  },
  tag_built_in: {
    zh: (p: Params) => `程序要用到“${p['tag']}”，不能并入“${p['other']}”。`,
    en: (p: Params) => `The program itself relies on "${p['tag']}": it cannot become part of "${p['other']}".`,
    hint: { zh: () => '可以给它改名，或反过来合并。', en: () => 'Rename it, or merge the other way round.' },
  },
  library_below_itself: {
    zh: (p: Params) => `“${p['tag']}”不能放进自己或自己的下级“${p['other']}”。`,
    en: (p: Params) => `"${p['tag']}" cannot go into itself or what lies below it ("${p['other']}").`,
    hint: { zh: () => '换一个不在它下面的组或标签。', en: () => 'Choose a group or tag that does not lie below it.' },
  },
  library_refused: {
    zh: (p: Params) => `有 ${p['count']} 处不行，标签库没有改。`,
    en: (p: Params) => `The library was not changed: ${p['count']} ${p['count'] === 1 ? 'thing is' : 'things are'} wrong.`,
    hint: { zh: () => '按上面说的改了再试。', en: () => 'Change what is named here and try again.' },
  },
  library_overtaken: {
    zh: (p: Params) => `不能撤销：“${p['tag']}”在那以后又改过。`,
    en: (p: Params) => `This cannot be taken back: "${p['tag']}" was changed since.`,
    hint: { zh: () => '用 audit 看谁改的，再手动改回来。', en: () => 'See who did with audit, then set it right by hand.' },
  },
  library_carried: {
    zh: (p: Params) => `不能撤销新增“${p['tag']}”：已经有 ${p['count']} 位客户带着它。`,
    en: (p: Params) =>
      `"${p['tag']}" cannot be unmade: ${p['count']} customer${p['count'] === 1 ? ' carries' : 's carry'} it by now.`,
    hint: {
      zh: (p: Params) => `不再用它就归档：library archive ${p['tag']}。`,
      en: (p: Params) => `To use it no more, archive it: library archive "${p['tag']}"`,
    },
  },
  library_managers_only: {
    zh: () => '只有主管和管理员可以修改标签库。',
    en: () => 'Only managers and admins may change the tag library.',
    hint: { zh: () => '请主管来改。', en: () => 'Ask a manager to do it.' },
  },
} satisfies Record<string, Sentence>;
