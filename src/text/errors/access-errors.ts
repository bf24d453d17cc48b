import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** Keys of programs, and addresses that sign people in. */
export const accessErrors = {
  token_usage: {
    zh: () => '要写 new、list 或 revoke。',
    en: () => 'Write new, list or revoke.',
    hint: {
      zh: () => '这样写：token new crm --scope read,write · token list · token revoke crm。',
      en: () => 'Like: token new crm --scope read,write · token list · token revoke crm',
    },
  },
  token_admins_only: {
    zh: (p: Params) => `你的角色（${p['role']}）不能管理令牌。`,
    en: (p: Params) => `Your role (${p['role']}) may not manage tokens.`,
    hint: { zh: () => '请管理员来做。', en: () => 'Ask an admin to do it.' },
  },
  token_name: {
    zh: (p: Params) => `“${p['name']}”不能当令牌的名字。`,
    en: (p: Params) => `"${p['name']}" cannot be the name of a token.`,
    hint: {
      zh: () => '用小写字母、数字和中间的连字符，最多 40 个，例如 crm 或 shop-events。',
      en: () => 'Use small letters, digits and hyphens between them, at most 40, like crm or shop-events.',
    },
  },
  token_exists: {
    zh: (p: Params) => `已有一个还在用的令牌叫“${p['name']}”。`,
    en: (p: Params) => `There is a token "${p['name']}" already, and it still opens.`,
    hint: {
      zh: (p: Params) => `换个名字，或先作废它：token revoke ${p['name']}。`,
      en: (p: Params) => `Choose another name, or revoke it first: token revoke ${p['name']}`,
    },
  },
  unknown_token: {
    zh: (p: Params) => `没有还在用的令牌叫“${p['name']}”。`,
    en: (p: Params) => `No token "${p['name']}" opens anything.`,
    hint: { zh: () => '用 token list 看有哪些。', en: () => 'See which there are with token list.' },
  },
  bad_scope: {
    zh: (p: Params) => `“${p['scope']}”不是权限范围。`,
    en: (p: Params) => `"${p['scope']}" is no scope.`,
    hint: {
      zh: (p: Params) => `可以写 ${p['scopes']}，几个之间用逗号。`,
      en: (p: Params) => `Write one of ${p['scopes']}, several with commas.`,
    },
  },
  bad_token_days: {
    zh: (p: Params) => `“${p['days']}”不是 1 到 ${p['most']} 的天数。`,
    en: (p: Params) => `"${p['days']}" is no number of days from 1 to ${p['most']}.`,
    hint: { zh: () => '例如 --days 30；不写就是 90 天。', en: () => 'Like --days 30; without it, 90 days.' },
  },
  link_usage: {
    zh: () => 'link 后面只写一个网页：sidebar、console、desk 或 demo；人用 --as 指定。',
    en: () => 'After link comes at most one page: sidebar, console, desk or demo; name the person with --as.',
    hint: {
      zh: () => '这样写：link --as li，或 link console --as hua。',
      en: () => 'Like: link --as li, or link console --as hua',
    },
  },
  link_not_running: {
    zh: () => '机器人没有在运行，没有网页可以登录。',
    en: () => 'The bot does not run, so there are no pages to sign in to.',
    hint: {
      zh: () => '先运行 npm start，再在另一个终端里要登录地址。',
      en: () => 'Run npm start first, then ask for the address in another terminal.',
    },
  },
  link_name_somebody: {
    zh: () => '网页对别的机器开放时，命令行操作员不能登录。',
    en: () => 'While the pages are open to other machines, the operator of the command line cannot sign in to them.',
    hint: {
      zh: () => '在 people 里写上自己，再用 link --as 名字。',
      en: () => 'Put yourself under people in tagwise.yaml, then use link --as NAME.',
    },
  },
} satisfies Record<string, Sentence>;
