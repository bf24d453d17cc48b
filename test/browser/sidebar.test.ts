// An agent's day beside the chat, in a real browser.
import { expect, test } from 'vitest';
import { openSidebar } from '../support/open-sidebar.ts';

test('Li opens a customer and sees each tag with the words that it rests on', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '这个多少钱？', { customer: { id: 'mei', name: 'Mei' } });
  const page = await desk.look('li', 'mei');
  await page.getByRole('heading', { level: 1, name: 'Mei' }).waitFor();
  await page.getByRole('button', { name: /依据 询价/ }).click();
  expect(await page.locator('.why mark').first().textContent()).toBe('多少钱');
  await expect.poll(() => page.locator('.timeline').textContent()).toContain('这个多少钱？');
  desk.isWell();
});

test('what waits for a person comes first; one tap confirms it, another takes that back', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '这个多少钱？');
  const page = await desk.look('li', 'mei');
  // Li turns it down; the same wish in other words is only suggested then.
  await page.getByRole('button', { name: '去掉 询价' }).click();
  await expect.poll(() => desk.carried('mei')).not.toContain('需求与意向:询价');
  await desk.says('mei', '价格是多少');
  const ask = page.getByRole('region', { name: /待确认/ });
  await ask.waitFor();
  expect((await ask.boundingBox())?.y ?? 999).toBeLessThan(400);
  await ask.getByRole('button', { name: '确认 询价' }).click();
  await page.getByText('已确认 询价').waitFor();
  expect(await desk.carried('mei')).toContain('需求与意向:询价');
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销').waitFor();
  expect(await desk.carried('mei')).not.toContain('需求与意向:询价');
  desk.isWell();
});

test('a tag that comes while the page is open is there at once', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '你好');
  const page = await desk.look('li', 'mei');
  await page.getByText('实时').waitFor();
  // For some seconds only, which may be over before the bot has done all of it.
  const told = page.getByRole('status').getByText('新标签 发票').waitFor();
  await desk.says('mei', '请开发票');
  await told;
  await page.getByRole('button', { name: '去掉 发票' }).waitFor();
  desk.isWell();
});

test('what is refused comes back, with the reason', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '你好');
  const page = await desk.look('li', 'mei');
  await page.getByRole('button', { name: '+ 加标签' }).click();
  await page.getByRole('combobox').fill('VIP');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('status').textContent()).toMatch(/VIP/);
  expect(await desk.carried('mei')).not.toContain('价值分层:VIP客户');
  expect(await page.getByRole('button', { name: '去掉 VIP客户' }).count()).toBe(0);
});

test('a tag is added by the keyboard alone; Enter while an input method composes chooses nothing', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '你好');
  const page = await desk.look('li', 'mei');
  await page.getByRole('button', { name: '+ 加标签' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('合同');
  await page.getByRole('option', { name: '合同' }).waitFor();
  const composing = { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true };
  await page.getByRole('combobox').dispatchEvent('keydown', composing);
  expect(await page.getByRole('combobox').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '去掉 合同' }).waitFor();
  expect(await desk.carried('mei')).toContain('需求与意向:合同');
  desk.isWell();
});

test('the right customer is on the screen, however late an answer about the one before comes', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '这个多少钱？', { customer: { id: 'mei', name: 'Mei' } });
  await desk.says('tom', '请开发票', { customer: { id: 'tom', name: 'Tom' } });
  const page = await desk.sit('li');
  let answered = false;
  await page.route('**/v1/customers/mei/tags', async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    answered = true;
    await route.continue().catch(() => undefined);
  });
  const asked = page.waitForRequest('**/v1/customers/mei/tags');
  await page.goto(`${desk.address}/sidebar?customer=mei`);
  await asked;
  await page.evaluate("history.pushState(null, '', '?customer=tom'); dispatchEvent(new PopStateEvent('popstate'));");
  await page.getByRole('button', { name: '去掉 发票' }).waitFor();
  await expect.poll(() => answered).toBe(true);
  await page.waitForTimeout(200);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tom');
  expect(await page.getByText('询价').count()).toBe(0);
});

test('two agents at one customer see each other’s hands', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '你好');
  const [li, hua] = [await desk.look('li', 'mei'), await desk.look('hua', 'mei')];
  await li.getByRole('button', { name: '+ 加标签' }).click();
  await li.getByRole('combobox').fill('合同');
  await li.keyboard.press('Enter');
  await hua.getByRole('button', { name: '去掉 合同' }).waitFor({ timeout: 5_000 });
  await hua.getByRole('button', { name: '去掉 合同' }).click();
  await expect.poll(() => li.getByRole('button', { name: '去掉 合同' }).count()).toBe(0);
  desk.isWell();
});

test('a task is noted in words, put off, done by a tick, and not done after all', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '你好');
  const page = await desk.look('li', 'mei');
  await page.getByLabel(/记一件事/).fill('明天下午3点 回电话');
  await page.getByRole('button', { name: '记下' }).click();
  await page.getByRole('button', { name: '推迟 回电话' }).click();
  await page.getByRole('button', { name: '下周一上午9点' }).click();
  await page.getByText(/推迟到 .*09:00/).waitFor();
  await page.getByRole('checkbox', { name: /回电话/ }).click();
  await expect.poll(() => page.getByRole('checkbox').count()).toBe(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('checkbox', { name: /回电话 推迟到/ }).waitFor();
  desk.isWell();
});

test('a cut line is said in words, and mends itself', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '你好');
  const page = await desk.look('li', 'mei');
  await page.getByText('实时').waitFor();
  await page.route('**/live', (route) => route.abort());
  await page.route('**/changes*', (route) => route.abort());
  const shownAgain = "document.dispatchEvent(new Event('visibilitychange'))";
  await page.evaluate(shownAgain);
  await page.getByText('连接中断').waitFor();
  await page.unroute('**/live');
  await page.unroute('**/changes*');
  await page.evaluate(shownAgain);
  await page.getByText('实时').waitFor();
});

test('who is not signed in is told how to be, and who has no customer finds one', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '你好', { customer: { id: 'mei', name: 'Mei' } });
  const nobody = await desk.sit(null);
  await nobody.goto(`${desk.address}/sidebar`);
  await nobody.getByText('npx tagwise link').waitFor();
  const page = await desk.sit('li', { locale: 'en-GB' });
  await page.goto(`${desk.address}/sidebar`);
  await page.getByRole('searchbox').fill('Me');
  await page.getByRole('button', { name: /Mei/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Mei' }).waitFor();
  await page.goto(`${desk.address}/sidebar?customer=nobody`);
  await page
    .getByRole('alert')
    .getByText(/nobody/)
    .waitFor();
});
