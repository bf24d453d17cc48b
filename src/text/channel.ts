import type { Both } from './lang.ts';

const NAMES: Record<string, Both> = { slack: { zh: 'Slack', en: 'Slack' }, wechat: { zh: '微信', en: 'WeChat' } };

export const channelName = (name: string, lang: keyof Both): string => NAMES[name]?.[lang] ?? name;

const STEPS: Record<string, Record<keyof Both, string[]>> = {
  slack: {
    zh: [
      '1. 到 api.slack.com/apps 新建应用，选 From a manifest，贴入 adapters/slack/manifest.yaml。',
      '2. 安装到工作区，把 Bot User OAuth Token（xoxb-…）放进环境变量 SLACK_BOT_TOKEN。',
      '3. 在 Basic Information 里建一个 App-Level Token（xapp-…，connections:write），放进 SLACK_APP_TOKEN。',
      '4. 在 tagwise.yaml 的 people 里写上同事的 ids: { slack: U… }，再 npm start。详见 docs/slack.md。',
    ],
    en: [
      '1. Create an app at api.slack.com/apps, From a manifest, with adapters/slack/manifest.yaml.',
      '2. Install it into the workspace; put the Bot User OAuth Token (xoxb-…) into SLACK_BOT_TOKEN of the environment.',
      '3. In Basic Information make an App-Level Token (xapp-…, connections:write) and put it into SLACK_APP_TOKEN.',
      '4. Give people their ids: { slack: U… } under people in tagwise.yaml, then npm start. More in docs/slack.md.',
    ],
  },
};

/** A channel's health in a word. */
const STATES: Record<string, Both> = {
  starting: { zh: '正在连接', en: 'connecting' },
  ready: { zh: '已连接', en: 'connected' },
  needs_login: { zh: '等人扫码登录', en: 'waits for somebody to scan its login code' },
  degraded: { zh: '没有连上，会再试', en: 'not connected, and is tried again' },
  stopped: { zh: '已停', en: 'stopped' },
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
    zh: (name: string, { state, detail }: { state: string; detail?: string }) =>
      `${channelName(name, 'zh')}：${STATES[state]?.zh ?? state}${detail === undefined ? '' : `（${detail}）`}`,
    en: (name: string, { state, detail }: { state: string; detail?: string }) =>
      `${channelName(name, 'en')}: ${STATES[state]?.en ?? state}${detail === undefined ? '' : ` (${detail})`}`,
  },
  off: { zh: '没有接通', en: 'not connected' },
  /** How to connect a channel, step by step. */
  steps: (name: string, lang: keyof Both): string[] => STEPS[name]?.[lang] ?? [],
  refused: {
    zh: (name: string, error: string) => `${channelName(name, 'zh')}不接受，它说：${error}。换一个令牌，或检查网络。`,
    en: (name: string, error: string) =>
      `${channelName(name, 'en')} refuses, it says: ${error}. Use another token, or look at the network.`,
  },
  missing: {
    zh: (name: string, variables: readonly string[]) =>
      `${channelName(name, 'zh')}没有打开：环境变量 ${variables.join('、')} 没有设置，或不是这一种。`,
    en: (name: string, variables: readonly string[]) =>
      `${channelName(name, 'en')} is not open: set ${variables.join(' and ')} in the environment, or another kind of token there.`,
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
  moreLabel: { zh: '更多', en: 'More' },
  confirm: { zh: '确认', en: 'Confirm' },
};
