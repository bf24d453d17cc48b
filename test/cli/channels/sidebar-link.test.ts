// The way from an answer about tags in a chat to the sidebar: it signs in whoever opens it, so only whoever asked may see it.
import { expect, test } from 'vitest';
import { useLink } from '../../../src/access/sign-ins.ts';
import type { App } from '../../../src/app.ts';
import { openSlack } from '../../support/open-slack.ts';
import { openWechat } from '../../support/open-wechat.ts';

const serve = (app: App) => app.store.address.set({ url: 'https://tags.example.com', open: false });
const secretIn = (text: string): string => /\/in\?t=([\w-]{43})/.exec(text)?.[1] ?? '';

test('in Slack a button of the answer leads there; why, other answers and strangers have none', async () => {
  const { app, says, command, talks, troubles } = await openSlack('http');
  await says('UMEI', '这个多少钱？');
  expect((await command('ULI', '/tags Mei')).buttons).not.toHaveProperty('在侧栏打开');
  await serve(app);
  const { buttons } = await command('ULI', '/tags Mei');
  const used = await useLink(app, secretIn(buttons['在侧栏打开'] ?? ''));
  expect(used).toMatchObject({ person: 'li', to: '/sidebar?customer=UMEI' });
  expect((await talks('UHUA', 'tags Mei')).buttons).toHaveProperty('Open in the sidebar');
  // A colleague whom the people file does not name may look, and that is all.
  const looked = await command('UKAN', '/tags Mei');
  expect(looked.text).toContain('Mei');
  expect(JSON.stringify([looked, await command('ULI', '/why Mei 询价'), await command('UMEI', '/tags Mei')])).not.toContain(
    '/in?t=',
  );
  expect(troubles).toEqual([]);
});

test('in WeChat it stands under an answer in a chat of one’s own, and never in a room', async () => {
  const { app, phone, kept, troubles } = await openWechat();
  phone.says('wxid_mei', '这个多少钱？');
  await kept(1);
  await serve(app);
  phone.says('wxid_li', '/tags 王小姐');
  const [answer = ''] = await phone.heardBy('wxid_li');
  expect(answer).toContain('在侧栏打开');
  expect(await useLink(app, secretIn(answer))).toMatchObject({ person: 'li', to: '/sidebar?customer=wxid_mei' });
  const roomId = 'staff@chatroom';
  phone.says('wxid_hua', '@小店客服\u2005/tags 王小姐', { roomId, mentionIdList: ['bot'] });
  const [said = ''] = await phone.heardBy(roomId);
  expect(said).toContain('Price inquiry');
  expect(said).not.toMatch(/in\?t=|Open in the sidebar/);
  expect(troubles).toEqual([]);
});
