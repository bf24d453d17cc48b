import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** Files of labelled messages, on which intents are trained and scored. */
export const exampleErrors = {
  evaluate_usage: {
    zh: () => 'evaluate 需要 --train 文件 和 --test 文件，可以再加 --oos 文件。',
    en: () => 'evaluate needs --train FILE and --test FILE, and takes --oos FILE.',
    hint: {
      zh: () => '例如：evaluate --train train.jsonl --test test.jsonl。每行 {"text":"…","label":"…"}，或带表头的 CSV、TSV。',
      en: () =>
        'Like: evaluate --train train.jsonl --test test.jsonl. A line is {"text":"…","label":"…"}; CSV and TSV with a header do too.',
    },
  },
  examples_broken: {
    zh: (p: Params) => `带标签的数据有 ${p['count']} 处问题，没有采用。`,
    en: (p: Params) => `The labelled messages were not used: ${p['count']} ${p['count'] === 1 ? 'mistake' : 'mistakes'}.`,
    hint: { zh: () => '按列出的文件和行改正后再试。', en: () => 'Mend the files and lines named here and try again.' },
  },
  examples_too_large: {
    zh: (p: Params) => `文件 ${p['file']} 超过 ${p['most']} MB。`,
    en: (p: Params) => `The file ${p['file']} has more than ${p['most']} MB.`,
    hint: { zh: () => '取其中一部分再试：十万条就足够了。', en: () => 'Take a part of it: 100 000 messages are plenty.' },
  },
  one_label_only: {
    zh: (p: Params) => `${p['file']} 里只有一种标签，没有可以区分的。`,
    en: (p: Params) => `${p['file']} has one label only, so there is nothing to tell apart.`,
    hint: { zh: () => '训练数据至少要有两种标签。', en: () => 'Train on messages of two labels or more.' },
  },
  too_many_labels: {
    zh: (p: Params) => `${p['file']} 里有 ${p['count']} 种标签，最多 ${p['most']} 种。`,
    en: (p: Params) => `${p['file']} has ${p['count']} labels; ${p['most']} are the most.`,
    hint: { zh: () => '检查标签是不是取错了列。', en: () => 'Check that the labels come from the right column.' },
  },
  no_label_in_common: {
    zh: (p: Params) => `${p['test']} 的标签在 ${p['train']} 里一个也没有。`,
    en: (p: Params) => `None of the labels of ${p['test']} is in ${p['train']}.`,
    hint: { zh: () => '检查两份文件是不是同一套标签。', en: () => 'Check that both files use the same set of labels.' },
  },
} satisfies Record<string, Sentence>;
