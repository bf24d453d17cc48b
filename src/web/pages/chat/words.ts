import { CHAT_WORDS } from '../parts/chat/words.ts';
import { COMMON } from '../parts/words.ts';

/** What a visitor's page says. */
const zh = {
  ...COMMON.zh,
  ...CHAT_WORDS.zh,
  title: '在线客服',
  ready: '在线',
  hello: '你好！有什么可以帮你？',
  helloMore: '写下你的问题，客服会在这里回复。',
  name: '怎么称呼你（可以不填）',
  noCookie: '这个浏览器在这里不保存 cookie，聊天接不上。',
  openTab: '在新标签页里聊',
};

export type Words = typeof zh;

const en: Words = {
  ...COMMON.en,
  ...CHAT_WORDS.en,
  title: 'Chat with us',
  ready: 'online',
  hello: 'Hello! How can we help?',
  helloMore: 'Write your question; we answer here.',
  name: 'Your name, if you like',
  noCookie: 'This browser keeps no cookie here, so the chat cannot go on.',
  openTab: 'Chat in a tab of its own',
};

export const WORDS: Record<'zh' | 'en', Words> = { zh, en };
