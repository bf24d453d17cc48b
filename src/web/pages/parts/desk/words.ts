import { CHAT_WORDS } from '../chat/words.ts';

/** A name as one word of a command. */
const word = (name: string): string => (/\s/.test(name) ? `"${name}"` : name);

/** What the window of whoever answers says. */
const zh = {
  ...CHAT_WORDS.zh,
  agent: '客服',
  answerTo: (name: string) => `回复 ${name}；/ 开头是命令`,
  command: '只有你看得到',
  fromThis: '这句话带来的标签',
  asked: '待确认',
  tagsCommand: '/标签',
  whyCommand: (tag: string) => `/为什么 ${word(tag)}`,
  undoCommand: '/撤销',
  commands: '命令',
};

export type DeskWords = typeof zh;

const en: DeskWords = {
  ...CHAT_WORDS.en,
  agent: 'Agent',
  answerTo: (name) => `Answer ${name}; / begins a command`,
  command: 'Only you see this',
  fromThis: 'Tags from this message',
  asked: 'to confirm',
  tagsCommand: '/tags',
  whyCommand: (tag) => `/why ${word(tag)}`,
  undoCommand: '/undo',
  commands: 'Commands',
};

export const DESK_WORDS: Record<'zh' | 'en', DeskWords> = { zh, en };
