// A manager's morning at the console, in a real browser.
import { expect, test } from 'vitest';
import { openConsole, tabTo } from '../support/open-console.ts';

test('Hua’s morning by the keyboard alone: quotes that wait, a tag renamed and taken back, a rule switched off, customers found', async () => {
  const desk = await openConsole();
  await desk.morning();
  const page = await desk.look('hua');
  const key = (name: string) => page.keyboard.press(name);
  const heading = page.getByRole('heading', { level: 1 });

  // Today: the stale quote stands first, with its amount and the customer's last words.
  const quotes = page.getByRole('region', { name: /超时的报价/ });
  await quotes.getByText('¥1,200.00').waitFor();
  expect(await quotes.textContent()).toContain('等我问问老板');

  // The library: found by its name, opened beside the tree.
  await key('2');
  await expect.poll(() => heading.textContent()).toBe('标签库');
  await page.getByRole('treegrid').waitFor();
  await key('/');
  await page.keyboard.type('询价');
  await key('ArrowDown');
  await key('Enter');
  const details = page.getByRole('region', { name: '询价' });
  await details.getByText('2 位客户带着它').waitFor();
  await details.getByText('30 天里打了 2 次，之前 30 天 0 次').waitFor();
  expect(await details.locator('.givers').textContent()).toContain('关键词 询价2 次');

  // Renamed: asked first, then done, then taken back.
  await tabTo(page, page.getByLabel('新名字'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('问价');
  await key('Enter');
  await page.getByText('改名会影响 2 位客户看到的名字').waitFor();
  expect(desk.app.inForce.tree().node('ask_price')?.name).toBe('询价');
  await key('Enter');
  await page.getByText('已改名：询价').waitFor();
  expect(desk.app.inForce.tree().node('ask_price')?.name).toBe('问价');
  await page.getByRole('region', { name: '问价' }).waitFor();
  await tabTo(page, page.getByRole('button', { name: '撤销' }));
  await key('Enter');
  await page.getByText('已撤销').waitFor();
  expect(desk.app.inForce.tree().node('ask_price')?.name).toBe('询价');

  // The rules: what silence does, who carries its tag because of it, and off.
  await key('3');
  await expect.poll(() => heading.textContent()).toBe('规则');
  await page.locator('.sources').waitFor();
  await key('/');
  await page.keyboard.type('silence');
  await key('ArrowDown');
  await key('Enter');
  await page.getByText(/因它而带的客户 \d+ 位/).waitFor();
  await tabTo(page, page.getByRole('switch', { name: /静默/ }));
  await key('Space');
  await page
    .getByRole('status')
    .getByText(/已关闭/)
    .waitFor();
  expect(desk.app.inForce.allRules().find(({ id }) => id === 'silence')?.mode).toBe('off');

  // Segments: a slip is told of with its place, then two are found, and one of them opened.
  await key('4');
  await expect.poll(() => heading.textContent()).toBe('分群');
  await key('/');
  await page.keyboard.type('询价 (VIP');
  await key('Enter');
  await page
    .getByRole('alert')
    .getByText(/第 4 个字/)
    .waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('询价 -VIP');
  await key('Enter');
  await page.getByText('2 位客户').waitFor();
  await tabTo(page, page.getByRole('link', { name: 'Mei' }));
  await key('Enter');
  await page.waitForURL(/\/sidebar\?customer=mei$/);
  desk.isWell();
});

test('arrows go through the tree and fold it; Escape goes back to where one was', async () => {
  const desk = await openConsole();
  const page = await desk.look('hua', '#/library');
  const rows = page.getByRole('treegrid').getByRole('row');
  await rows.nth(1).waitFor();
  const before = await rows.count();
  const focused = () => page.locator(':focus').getAttribute('data-id');
  await rows.nth(1).focus();
  const first = await focused();
  await page.keyboard.press('ArrowRight');
  await expect.poll(focused).not.toBe(first);
  // Its second child has none below it: left leads to the parent at once.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(focused).toBe(first);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => rows.count()).toBe(before);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => rows.count()).toBeLessThan(before);
  await expect.poll(() => page.locator(':focus').getAttribute('aria-expanded')).toBe('false');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => rows.count()).toBe(before);
  await page.keyboard.press('End');
  await expect.poll(focused).not.toBe(first);
  const last = await focused();
  // One line alone is a stop of Tab.
  expect(await page.locator('.tree tr[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('details');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe(last);
  // A narrow page shows one of both at a time, and leads back all the same.
  await page.setViewportSize({ width: 360, height: 700 });
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('treegrid').count()).toBe(0);
  await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('details');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe(last);
  desk.isWell();
});

test('an agent sees all of it and changes nothing: no button is there that would be refused, and the page says why', async () => {
  const desk = await openConsole();
  await desk.morning();
  const page = await desk.look('li', '#/library/ask_price');
  await page.getByText('2 位客户带着它').waitFor();
  await page.getByText('你可以看；改标签要主管。').waitFor();
  expect(await page.getByRole('button', { name: '改名' }).count()).toBe(0);
  await page.keyboard.press('3');
  await page.getByText('你可以看；开关规则要主管。').waitFor();
  expect(await page.getByRole('switch').count()).toBe(0);
  await page.keyboard.press('1');
  await page.getByText(/只有你自己的客户/).waitFor();
  desk.isWell();
});

test('an archived tag is gone, and is found and restored among the archived', async () => {
  const desk = await openConsole();
  await desk.morning();
  const page = await desk.look('hua', '#/library/ask_price');
  await page.getByRole('button', { name: '归档' }).click();
  await page.getByText('归档会从 2 位客户身上去掉它').waitFor();
  await page.getByRole('button', { name: '不改' }).click();
  expect(desk.app.inForce.tree().node('ask_price')?.archived).toBe(false);
  await page.getByRole('button', { name: '归档' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('已归档：询价').waitFor();
  await expect.poll(() => desk.carried('mei')).not.toContain('需求与意向:询价');
  await expect.poll(() => page.locator('.tree tr[data-id="ask_price"]').count()).toBe(0);
  await page.getByLabel('也看已归档的').check();
  await page.locator('.tree tr[data-id="ask_price"]').click();
  await page.getByRole('button', { name: '恢复' }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await expect.poll(() => desk.carried('mei')).toContain('需求与意向:询价');
  desk.isWell();
});

test('a cut line is said in words and mends itself; who is not signed in is told how to be', async () => {
  const desk = await openConsole();
  const page = await desk.sit('hua');
  await page.route('**/v1/hits', (route) => route.abort());
  await page.goto(`${desk.address}/console#/rules`);
  await page.getByRole('alert').getByText('连不上机器人').waitFor();
  await page.unroute('**/v1/hits');
  await page.locator('.sources li').first().waitFor({ timeout: 15_000 });
  expect(await page.getByRole('alert').count()).toBe(0);
  const nobody = await desk.sit(null);
  await nobody.goto(`${desk.address}/console`);
  await nobody.getByText('npx tagwise link').waitFor();
});

test('single keys are told of by ?, and can be switched off for good', async () => {
  const desk = await openConsole();
  const page = await desk.look('kan', '', { locale: 'en-GB' });
  await page.keyboard.press('?');
  await page.getByRole('region', { name: 'Keys' }).waitFor();
  await page.getByLabel('Single keys are on').uncheck();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('region', { name: 'Keys' }).count()).toBe(0);
  await page.keyboard.press('3');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Today');
  await page.reload();
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('3');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Today');
  desk.isWell();
});
