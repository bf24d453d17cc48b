/** What every page says. */
const zh = {
  title: '知签',
  opening: '正在打开…',
  signIn: '还没有登录，或登录已过期。',
  signInHint: '请管机器人的同事运行 npx tagwise link --as 你的名字，打开它给的地址。',
  noAnswer: '连不上机器人。',
  noAnswerHint: '检查网络；恢复后会自动接着来。',
  retry: '再试一次',
  live: '实时',
  offline: '连接中断，正在重连',
  lang: 'EN',
  langName: 'EN, switch to English',
  undo: '撤销',
};

export type Common = typeof zh;

const en: Common = {
  title: 'Tagwise',
  opening: 'Opening…',
  signIn: 'You are not signed in, or no longer.',
  signInHint: 'Ask whoever runs the bot for npx tagwise link --as YOUR-NAME, and open the address that it prints.',
  noAnswer: 'The bot cannot be reached.',
  noAnswerHint: 'Look at the network; it goes on by itself once that is back.',
  retry: 'Try again',
  live: 'live',
  offline: 'disconnected, trying again',
  lang: '中',
  langName: '中，换成中文',
  undo: 'Undo',
};

export const COMMON: Record<'zh' | 'en', Common> = { zh, en };
