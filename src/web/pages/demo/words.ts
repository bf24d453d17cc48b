import { DESK_WORDS } from '../parts/desk/words.ts';
import { COMMON } from '../parts/words.ts';

/** What the demo says. */
const zh = {
  ...COMMON.zh,
  ...DESK_WORDS.zh,
  title: '知签演示',
  what: '扮演客户说一句话，看客服那边的标签马上变。每个标签都有依据，也都能撤销。',
  customer: '客户',
  tags: '标签',
  play: '扮演',
  newcomers: '新访客',
  sample: '示例客户',
  visitors: '网页访客（自己在写）',
  again: '+ 新访客',
  newcomer: '小美',
  sayAs: (name: string) => `以 ${name} 的身份说话`,
  tryThis: '试一试',
  tries: ['这个多少钱？', '太贵了，能便宜点吗', '先不要发票', '我要投诉'],
  startTitle: (name: string) => `扮演客户 ${name}`,
  startHere: '说一句话，或点下面的一句。上面可以换成 20 位示例客户中的任何一位。',
  ownWords: '这位访客在自己的页面上写，这里只能看。',
  nobodyTitle: '再当客服',
  nobodyYet: '客户的话带着标签到这里，依据的字有底色。在这里回复，或用 / 开头的命令，客户看不到命令。',
  sidebar: '客户侧边栏',
  sidebarTitle: '看标签马上出现',
  sidebarHint: '客户一开口，这里就是他的侧边栏：每个标签点开有依据，可以确认、去掉、撤销。',
  openSidebar: '单独打开侧边栏',
  widget: '访客看到的聊天页',
  console: '主管控制台',
};

export type Words = typeof zh;

const en: Words = {
  ...COMMON.en,
  ...DESK_WORDS.en,
  title: 'Tagwise demo',
  what: 'Speak as a customer and watch the tags change beside the agent. Every tag has its reason, and can be taken back.',
  customer: 'Customer',
  tags: 'Tags',
  play: 'Speak as',
  newcomers: 'Somebody new',
  sample: 'Customers of the sample',
  visitors: 'Visitors of the web chat (they write themselves)',
  again: '+ New',
  newcomer: 'Lily',
  sayAs: (name) => `Speak as ${name}`,
  tryThis: 'Try this',
  tries: ['How much is it?', 'That is too expensive', 'No invoice needed', 'I want to complain'],
  startTitle: (name) => `Be the customer ${name}`,
  startHere: 'Say something, or press one of the lines below. Above you can be any of the 20 customers of the sample.',
  ownWords: 'This visitor writes on a page of their own; here you only look.',
  nobodyTitle: 'Then be the agent',
  nobodyYet:
    'What the customer says comes here with its tags, the words behind them marked. Answer, or give commands that begin with /, which the customer never sees.',
  sidebar: 'The sidebar',
  sidebarTitle: 'See the tags appear',
  sidebarHint:
    'As soon as the customer speaks, their sidebar is here: every tag opens its reason, and can be confirmed, removed and brought back.',
  openSidebar: 'Open the sidebar by itself',
  widget: 'The chat as a visitor sees it',
  console: 'The console of managers',
};

export const WORDS: Record<'zh' | 'en', Words> = { zh, en };
