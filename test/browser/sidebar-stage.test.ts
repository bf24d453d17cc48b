// The stage beside the chat, tags that somebody often adds, and the keys of the page.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSidebar } from '../support/open-sidebar.ts';

const stage = (page: Page) => page.getByRole('region', { name: '阶段' });

test('Li sees who set the stage, moves the customer on, and is asked before moving them back', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '你好');
  const page = await desk.look('li', 'mei');
  await stage(page).getByRole('button', { name: /改/ }).click();
  const funnel = stage(page).getByRole('listitem').getByRole('button');
  const names = await funnel.allTextContents();
  expect(names.indexOf('报价中')).toBeGreaterThan(names.indexOf('已沟通'));
  await funnel.getByText('报价中', { exact: true }).click();
  await page.getByRole('status').getByText('阶段改为 报价中').waitFor();
  await stage(page)
    .getByRole('button', { name: /报价中.*人工 Li.*起/ })
    .click();
  expect(await stage(page).locator('[aria-current=step]').textContent()).toBe('报价中');
  expect(await desk.carried('mei')).toContain('行为阶段:报价中');

  await funnel.getByText('已沟通', { exact: true }).click();
  await page.getByRole('button', { name: '确认往回改' }).waitFor();
  await stage(page)
    .getByRole('button', { name: /报价中/ })
    .waitFor();
  expect(await desk.carried('mei')).toContain('行为阶段:报价中');
  await page.getByRole('button', { name: '确认往回改' }).click();
  await page.getByRole('status').getByText('阶段改为 已沟通').waitFor();
  expect(await desk.carried('mei')).toContain('行为阶段:已沟通');
  await page.getByRole('button', { name: '撤销' }).click();
  await stage(page)
    .getByRole('button', { name: /报价中/ })
    .waitFor();
  desk.isWell();
});

test.each(['zh-CN', 'en-GB'])('in %s three tags to confirm leave room for the first tags within 400 pixels', async (locale) => {
  const desk = await openSidebar();
  await desk.says('mei', '你好，多少钱？请开发票，签合同，便宜点', { customer: { id: 'mei', name: 'Mei' } });
  const page = await desk.look('li', 'mei', { locale });
  const turnedDown = ['ask_price', 'invoice', 'contract'];
  await desk.ask('/v1/customers/mei/tags', { as: await desk.signIn('li'), body: { remove: turnedDown } });
  await desk.says('mei', '价格是多少？能不能开票？合同条款发我看看');
  await expect.poll(() => page.locator('.ask').count()).toBe(3);
  const bottom = async () => {
    const chip = await page.locator('.tags .tag').first().boundingBox();
    return chip === null ? 999 : chip.y + chip.height;
  };
  await expect.poll(bottom).toBeLessThan(400);
  desk.isWell();
});

test('what Li often adds comes first, with how its group is used; what is not for them to set comes last and says so', async () => {
  const desk = await openSidebar();
  for (const customer of ['tom', 'ann', 'mei']) await desk.says(customer, '你好');
  const add = async (customer: string, word: string) => {
    const page = await desk.look('li', customer);
    await page.getByRole('button', { name: '+ 加标签' }).click();
    await page.getByRole('combobox').fill(word);
    await page.keyboard.press('Enter');
    await page.getByText(`已加上 ${word}`).waitFor();
    return page;
  };
  await add('tom', '技术支持');
  const page = await add('ann', '技术支持');
  await page.goto(`${desk.address}/sidebar?customer=mei`);
  await page.getByRole('button', { name: '+ 加标签' }).click();
  expect(await page.getByRole('option').first().textContent()).toMatch(/技术支持.*常用/);
  const note = desk.app.inForce.tree().node('stage')?.note ?? '';
  await page.getByRole('combobox').fill('报价中');
  await page.locator('.picker').getByText(note).waitFor();
  await page.getByRole('combobox').fill('VIP');
  expect(await page.getByRole('option').first().textContent()).toMatch(/VIP客户.*受限/);
  await page.getByText('您的角色不能打这个标签。').waitFor();
  desk.isWell();
});

test('keys of the page: add, confirm, turn down, undo, help; none of them while somebody types', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '这个多少钱？');
  const page = await desk.look('li', 'mei');
  await page.getByRole('button', { name: '去掉 询价' }).click();
  await expect.poll(() => desk.carried('mei')).not.toContain('需求与意向:询价');
  await desk.says('mei', '价格是多少');
  await page.getByRole('button', { name: '确认 询价' }).waitFor();

  await page.keyboard.press('n');
  await page.getByText(/已否定 询价/).waitFor();
  await page.keyboard.press('z');
  await page.getByText('已撤销').waitFor();
  await page.getByRole('button', { name: '确认 询价' }).waitFor();
  for (const other of ['Control+y', 'Alt+y', 'Meta+y']) await page.keyboard.press(other);
  await page.locator('body').dispatchEvent('keydown', { key: 'y', keyCode: 229, isComposing: true, bubbles: true });
  await page.getByLabel(/记一件事/).focus();
  await page.keyboard.type('yn/z?');
  expect(await page.getByLabel(/记一件事/).inputValue()).toBe('yn/z?');
  expect(await desk.carried('mei')).not.toContain('需求与意向:询价');
  await page.getByRole('heading', { level: 2, name: '标签' }).click();
  await page.keyboard.press('y');
  await page.getByText('已确认 询价').waitFor();
  expect(await desk.carried('mei')).toContain('需求与意向:询价');
  await page.keyboard.press('y');
  await page.getByText('没有待确认的标签。').waitFor();

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '快捷键' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('z');
  expect(await desk.carried('mei')).toContain('需求与意向:询价');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('/');
  await page.locator('[role=combobox]:focus').waitFor();
  expect(await page.getByRole('combobox').inputValue()).toBe('');
  desk.isWell();
});
