import type { Params } from '../../errors.ts';
import { intentWords } from '../intent-names.ts';
import type { Sentence } from '../sentence.ts';

/** The words after which a list has numbers. */
const listOf = (p: Params): string => String(p['list']).replace('keywords', 'learn keywords');

/** Approving what was said of messages, taking it back, and answering by number. */
export const learnErrors = {
  learn_usage: {
    zh: () => 'learn 后面写要做什么：approve 编号、drop 编号、history、rollback；什么都不写，就列出等待批准的。',
    en: () => 'After learn comes approve NUMBER, drop NUMBER, history or rollback; alone it lists what waits.',
    hint: { zh: () => '例如：learn approve 1 3。', en: () => 'Like: learn approve 1 3' },
  },
  learn_usage_near: {
    zh: (p: Params) => `learn 没有“${p['word']}”。`,
    en: (p: Params) => `There is no learn ${p['word']}.`,
    hint: { zh: (p: Params) => `是不是 learn ${p['near']}？`, en: (p: Params) => `Did you mean learn ${p['near']}?` },
  },
  learn_which: {
    zh: (p: Params) => `learn ${p['verb']} 后面要写编号，什么都没有改。`,
    en: (p: Params) => `Say which: learn ${p['verb']} takes numbers. Nothing was changed.`,
    hint: {
      zh: (p: Params) => `先用 learn 看编号，再写 learn ${p['verb']} 1 3；全部就写 all。`,
      en: (p: Params) => `learn shows the numbers; then learn ${p['verb']} 1 3, or all of those shown.`,
    },
  },
  learn_managers_only: {
    zh: (p: Params) => `学什么由主管决定，您的角色（${p['role']}）不能改，什么都没有改。`,
    en: (p: Params) => `Only managers say what is learnt; your role (${p['role']}) may not. Nothing was changed.`,
    hint: { zh: () => '请主管用 learn 批准。', en: () => 'Ask a manager to look at learn.' },
  },
  list_not_seen: {
    zh: (p: Params) => `编号是 ${listOf(p)} 里的编号，您还没有看过那个列表。`,
    en: (p: Params) => `Numbers are those of ${listOf(p)}, and you have not looked at that list yet.`,
    hint: { zh: (p: Params) => `先输入 ${listOf(p)}。`, en: (p: Params) => `Type ${listOf(p)} first.` },
  },
  no_number: {
    zh: (p: Params) => `“${p['word']}”不是编号，什么都没有改。`,
    en: (p: Params) => `"${p['word']}" is no number. Nothing was changed.`,
    hint: {
      zh: (p: Params) => `编号在 ${listOf(p)} 的列表里，例如 1 3。`,
      en: (p: Params) => `${listOf(p)} shows the numbers; write them like 1 3.`,
    },
  },
  number_not_shown: {
    zh: (p: Params) => `列表里没有第 ${p['number']} 条，只有 1 到 ${p['most']}。什么都没有改。`,
    en: (p: Params) => `The list has no number ${p['number']}, only 1 to ${p['most']}. Nothing was changed.`,
    hint: { zh: (p: Params) => `用 ${listOf(p)} 再看一次。`, en: (p: Params) => `Look at ${listOf(p)} again.` },
  },
  review_answer: {
    zh: (p: Params) => `“${p['word']}”不是回答，什么都没有改。`,
    en: (p: Params) => `"${p['word']}" is no answer. Nothing was changed.`,
    hint: {
      zh: (p: Params) =>
        `${p['near'] === '' ? '' : `是不是 ${p['near']}？`}写 对、不对、跳过，或这句话真正的意图，例如 review 2 退款退货。`,
      en: (p: Params) =>
        `${p['near'] === '' ? '' : `Did you mean ${p['near']}? `}Say yes, no, skip, or the intent that the words have, like review 2 refund.`,
    },
  },
  review_gone: {
    zh: (p: Params) => `第 ${p['number']} 个不再等待确认：已经有人回答了，或者它自己过期了。什么都没有改。`,
    en: (p: Params) =>
      `Number ${p['number']} does not wait any more: somebody answered, or its time is over. Nothing was changed.`,
    hint: { zh: () => '用 review 再看一次。', en: () => 'Look at review again.' },
  },
  review_no_intent: {
    zh: () => '这个建议不是从意图来的，只能答 对、不对或跳过。什么都没有改。',
    en: () => 'This was not suggested by an intent, so say yes, no or skip. Nothing was changed.',
    hint: { zh: () => '例如：review 1 不对。', en: () => 'Like: review 1 no' },
  },
  lesson_gone: {
    zh: (p: Params) => `第 ${p['number']} 条已经有人决定了，或者回答被撤销了。什么都没有改。`,
    en: (p: Params) =>
      `Number ${p['number']} does not wait any more: somebody decided on it, or the answer was taken back. Nothing was changed.`,
    hint: { zh: () => '用 learn 再看一次。', en: () => 'Look at learn again.' },
  },
  lesson_contradicts: {
    zh: (p: Params) =>
      p['other'] === p['intent']
        ? `“${p['text']}”是不是${intentWords(String(p['intent']), 'zh')}，说法相反。什么都没有批准。`
        : `“${p['text']}”已经是${intentWords(String(p['other']), 'zh')}的例句，不能又是${intentWords(String(p['intent']), 'zh')}。什么都没有批准。`,
    en: (p: Params) =>
      p['other'] === p['intent']
        ? `"${p['text']}" is said to be ${intentWords(String(p['intent']), 'en')} and not to be it. Nothing was approved.`
        : `"${p['text']}" is an example of "${intentWords(String(p['other']), 'en')}" already, so it cannot be one of "${intentWords(String(p['intent']), 'en')}". Nothing was approved.`,
    hint: {
      zh: () => '留下对的一条，另一条用 learn drop 去掉；先前批准错了，用 learn rollback 退回。',
      en: () => 'Keep the right one and learn drop the other; learn rollback takes back what was approved by mistake.',
    },
  },
  too_many_lessons: {
    zh: (p: Params) => `最多学 ${p['most']} 条。什么都没有批准。`,
    en: (p: Params) => `At most ${p['most']} are learnt this way. Nothing was approved.`,
    hint: {
      zh: () => '把常用的例句写进 intents: 目录的文件，再用 learn rollback 退回一些。',
      en: () => 'Write the lasting ones into files of a folder under intents:, and learn rollback the rest.',
    },
  },
  keywords_usage: {
    zh: () => 'learn keywords 后面写 accept 或 drop，再写一个编号；什么都不写，就从聊天记录里找。',
    en: () => 'After learn keywords comes accept or drop with one number; alone it looks through what was said.',
    hint: {
      zh: () => '例如：learn keywords accept 2；归到另一个标签：learn keywords accept 2 询价。',
      en: () => 'Like: learn keywords accept 2, or for another tag: learn keywords accept 2 refund',
    },
  },
  messages_usage: {
    zh: () => 'learn messages 后面写一个编号和真正的意图，或 drop 和编号；什么都不写，就列出拿不准的话。',
    en: () => 'After learn messages comes one number and the intent that it is, or drop and the number; alone it lists them.',
    hint: {
      zh: () => '例如：learn messages 2 退款退货 · learn messages drop 2。',
      en: () => 'Like: learn messages 2 refund · learn messages drop 2',
    },
  },
  no_such_intent: {
    zh: (p: Params) => `“${p['word']}”不是意图，什么都没有改。`,
    en: (p: Params) => `"${p['word']}" is no intent. Nothing was changed.`,
    hint: {
      zh: (p: Params) =>
        `${p['near'] === '' ? '' : `是不是 ${p['near']}？`}用编号或名字，例如 退款退货；有哪些：tagwise intents report。`,
      en: (p: Params) =>
        `${p['near'] === '' ? '' : `Did you mean ${p['near']}? `}Use its id or name, like refund; which there are: tagwise intents report`,
    },
  },
  keyword_known: {
    zh: (p: Params) => `“${p['phrase']}”已经是 ${p['topic']} 的关键词。`,
    en: (p: Params) => `"${p['phrase']}" is a keyword of ${p['topic']} already.`,
    hint: { zh: () => '用 learn keywords 再看一次。', en: () => 'Look at learn keywords again.' },
  },
  no_topic_of_tag: {
    zh: (p: Params) => `没有关键词包会打“${p['tag']}”这个标签。`,
    en: (p: Params) => `No keyword pack gives the tag ${p['tag']}.`,
    hint: {
      zh: () => '先在 keywords: 目录里写一个这个标签的关键词包。',
      en: () => 'Write a pack of this tag in a folder under keywords: first.',
    },
  },
  no_word_cutter: {
    zh: () => '找新关键词要用 nodejieba，这里没有装，或者没有为这台机器编译好。',
    en: () => 'Finding new keywords needs nodejieba, which is not installed here, or not built for this machine.',
    hint: {
      zh: () => '在项目目录里运行 npm install nodejieba（要有 C++ 编译器），再试一次；其他功能不需要它。',
      en: () => 'Run npm install nodejieba in the folder of the project (it may need a C++ compiler); nothing else needs it.',
    },
  },
  nothing_learnt: {
    zh: () => '还没有学过什么，没有可退回的。',
    en: () => 'Nothing has been learnt yet, so there is nothing to take back.',
    hint: { zh: () => '用 learn 看等待批准的。', en: () => 'learn shows what waits to be approved.' },
  },
  rollback_usage: {
    zh: (p: Params) => `“${p['word']}”不是版本号，什么都没有改。`,
    en: (p: Params) => `"${p['word']}" is no version. Nothing was changed.`,
    hint: {
      zh: () => '例如：learn rollback 3，退回到第 3 版；不写版本，就退回最后一步。',
      en: () => 'Like: learn rollback 3, which goes back to version 3; without a number it takes back the last step.',
    },
  },
  nothing_after_version: {
    zh: (p: Params) => `第 ${p['version']} 版之后没有可退回的。`,
    en: (p: Params) => `Nothing came after version ${p['version']}, so nothing was taken back.`,
    hint: { zh: () => '用 learn history 看每一步。', en: () => 'learn history tells each step.' },
  },
  unknown_version: {
    zh: (p: Params) => `没有第 ${p['version']} 版，或者它已经退回了。`,
    en: (p: Params) => `There is no version ${p['version']}, or it was taken back.`,
    hint: {
      zh: () => '用 learn history 看每一步；0 是只用文件里的例句。',
      en: () => 'learn history tells each step; 0 leaves the files only.',
    },
  },
} satisfies Record<string, Sentence>;
