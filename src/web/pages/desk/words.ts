import { DESK_WORDS } from '../parts/desk/words.ts';
import { COMMON } from '../parts/words.ts';

/** What the page of whoever answers visitors says. */
const zh = {
  ...COMMON.zh,
  ...DESK_WORDS.zh,
  title: '网页聊天',
  talks: '访客',
  none: '还没有访客来过。访客打开 /chat 就能写。',
  choose: '选一位访客。',
  waiting: '等回复',
  sidebar: '客户侧边栏',
  told: '通知',
  close: '知道了',
};

export type Words = typeof zh;

const en: Words = {
  ...COMMON.en,
  ...DESK_WORDS.en,
  title: 'Web chat',
  talks: 'Visitors',
  none: 'Nobody has come yet. Visitors write at /chat.',
  choose: 'Choose a visitor.',
  waiting: 'waits',
  sidebar: 'The sidebar',
  told: 'News',
  close: 'Close',
};

export const WORDS: Record<'zh' | 'en', Words> = { zh, en };
