import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** Telling other programs. */
export const webhookErrors = {
  webhooks_usage: {
    zh: () => 'webhooks 后面写一个名字，或 retry、test 加一个编号或名字。',
    en: () => 'After webhooks comes a name, or retry or test and what to send.',
    hint: {
      zh: () => '例如：webhooks test crm；webhooks retry msg_3fa。',
      en: () => 'Like: webhooks test crm; webhooks retry msg_3fa.',
    },
  },
  webhooks_managers_only: {
    zh: (p: Params) => `角色 ${p['role']} 不能看 webhook。`,
    en: (p: Params) => `The role ${p['role']} does not see webhooks.`,
    hint: { zh: () => '请主管或管理员来看。', en: () => 'Ask a manager or an admin.' },
  },
  unknown_webhook: {
    zh: (p: Params) => `没有叫“${p['name']}”的 webhook。`,
    en: (p: Params) => `There is no webhook "${p['name']}".`,
    hint: {
      zh: (p: Params) =>
        p['near']
          ? `是不是 ${p['near']}？`
          : p['names']
            ? `配置里有：${p['names']}。`
            : '配置里一个都没有；写法见 docs/webhooks.md。',
      en: (p: Params) =>
        p['near']
          ? `Did you mean ${p['near']}?`
          : p['names']
            ? `The configuration has: ${p['names']}.`
            : 'The configuration has none; docs/webhooks.md says how to write one.',
    },
  },
  webhook_not_ready: {
    zh: (p: Params) => `webhook“${p['name']}”还不能发。`,
    en: (p: Params) => `The webhook "${p['name']}" cannot send yet.`,
    hint: { zh: () => 'doctor 会说地址或密钥缺什么。', en: () => 'doctor says what is missing of its address or secret.' },
  },
  webhook_not_taken: {
    zh: (p: Params) => `“${p['name']}”没有收下测试消息（${p['answer']}）。`,
    en: (p: Params) => `"${p['name']}" did not take the test message (${p['answer']}).`,
    hint: {
      zh: () => '数字是对方回的 HTTP 状态，其他是连接问题；含义见 docs/webhooks.md。',
      en: () => 'A number is the HTTP status it answered with, a word what was in the way; docs/webhooks.md says what they mean.',
    },
  },
  webhooks_unready: {
    zh: () => '有 webhook 还不能发。',
    en: () => 'Some webhooks cannot send yet.',
    hint: { zh: () => 'doctor 会说缺什么。', en: () => 'doctor says what is missing.' },
  },
  unknown_delivery: {
    zh: (p: Params) => `没有编号以“${p['id']}”开头的消息。`,
    en: (p: Params) => `There is no message whose id begins with "${p['id']}".`,
    hint: { zh: () => '编号见 webhooks；30 天以前的不再保留。', en: () => 'webhooks shows the ids; they are kept for 30 days.' },
  },
  ambiguous_delivery: {
    zh: (p: Params) => `以“${p['id']}”开头的消息不止一条。`,
    en: (p: Params) => `Several messages begin with "${p['id']}".`,
    hint: { zh: () => '把编号写长一些。', en: () => 'Write more of the id.' },
  },
  delivery_muted: {
    zh: (p: Params) => `消息“${p['id']}”来自历史数据，不会发给任何程序。`,
    en: (p: Params) => `The message "${p['id']}" came of replayed history, and is sent to nobody.`,
    hint: { zh: () => '用 webhooks test 试连接。', en: () => 'Try the connection with webhooks test.' },
  },
} satisfies Record<string, Sentence>;
