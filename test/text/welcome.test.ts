import { expect, test } from 'vitest';
import { welcome } from '../../src/text/welcome.ts';

test('the first start: what it is, where it is, the sample, and three things to try', () => {
  const values = { address: 'http://127.0.0.1:7788', home: '/shop/.tagwise', sampled: true, customers: 20 };
  expect(`\n${welcome({ ...values, lang: 'zh' })}\n`).toBe(`
知签 Tagwise：边聊边给客户打标签，每个标签都有依据，也都能撤销。
  地址  http://127.0.0.1:7788
  数据  /shop/.tagwise
  客户  示例已装入：20 位客户，200 条消息（清除：npx tagwise sample --clear）

接下来可以输入：
  /segment VIP 静默  很久没有来往的 VIP（另一个终端里：npx tagwise segment VIP 静默）
  /why 小雨 询价     这个标签是哪句话来的
  /as 小美           扮成客户小美，再打一句“这个多少钱？”，看标签怎么变
`);
  expect(`\n${welcome({ ...values, lang: 'en' })}\n`).toBe(`
Tagwise 知签 tags customers while you talk; every tag has its reason and can be taken back.
  Address    http://127.0.0.1:7788
  Data       /shop/.tagwise
  Customers  a sample was loaded: 20 customers, 200 messages (to remove it: npx tagwise sample --clear)

What to type next:
  /segment VIP Silent  VIPs who have not been in touch for long (in another terminal: npx tagwise segment VIP Silent)
  /why james Ordering  which words a tag rests on
  /as Lily             speak as the customer Lily; then type “how much is it?” and see the tags change
`);
});

test('a later start without a terminal sends people to another one', () => {
  expect(
    `\n${welcome({ lang: 'zh', address: null, home: '/shop/.tagwise', sampled: false, customers: 7, terminal: false })}\n`,
  ).toBe(`
知签 Tagwise：边聊边给客户打标签，每个标签都有依据，也都能撤销。
  数据  /shop/.tagwise
  客户  7 位

接下来在另一个终端里输入：
  npx tagwise segment VIP 静默  很久没有来往的 VIP
  npx tagwise help              所有命令
  npx tagwise console           扮成客户和客服说话（先停掉这里的 start）
`);
});

test('nobody yet', () => {
  const words = welcome({ lang: 'en', address: null, home: '/shop/.tagwise', sampled: false, customers: 0 });
  expect(words).toContain('Customers  none yet');
  expect(words.split('What to type next:\n')[1]?.split('\n')).toHaveLength(3);
});

test('where no channel is configured, the first address to open is that of the demo', () => {
  const values = {
    address: 'http://127.0.0.1:7788',
    home: '/h',
    sampled: true,
    customers: 20,
    signIn: 'http://x/in?t=1',
    demo: true,
  };
  expect(welcome({ ...values, lang: 'zh' })).toMatch(
    /\n {2}演示 {2}http:\/\/x\/in\?t=1 （只能用一次[\s\S]*\n\n在浏览器里打开“演示”的地址/,
  );
  expect(welcome({ ...values, lang: 'en' })).toMatch(
    /\n {2}Demo {7}http:\/\/x\/in\?t=1 \(once[\s\S]*\n\nOpen the address of the demo/,
  );
});
