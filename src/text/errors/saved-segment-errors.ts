import type { Params } from '../../errors.ts';

/** Queries that were given a name. */
export const savedSegmentErrors = {
  segment_unknown_saved: {
    zh: (p: Params) => `没有存过叫“${p['name']}”的分群（第 ${Number(p['at']) + 1} 个字）。`,
    en: (p: Params) => `No segment is saved as "${p['name']}" (character ${Number(p['at']) + 1}).`,
    hint: {
      zh: (p: Params) =>
        p['near'] ? `是不是 @${p['near']}？` : '用 segment --saved 查看已存的，用 segment --save 名字 条件 存一个。',
      en: (p: Params) =>
        p['near'] ? `Did you mean @${p['near']}?` : 'See them with segment --saved; save one with segment --save NAME QUERY.',
    },
  },
  segment_bad_name: {
    zh: (p: Params) => `“${p['name']}”不能作分群的名字。`,
    en: (p: Params) => `"${p['name']}" cannot be the name of a segment.`,
    hint: {
      zh: (p: Params) => `写 1 到 ${p['most']} 个字，不含括号、引号、竖线和比较符号。`,
      en: (p: Params) => `Write 1 to ${p['most']} characters, without brackets, quotes, bars and comparisons.`,
    },
  },
  segment_of_others: {
    zh: (p: Params) => `“${p['name']}”是 ${p['by']} 存的，只有本人和主管可以改。`,
    en: (p: Params) => `"${p['name']}" was saved by ${p['by']}; only they and managers can change it.`,
    hint: { zh: () => '换一个名字来存。', en: () => 'Save yours under another name.' },
  },
  segment_in_use: {
    zh: (p: Params) => `分群“${p['name']}”还被 @${p['user']} 用着，没有删除。`,
    en: (p: Params) => `The segment "${p['name']}" is still used by @${p['user']} and was not dropped.`,
    hint: { zh: (p: Params) => `先改或删掉 @${p['user']}。`, en: (p: Params) => `Change or drop @${p['user']} first.` },
  },
  segment_drop_usage: {
    zh: () => '--drop 只要一个名字。',
    en: () => '--drop takes one name and nothing else.',
    hint: { zh: () => '例如：segment --drop 该联系。', en: () => 'Like: segment --drop "to call".' },
  },
  segment_saved_usage: {
    zh: () => '--saved 列出已存的分群，后面不写条件。',
    en: () => '--saved lists the saved segments and takes no query.',
    hint: { zh: () => '查询一个已存的：segment @名字。', en: () => 'To ask one of them: segment @NAME.' },
  },
  segment_saved_broken: {
    zh: (p: Params) => `已存的分群“${p['name']}”（${p['query']}）现在读不懂了。`,
    en: (p: Params) => `The saved segment "${p['name']}" (${p['query']}) can no longer be understood.`,
    hint: {
      zh: () => '直接运行它的条件，看哪里不对；改好后用 segment --save 再存一次。',
      en: () => 'Run its query by itself to see what is wrong, then save it anew with segment --save.',
    },
  },
  segment_saved_many: {
    zh: (p: Params) => `这个条件里用到的已存分群太多，最多 ${p['most']} 个。`,
    en: (p: Params) => `This query uses too many saved segments; at most ${p['most']} are read.`,
    hint: { zh: () => '把其中几个直接写成条件。', en: () => 'Write some of them out.' },
  },
  segment_saved_circle: {
    zh: (p: Params) => `分群“${p['name']}”绕了一圈又用到自己：${p['path']}。`,
    en: (p: Params) => `The segment "${p['name']}" comes back to itself: ${p['path']}.`,
    hint: { zh: () => '把其中一个改成不用 @ 的条件。', en: () => 'Write one of them without the @.' },
  },
};
