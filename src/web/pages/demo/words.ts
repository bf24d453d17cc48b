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
  again: '再来一位新访客',
  newcomer: '小美',
  sayAs: (name: string) => `以 ${name} 的身份说话`,
  tryThis: '试一试',
  tries: ['这个多少钱？', '太贵了，能便宜点吗', '先不要发票', '我要投诉'],
  startHere: (name: string) => `你现在是 ${name}。说一句话，或点下面的一句。`,
  ownWords: '这位访客在自己的页面上写，这里只能看。',
  nobodyYet: '客户还没有说话。',
  sidebarEmpty: '客户侧边栏',
  sidebarHint: '客户一开口，这里就是他的侧边栏：标签、依据、待确认、待办、来往。',
  openSidebar: '单独打开侧边栏',
  widget: '访客看到的聊天页',
  newTags: (count: number) => `${count} 个新标签`,
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
  again: 'Somebody new again',
  newcomer: 'Lily',
  sayAs: (name) => `Speak as ${name}`,
  tryThis: 'Try this',
  tries: ['How much is it?', 'That is too expensive', 'No invoice needed', 'I want to complain'],
  startHere: (name) => `You are ${name} now. Say something, or press one of the lines below.`,
  ownWords: 'This visitor writes on a page of their own; here you only look.',
  nobodyYet: 'The customer has not said anything yet.',
  sidebarEmpty: 'The sidebar',
  sidebarHint: 'As soon as the customer speaks their sidebar is here: tags with reasons, what waits for a yes, tasks, history.',
  openSidebar: 'Open the sidebar by itself',
  widget: 'The chat as a visitor sees it',
  newTags: (count) => `${count} new ${count === 1 ? 'tag' : 'tags'}`,
};

export const WORDS: Record<'zh' | 'en', Words> = { zh, en };
