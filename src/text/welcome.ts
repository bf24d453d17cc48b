import type { Lang } from './lang.ts';
import { printable } from './printable.ts';
import { type Cell, table } from './terminal/table.ts';

export interface Welcome {
  lang: Lang;
  /** Where the pages are; null where none are served. */
  address: string | null;
  /** A one-time address that signs the local operator in; null where nobody is to be. */
  signIn?: string | null;
  /** Whether that address opens the local demo. */
  demo?: boolean;
  /** The folder with all data. */
  home: string;
  /** Whether the sample was loaded just now. */
  sampled: boolean;
  customers: number;
  /** Whether this terminal takes commands (default); else they go to another one. */
  terminal?: boolean;
}

const SAMPLE = { customers: 20, messages: 200 };

const WORDS = {
  zh: {
    what: '知签 Tagwise：边聊边给客户打标签，每个标签都有依据，也都能撤销。',
    address: '地址',
    signIn: '登录',
    demo: '演示',
    demoIs: '在浏览器里打开“演示”的地址：左边扮演客户说话，中间是客服，右边的标签马上跟着变。',
    once: ' （只能用一次，10 分钟内；再要一个：npx tagwise link）',
    home: '数据',
    customers: '客户',
    sample: `示例已装入：${SAMPLE.customers} 位客户，${SAMPLE.messages} 条消息（清除：npx tagwise sample --clear）`,
    count: (count: number) => (count === 0 ? '还没有' : `${count} 位`),
    next: '接下来可以输入：',
    elsewhere: '接下来在另一个终端里输入：',
    segment: { words: 'segment VIP 静默', does: '很久没有来往的 VIP' },
    why: { words: 'why 小雨 询价', does: '这个标签是哪句话来的' },
    help: { words: 'help', does: '所有命令' },
    as: { words: '/as 小美', does: '扮成客户小美，再打一句“这个多少钱？”，看标签怎么变' },
    console: { words: 'console', does: '扮成客户和客服说话（先停掉这里的 start）' },
    same: (words: string) => `（另一个终端里：npx tagwise ${words}）`,
  },
  en: {
    what: 'Tagwise 知签 tags customers while you talk; every tag has its reason and can be taken back.',
    address: 'Address',
    signIn: 'Sign in',
    demo: 'Demo',
    demoIs:
      'Open the address of the demo in a browser: speak as a customer, answer as the agent, and see the tags change beside them.',
    once: ' (once, within 10 minutes; for another: npx tagwise link)',
    home: 'Data',
    customers: 'Customers',
    sample: `a sample was loaded: ${SAMPLE.customers} customers, ${SAMPLE.messages} messages (to remove it: npx tagwise sample --clear)`,
    count: (count: number) => (count === 0 ? 'none yet' : String(count)),
    next: 'What to type next:',
    elsewhere: 'What to type next, in another terminal:',
    segment: { words: 'segment VIP Silent', does: 'VIPs who have not been in touch for long' },
    why: { words: 'why james Ordering', does: 'which words a tag rests on' },
    help: { words: 'help', does: 'all commands' },
    as: { words: '/as Lily', does: 'speak as the customer Lily; then type “how much is it?” and see the tags change' },
    console: { words: 'console', does: 'speak as customers and agents (stop this start first)' },
    same: (words: string) => ` (in another terminal: npx tagwise ${words})`,
  },
};

/** Exactly three things to try: a query, a reason, a talk. */
const nextLines = ({ lang, sampled, terminal = true }: Welcome): string[] => {
  const words = WORDS[lang];
  const asked = [words.segment, sampled ? words.why : words.help];
  const rows = terminal
    ? [
        ...asked.map(({ words: typed, does }, i) => ({ words: `/${typed}`, does: i === 0 ? does + words.same(typed) : does })),
        words.as,
      ]
    : [...asked, words.console].map(({ words: typed, does }) => ({ words: `npx tagwise ${typed}`, does }));
  return [
    terminal ? words.next : words.elsewhere,
    ...table(
      rows.map((row): Cell[] => [{ text: row.words }, { text: row.does }]),
      { indent: '  ' },
    ),
  ];
};

/** What a bot that has just started says: what it is, where it is, whom it knows, and three lines of what to type next. */
export const welcome = (values: Welcome): string => {
  const words = WORDS[values.lang];
  const facts: Cell[][] = [
    ...(values.address === null ? [] : [[{ text: words.address }, { text: values.address }]]),
    ...(values.signIn ? [[{ text: values.demo ? words.demo : words.signIn }, { text: values.signIn + words.once }]] : []),
    [{ text: words.home }, { text: printable(values.home) }],
    [{ text: words.customers }, { text: values.sampled ? words.sample : words.count(values.customers) }],
  ];
  const demo = values.signIn && values.demo ? [words.demoIs] : [];
  return [words.what, ...table(facts, { indent: '  ' }), '', ...demo, ...nextLines(values)].join('\n');
};
