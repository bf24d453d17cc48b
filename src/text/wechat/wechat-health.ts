import type { Both } from '../lang.ts';

type Sentence = Record<keyof Both, (...words: string[]) => string>;

const time = (at: string | undefined): string => {
  const date = new Date(Number(at));
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
};

/** What is wrong with WeChat, by the code that its health gives; words behind the code fill the sentence. */
const DETAILS: Record<string, Sentence> = {
  package: {
    zh: (name = '') => `没有安装 ${name}：在程序的文件夹里运行 npm install ${name}，再启动`,
    en: (name = '') => `${name} is not installed: run npm install ${name} in the program's folder, then start again`,
  },
  token: {
    zh: () => '网关不认这个令牌：检查 WECHATY_PUPPET_SERVICE_TOKEN',
    en: () => 'the gateway refuses the token: check WECHATY_PUPPET_SERVICE_TOKEN',
  },
  unreachable: {
    zh: () => '连不上，会一直再试；这段时间里的消息收不到',
    en: () => 'cannot be reached, and is tried again; messages of this time are missed',
  },
  no_login: {
    zh: () => '还没有人登录，也没有二维码：看一下网关',
    en: () => 'nobody is logged in and there is no code to scan: look at the gateway',
  },
  logged_out: {
    zh: () => '账号退出了登录，等新的二维码',
    en: () => 'the account was logged out; waits for a new code',
  },
  waiting: {
    zh: (count = '') => `数据库写不进去，${count} 条消息在内存里等着`,
    en: (count = '') => `the database takes nothing; ${count} messages wait in memory`,
  },
  lost: {
    zh: (count = '') => `丢了 ${count} 条消息`,
    en: (count = '') => `${count} messages were lost`,
  },
  gap: {
    zh: (from, to) => `已重新连上，但 ${time(from)} 到 ${time(to)} 的消息可能没收到`,
    en: (from, to) => `connected again, but messages from ${time(from)} to ${time(to)} may be missing`,
  },
};

/** The sentence for a detail of WeChat's health; undefined where it is none of ours. */
export const wechatDetail = (detail: string, lang: keyof Both): string | undefined => {
  const [code = '', ...words] = detail.split(' ');
  return Object.hasOwn(DETAILS, code) ? DETAILS[code]?.[lang](...words) : undefined;
};
