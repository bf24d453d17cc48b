import type { LearntAnswer } from '../../domain/learn-answers.ts';
import { printable } from '../printable.ts';
import { lessonLine } from './lesson-lines.ts';
import { paint } from './paint.ts';
import type { View } from './view.ts';
import { topicWords } from './words.ts';

const WORDS = {
  zh: {
    approve: (count: number, version: number) => `批准了 ${count} 条，第 ${version} 版。`,
    drop: (count: number) => `不学这 ${count} 条，以后不再列出。`,
    rollback: (versions: string, version: number) =>
      version === 0 ? `退回了第 ${versions} 版，只剩文件里的例句。` : `退回了第 ${versions} 版，现在是第 ${version} 版。`,
    keywords: (version: number) => `采用了这个关键词，第 ${version} 版。`,
    drop_keywords: () => '不要这个关键词，以后不再列出。',
    drop_message: () => '这句话没什么可学，以后不再列出。',
    keyword: (phrase: string, topic: string) => `「${phrase}」 → ${topic}`,
    soon: '正在运行的机器人马上采用；以前的消息不重读。',
    later: '下次启动或 match 时采用；以前的消息不重读。',
    again: '它们又在 learn 里等待批准：',
    bot: '正在运行的机器人这就在后台学习，学完自动生效，其间照常工作。',
    next: '下次启动或 match 时生效；没有现成的模型就先学几十秒。',
    back: '要退回：learn rollback',
  },
  en: {
    approve: (count: number, version: number) => `${count} approved: version ${version}.`,
    drop: (count: number) => `${count} left out; ${count === 1 ? 'it is' : 'they are'} not listed any more.`,
    rollback: (versions: string, version: number) =>
      version === 0
        ? `Took back version ${versions}: only the examples of the files are left.`
        : `Took back version ${versions}; version ${version} is in force.`,
    keywords: (version: number) => `The keyword was accepted: version ${version}.`,
    drop_keywords: () => 'The keyword was left out; it is not listed any more.',
    drop_message: () => 'That message teaches nothing; it is not listed any more.',
    keyword: (phrase: string, topic: string) => `“${phrase}” → ${topic}`,
    soon: 'The running bot takes it over in a moment; messages of before are not read again.',
    later: 'In force from the next start or match; messages of before are not read again.',
    again: 'These wait in learn again:',
    bot: 'The running bot learns in the background and takes it over when done; it goes on working meanwhile.',
    next: 'In force from the next start or match; where there is no model of it yet, that one first learns for some tens of seconds.',
    back: 'To take it back: learn rollback',
  },
};

const headOf = ({ did, version, lessons, undone }: LearntAnswer, { lang }: View): string => {
  const words = WORDS[lang];
  if (did === 'rollback') return words.rollback(undone.join(lang === 'zh' ? '、' : ', '), version);
  if (did === 'keywords' || did === 'drop_keywords' || did === 'drop_message') return words[did](version);
  return did === 'approve' ? words.approve(lessons.length, version) : words.drop(lessons.length);
};

/** When it counts: phrases at once, examples when they are learnt. */
const whenLines = ({ takesOver, lessons, keywords }: LearntAnswer, { lang }: View): string[] => {
  if (takesOver === null) return [];
  const words = WORDS[lang];
  if (lessons.length === 0 && keywords.length > 0) return [takesOver === 'bot' ? words.soon : words.later];
  return [words[takesOver]];
};

/** What somebody just decided, and when it counts. */
export const renderLearnt = (doc: LearntAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const again = doc.did === 'rollback' && doc.lessons.length > 0 ? [words.again] : [];
  return [
    bold(headOf(doc, view)),
    ...again,
    ...doc.lessons.map((one) => `  ${lessonLine(one, view)}`),
    ...doc.keywords.map(({ phrase, topic }) => `  ${words.keyword(printable(phrase), topicWords(topic, view))}`),
    ...whenLines(doc, view),
    ...(doc.did === 'rollback' ? [] : [dim(words.back)]),
  ];
};
