import { expect, test } from 'vitest';
import { ruleWords } from '../../src/text/rule-words.ts';
import { labelWords } from '../../src/text/terminal/words.ts';
import { aView } from '../support/answers.ts';

const form = {
  ...{ id: 'a', on: 'payment', since: '2026-11-01' },
  do: [
    { add: '官网' },
    { remove: '静默' },
    { stage: '已成交' },
    { task: { title: '回访' } },
    { notify: { text: '付款了', to: 'manager' } },
    { notify: { text: '收到款', to: 'li' } },
  ],
};

test.each(['zh', 'en'] as const)('every action of a rule has words (%s)', (lang) => {
  const naming = { lang, tag: (word: string) => labelWords(word, aView(lang)) } as never;
  expect(ruleWords(form, naming)).toEqual(
    lang === 'zh'
      ? '每次 payment（2026-11-01 起） → +来源:官网，-互动特征:静默，移到 行为阶段:已成交，给 负责人 建任务“回访”，告诉主管“付款了”，告诉li“收到款”'
      : expect.stringMatching(
          /^on payment \(since 2026-11-01\) → \+.*task "回访" for the owner, tells the manager "付款了", tells li "收到款"$/,
        ),
  );
});
