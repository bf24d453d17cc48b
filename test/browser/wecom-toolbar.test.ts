// The sidebar in the toolbar of WeCom's chats. WeCom's client is played by a bridge that checks signatures as it does; the package that
// speaks to it is WeCom's own.
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { wecomToolbar } from '../../src/cli/wecom-toolbar.ts';
import { startFakeWecom } from '../support/fake-wecom.ts';
import { freePort } from '../support/free-port.ts';
import { openSidebar } from '../support/open-sidebar.ts';

const PEOPLE = `
people:
  - { id: li, name: Li, role: agent, lang: zh, ids: { wecom: a1 } }
`;
const WECOM =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/108.0 wxwork/4.1.36 MicroMessenger/7.0.1 Language/zh';

interface Chat {
  entry?: string;
  external?: string;
  /** Whether WeCom's client is there at all. */
  bridge?: boolean;
}

/** Plays WeCom's client in a page: it knows the chat, and takes only pages whose address is signed by the app's own ticket. */
const playClient = async (page: Page, { entry = 'single_chat_tools', external = 'wmMei', bridge = true }: Chat) => {
  await page.exposeFunction('fakeWecomSigns', (params: { nonceStr: string; timestamp: number; url: string }) =>
    createHash('sha1')
      .update(`jsapi_ticket=agent-ticket&noncestr=${params.nonceStr}&timestamp=${params.timestamp}&url=${params.url}`)
      .digest('hex'),
  );
  if (!bridge) return;
  await page.addInitScript(`{
    const chat = ${JSON.stringify({ entry, userId: external })};
    window.WeixinJSBridge = {
      on() {},
      invoke(name, params, done) {
        if (name !== 'agentConfig') return void setTimeout(() => done({ err_msg: name + ':ok', ...chat }), 5);
        const url = location.href.split('#')[0];
        const timestamp = params.timestamp ?? params.timeStamp;
        window.fakeWecomSigns({ nonceStr: params.nonceStr, timestamp, url }).then((want) =>
          done({ err_msg: params.signature === want ? 'agentConfig:ok' : 'agentConfig:fail_invalid signature' }));
      },
    };
  }`);
};

const openToolbar = async (chat: Chat = {}, userAgent = WECOM) => {
  const wecom = await startFakeWecom({
    wmMei: { name: '王小姐', followers: ['a1'] },
    wmTom: { name: 'Tom', followers: ['x9'] },
    wmNew: { name: '新来的', followers: ['a1'] },
  });
  onTestFinished(wecom.stop);
  const toolbar = wecomToolbar(wecom.env, Date.now);
  if (toolbar === null) throw new Error('no toolbar');
  const port = String(await freePort());
  const desk = await openSidebar({ config: PEOPLE, url: `http://127.0.0.1:${port}`, web: { wecom: toolbar, port } });
  for (const id of ['wmMei', 'wmTom'])
    await desk.says(id, '这个多少钱？', {
      channel: 'wecom',
      account: 'ww1',
      customer: { id, name: id === 'wmMei' ? '王小姐' : 'Tom' },
    });
  const page = await desk.sit(null, { userAgent });
  await playClient(page, chat);
  await page.goto(`${desk.address}/sidebar`);
  return { ...desk, page };
};

test('Li opens the toolbar beside a chat: signed in without a word, and the right customer is there', async () => {
  const { page, isWell } = await openToolbar();
  await page.getByRole('heading', { level: 1, name: '王小姐' }).waitFor();
  await page.getByText('询价').first().waitFor();
  expect(new URL(page.url()).searchParams.get('customer')).toBe('wmMei');
  isWell();
});

test.each([
  [{ external: 'wmTom' }, '你不是这位客户的跟进人'],
  [{ external: 'wmNew' }, '知签还不认识“新来的”'],
  [{ entry: 'normal' }, '这里不是和客户的聊天'],
  [{ bridge: false }, '企业微信没有让这个页面知道在和谁聊'],
] satisfies [Chat, string][])('where it cannot be known who it is (%j) the page says why and lets search', async (chat, said) => {
  const { page, isWell } = await openToolbar(chat);
  await page.getByText(said).waitFor();
  await page.getByRole('searchbox').fill('王');
  await page.getByRole('button', { name: /王小姐/ }).click();
  await page.getByRole('heading', { level: 1, name: '王小姐' }).waitFor();
  isWell();
});

test('WeCom for Android says in its name that it is dark, and answers no question of style', async () => {
  const { page } = await openToolbar({}, `${WECOM} ColorScheme/Dark`);
  await page.getByRole('heading', { level: 1, name: '王小姐' }).waitFor();
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(22, 24, 27)');
});
