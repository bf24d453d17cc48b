import type { Both } from './lang.ts';
import { slackSteps } from './slack/slack-steps.ts';
import { webchatSteps } from './webchat/webchat-steps.ts';
import { wechatDetail } from './wechat/wechat-health.ts';
import { wechatSteps } from './wechat/wechat-steps.ts';
import { wecomSteps } from './wecom/wecom-steps.ts';

const NAMES: Record<string, Both> = {
  slack: { zh: 'Slack', en: 'Slack' },
  wechat: { zh: '微信', en: 'WeChat' },
  wecom: { zh: '企业微信侧边栏', en: 'WeCom sidebar' },
  webchat: { zh: '网页聊天', en: 'Web chat' },
};

export const channelName = (name: string, lang: keyof Both): string => NAMES[name]?.[lang] ?? name;

const STEPS: Record<string, Record<keyof Both, readonly string[]>> = {
  slack: slackSteps,
  wechat: wechatSteps,
  wecom: wecomSteps,
  webchat: webchatSteps,
};

/** A channel's health in a word. */
const STATES: Record<string, Both> = {
  starting: { zh: '正在连接', en: 'connecting' },
  ready: { zh: '已连接', en: 'connected' },
  needs_login: { zh: '等人扫码登录', en: 'waits for somebody to scan its login code' },
  degraded: { zh: '不正常', en: 'not well' },
  stopped: { zh: '已停', en: 'stopped' },
};

/** What is wrong, as a sentence where we have one. */
const spoken = (lang: keyof Both, detail: string | undefined): string | undefined =>
  detail === undefined ? undefined : (wechatDetail(detail, lang) ?? detail);

const healthIn =
  (lang: keyof Both, join: (said: string, detail: string) => string) =>
  (name: string, { state, detail }: { state: string; detail?: string }): string => {
    const said = `${channelName(name, lang)}${lang === 'zh' ? '：' : ': '}${STATES[state]?.[lang] ?? state}`;
    const more = spoken(lang, detail);
    return more === undefined ? said : join(said, more);
  };

const NOT_TAKEN: Record<keyof Both, (word: string) => string> = {
  zh: (word) => `不接受，它说 ${word}。换一个令牌，或检查网络`,
  en: (word) => `refuses, it says ${word}. Use another token, or look at the network`,
};

const refusedIn =
  (lang: keyof Both) =>
  (name: string, word: string): string => {
    const what = wechatDetail(word, lang) ?? NOT_TAKEN[lang](word);
    return lang === 'zh' ? `${channelName(name, lang)}：${what}。` : `${channelName(name, lang)}: ${what}.`;
  };

/** What the bot says in a channel beside the answers to commands. */
export const channelText = {
  remarks: {
    working: { zh: '处理中…', en: 'Working on it…' },
    outsider: {
      zh: '这里的命令只给本公司的人用。',
      en: 'Commands here are for people of this company only.',
    },
    unsure: {
      zh: '现在查不到你是谁，所以没有回答。请过一会儿再试。',
      en: 'Who you are cannot be looked up right now, so there is no answer. Try again in a while.',
    },
    tags: { zh: '客户标签', en: 'Customer tags' },
  } satisfies Record<string, Both>,
  /** How a channel does, for the operator. */
  health: {
    zh: healthIn('zh', (said, detail) => `${said}（${detail}）`),
    en: healthIn('en', (said, detail) => `${said} (${detail})`),
  },
  off: { zh: '没有接通', en: 'not connected' },
  /** How to connect a channel, step by step. */
  steps: (name: string, lang: keyof Both): string[] => (STEPS[name]?.[lang] ?? []).map((step, place) => `${place + 1}. ${step}`),
  /** What keeps a channel from working, by the word of its platform. */
  refused: { zh: refusedIn('zh'), en: refusedIn('en') },
  missing: {
    zh: (name: string, variables: readonly string[]) =>
      `${channelName(name, 'zh')}没有打开：环境变量 ${variables.join('、')} 没有设置，或不是这一种。`,
    en: (name: string, variables: readonly string[]) =>
      `${channelName(name, 'en')} is not open: set ${variables.join(' and ')} in the environment, or another kind of token there.`,
  },
  /** Under the code of a login. */
  scan: {
    zh: (code: string) => `用机器人的微信扫上面的码；看不清就把这一行做成二维码再扫：${code}`,
    en: (code: string) => `Scan this with the WeChat of the bot; if it is hard to read, make a code of this line: ${code}`,
  },
  more: {
    zh: (left: number) => `… 还有 ${left} 页，回复 更多`,
    en: (left: number) => `… ${left} more ${left === 1 ? 'page' : 'pages'}, answer: more`,
  },
  /** What `customer here` did. */
  room: {
    zh: (customers: boolean) =>
      customers ? '从现在起，这里不是同事的人都是客户，他们说的话会打标签。' : '从现在起，这里的人不再都当作客户。',
    en: (customers: boolean) =>
      customers
        ? 'From now on everybody here who is not staff is a customer, and what they say is tagged.'
        : 'From now on people here are no longer taken for customers.',
  },
  /** How the operator is called to customers, while nobody is named. */
  ourselves: { zh: '客服', en: 'Agent' },
  moreLabel: { zh: '更多', en: 'More' },
  sidebar: { zh: '在侧栏打开', en: 'Open in the sidebar' },
  /** The address signs in whoever opens it first. */
  linked: {
    zh: (url: string) => `在侧栏打开（只给您，10 分钟内用一次）：${url}`,
    en: (url: string) => `Open in the sidebar (yours alone, once, within 10 minutes): ${url}`,
  },
  confirm: { zh: '确认', en: 'Confirm' },
};
