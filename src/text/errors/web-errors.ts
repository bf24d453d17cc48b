import type { Params } from '../../errors.ts';
import type { Sentence } from '../sentence.ts';

/** What requests to the API and the pages are refused for. */
export const webErrors = {
  not_signed_in: {
    zh: () => '还没有登录。',
    en: () => 'Nobody is signed in.',
    hint: {
      zh: () => '程序：带上 Authorization: Bearer 令牌（tagwise token new）。人：用 tagwise link 要一个登录地址。',
      en: () => 'Programs send Authorization: Bearer TOKEN (tagwise token new); people ask tagwise link for an address.',
    },
  },
  token_refused: {
    zh: () => '这个令牌不对、过期了或已作废。',
    en: () => 'This token is wrong, over or revoked.',
    hint: {
      zh: () => '用 tagwise token list 查看，用 tagwise token new 换一个。',
      en: () => 'Look with tagwise token list, and make another with tagwise token new.',
    },
  },
  scope_missing: {
    zh: (p: Params) => `这个令牌没有 ${p['scope']} 权限。`,
    en: (p: Params) => `This token lacks the scope ${p['scope']}.`,
    hint: {
      zh: (p: Params) => `换一个有它的令牌：tagwise token new 名字 --scope ${p['scope']}。`,
      en: (p: Params) => `Use one that has it: tagwise token new NAME --scope ${p['scope']}`,
    },
  },
  programs_only: {
    zh: () => '事件由程序送来，登录的人不能送。',
    en: () => 'Events come from programs, not from people who are signed in.',
    hint: {
      zh: () => '用有 events 权限的令牌：tagwise token new 名字 --scope events。',
      en: () => 'Use a token with the scope events: tagwise token new NAME --scope events',
    },
  },
  people_only: {
    zh: () => '标签库和规则由登录的主管来改，令牌不能改。',
    en: () => 'The library and the rules are changed by managers who are signed in, not by a token.',
    hint: {
      zh: () => '登录后在 /console 里改，或在聊天和命令行里用 library、rules。',
      en: () => 'Sign in and change them at /console, or in chat and on the command line with library and rules.',
    },
  },
  other_origin: {
    zh: () => '这个请求不是从知签自己的网页发出的，没有执行。',
    en: () => "This request does not come from Tagwise's own pages, so nothing was done.",
    hint: {
      zh: () => '在知签的网页里操作；程序请用令牌。',
      en: () => 'Do it on a page of Tagwise; programs use a token.',
    },
  },
  too_many_tries: {
    zh: () => '错的令牌或登录地址太多了，先停一会儿。',
    en: () => 'There were too many wrong tokens or sign-in addresses; wait a moment.',
    hint: { zh: () => '一分钟后用对的再试。', en: () => 'Try again with the right one in a minute.' },
  },
  link_over: {
    zh: () => '这个登录地址用过了，或已过期。',
    en: () => 'This sign-in address was used before, or is over.',
    hint: {
      zh: () => '再要一个：tagwise link --as 名字；每个只能用一次，10 分钟内有效。',
      en: () => 'Ask for another with tagwise link --as NAME; each works once, within 10 minutes.',
    },
  },
  no_such_route: {
    zh: () => '没有这个地址。',
    en: () => 'There is nothing at this address.',
    hint: { zh: () => '有哪些见 /v1。', en: () => 'See /v1 for what there is.' },
  },
  body_not_json: {
    zh: () => '请求的内容不是可以读懂的 JSON。',
    en: () => 'The body is no JSON that can be read.',
    hint: {
      zh: () => '发 JSON，并带上 content-type: application/json。',
      en: () => 'Send JSON, with content-type: application/json.',
    },
  },
  body_too_deep: {
    zh: (p: Params) => `内容嵌套超过 ${p['most']} 层。`,
    en: (p: Params) => `The body is nested more than ${p['most']} levels deep.`,
    hint: { zh: () => '把它写平一些。', en: () => 'Make it flatter.' },
  },
  body_too_large: {
    zh: () => '内容太大。',
    en: () => 'The body is too large.',
    hint: { zh: () => '分几次发。', en: () => 'Send it in several parts.' },
  },
  bad_request: {
    zh: (p: Params) => `请求有 ${p['count']} 处不对。`,
    en: (p: Params) => `The request is wrong in ${p['count']} places.`,
    hint: { zh: () => '各个地址要什么，见 /v1。', en: () => 'See /v1 for what each address wants.' },
  },
  request_refused: {
    zh: () => '这个请求读不懂。',
    en: () => 'This request cannot be read.',
    hint: { zh: () => '各个地址要什么，见 /v1。', en: () => 'See /v1 for what each address wants.' },
  },
  customer_merged: {
    zh: (p: Params) => `这位客户已并入 ${p['into']}。`,
    en: (p: Params) => `This customer became part of ${p['into']}.`,
    hint: { zh: () => '改用那个编号。', en: () => 'Use that id.' },
  },
  database_away: {
    zh: () => '数据库现在连不上，没有保存。',
    en: () => 'The database is away; nothing was kept.',
    hint: { zh: () => '过一会儿原样再发一次。', en: () => 'Send the same again in a moment.' },
  },
  took_too_long: {
    zh: () => '这件事花的时间太长，没有等到结果。',
    en: () => 'This took too long, and nobody waited for the end of it.',
    hint: {
      zh: () => '过一会儿再看；写操作带上同一个 Idempotency-Key 再发。',
      en: () => 'Look again in a moment; send a write again with the same Idempotency-Key.',
    },
  },
  too_many_streams: {
    zh: () => '打开的实时连接太多了。',
    en: () => 'Too many live streams are open.',
    hint: { zh: () => '关掉一些，或改为每 20 秒查一次 changes。', en: () => 'Close some, or ask for changes every 20 s.' },
  },
  key_for_other: {
    zh: () => '这个 Idempotency-Key 用在过另一个请求上。',
    en: () => 'This Idempotency-Key was used for another request.',
    hint: { zh: () => '每个请求用一个新的。', en: () => 'Give every request one of its own.' },
  },
  key_under_way: {
    zh: () => '带这个 Idempotency-Key 的请求还在执行。',
    en: () => 'The request with this Idempotency-Key is still under way.',
    hint: { zh: () => '等一会儿原样再发。', en: () => 'Send the same again in a moment.' },
  },
  bad_key: {
    zh: () => 'Idempotency-Key 要写 1 到 255 个可见的 ASCII 字符。',
    en: () => 'An Idempotency-Key has 1 to 255 visible ASCII characters.',
    hint: { zh: () => '用一个 UUID。', en: () => 'Use a UUID.' },
  },
  other_host: {
    zh: () => '这个主机名不是知签的。',
    en: () => 'This host name is not ours.',
    hint: {
      zh: () => '用启动时显示的地址；用别的名字就设 TAGWISE_URL。',
      en: () => 'Use the address that start shows; for another name, set TAGWISE_URL.',
    },
  },
  bad_url: {
    zh: (p: Params) => `TAGWISE_URL 里的“${p['url']}”不是网址。`,
    en: (p: Params) => `"${p['url']}" in TAGWISE_URL is no address.`,
    hint: {
      zh: () => '写 http:// 或 https:// 开头、没有路径的地址，例如 https://tagwise.example.com。',
      en: () => 'Write an http:// or https:// address without a path, like https://tagwise.example.com',
    },
  },
  bad_host: {
    zh: (p: Params) => `不能在 TAGWISE_HOST 里的“${p['host']}”上提供服务。`,
    en: (p: Params) => `Nothing can be served on "${p['host']}" from TAGWISE_HOST.`,
    hint: {
      zh: () => '写本机的一个 IP 地址，或 0.0.0.0；不写就只对本机开放。',
      en: () => 'Give an IP address of this machine, or 0.0.0.0; without it, only this machine is served.',
    },
  },
} satisfies Record<string, Sentence>;
