import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** What the web chat refuses, to visitors, staff and the operator of the demo. */
export const webchatErrors = {
  chat_closed: {
    zh: () => '聊天现在没有打开。',
    en: () => 'The chat is not open now.',
    hint: { zh: () => '过一会儿再试。', en: () => 'Try again in a while.' },
  },
  chat_unknown_visitor: {
    zh: () => '这个浏览器没有聊天用的 cookie。',
    en: () => 'This browser has no cookie of the chat.',
    hint: {
      zh: () => '重新打开聊天；浏览器不许用 cookie 时，在新标签页里打开它。',
      en: () => 'Open the chat again; where the browser takes no cookie, open it in a tab of its own.',
    },
  },
  chat_too_many: {
    zh: (p: Params) => `发得太快了，一分钟最多 ${p['most']} 条。`,
    en: (p: Params) => `That is too fast: at most ${p['most']} messages a minute.`,
    hint: { zh: () => '等一会儿会自动再发。', en: () => 'It is sent again by itself in a while.' },
  },
  chat_full: {
    zh: () => '现在来的访客太多了。',
    en: () => 'Too many visitors come at once.',
    hint: { zh: () => '过一分钟再试。', en: () => 'Try again in a minute.' },
  },
  chat_unreadable: {
    zh: () => '这条消息读不懂。',
    en: () => 'This message cannot be read.',
    hint: { zh: () => '重新打开页面再发。', en: () => 'Open the page again and send it once more.' },
  },
  chat_empty: {
    zh: () => '消息里没有字。',
    en: () => 'The message has no words.',
    hint: { zh: () => '写点什么再发。', en: () => 'Write something, then send it.' },
  },
  chat_too_long: {
    zh: (p: Params) => `一条消息最多 ${p['most']} 个字。`,
    en: (p: Params) => `A message has at most ${p['most']} characters.`,
    hint: { zh: () => '分成几条发。', en: () => 'Send it in several.' },
  },
  chat_no_talk: {
    zh: () => '这里没有和这位客户的聊天。',
    en: () => 'There is no chat with this customer here.',
    hint: { zh: () => '从列表里选一位。', en: () => 'Choose one from the list.' },
  },
  chat_not_yours: {
    zh: () => '这句话不是您说的，不能撤回。',
    en: () => 'These words are not yours to take back.',
    hint: { zh: () => '只能撤回自己说的话。', en: () => 'Take back what you said yourself.' },
  },
  chat_not_of_the_sample: {
    zh: () => '这位访客自己在写，别人不能替他说话。',
    en: () => 'This visitor writes for themselves; nobody speaks for them.',
    hint: { zh: () => '选一位示例客户，或一位新访客。', en: () => 'Choose a customer of the sample, or somebody new.' },
  },
  demo_closed: {
    zh: () => '演示没有打开。',
    en: () => 'The demo is not open.',
    hint: {
      zh: () => '只有没接通任何渠道、people 里没有人、页面只对本机开放时，本机操作员才能用它。客户侧边栏在 /sidebar。',
      en: () =>
        'It is there for the local operator while no channel is configured, nobody is named under people and only this machine is served. The sidebar is at /sidebar.',
    },
  },
} satisfies Record<string, Sentence>;
