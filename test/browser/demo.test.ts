// What a newcomer meets first: the demo, in a real browser.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { loadSample } from '../../src/sample/load-sample.ts';
import { ROOT } from '../support/in-force.ts';
import { axeFindings, openBrowser } from '../support/open-browser.ts';
import { openWebchat } from '../support/open-webchat.ts';

const openDemo = async (options: BrowserContextOptions = {}) => {
  const chat = await openWebchat({ config: '' });
  await loadSample(chat.app, ROOT);
  const complaints: string[] = [];
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', ...options });
  onTestFinished(() => context.close());
  const [name = '', value = ''] = (await chat.signIn('local')).split('=');
  await context.addCookies([{ name, value, url: chat.address }]);
  const open = async (): Promise<Page> => {
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${chat.address}/demo`);
    await page.getByRole('combobox').waitFor();
    return page;
  };
  return { ...chat, context, open, isWell: () => expect([complaints, chat.unforeseen]).toEqual([[], []]) };
};

const customerOf = (page: Page) => page.locator('#window-customer');
const agentOf = (page: Page) => page.locator('#window-agent');
const sidebarOf = (page: Page) => page.frameLocator('#window-tags iframe');

const say = async (page: Page, text: string) => {
  await customerOf(page).getByRole('textbox').fill(text);
  await page.keyboard.press('Enter');
};

test('a newcomer says one line and sees its tag with the reason; answers, takes the tag off, and brings it back', async () => {
  const demo = await openDemo();
  const page = await demo.open();
  await say(page, '这个多少钱？');
  await agentOf(page).locator('.note', { hasText: '询价' }).waitFor();
  expect(await agentOf(page).locator('.bubble mark').textContent()).toBe('多少钱');
  const sidebar = sidebarOf(page);
  await sidebar.getByRole('heading', { level: 1, name: '小美' }).waitFor();
  await sidebar.getByRole('button', { name: /依据 询价/ }).click();
  expect(await sidebar.locator('.why mark').first().textContent()).toBe('多少钱');

  await agentOf(page).getByRole('textbox').fill('您好，1280 元');
  await page.keyboard.press('Enter');
  await customerOf(page).getByText('您好，1280 元').waitFor();
  await sidebar.getByText('已沟通').first().waitFor();

  await sidebar.getByRole('button', { name: '去掉 询价' }).click();
  await expect.poll(() => agentOf(page).locator('.note', { hasText: '询价' }).count()).toBe(0);
  await sidebar.getByRole('button', { name: '撤销' }).click();
  await agentOf(page).locator('.note', { hasText: '询价' }).waitFor();
  demo.isWell();
});

test('a tag that waits for a yes is confirmed beside the talk', async () => {
  const demo = await openDemo();
  const page = await demo.open();
  await say(page, '这个多少钱？');
  const sidebar = sidebarOf(page);
  await sidebar.getByRole('button', { name: '去掉 询价' }).click();
  await expect.poll(() => agentOf(page).locator('.note', { hasText: '询价' }).count()).toBe(0);
  await say(page, '价格是多少');
  await agentOf(page).locator('.note', { hasText: '待确认' }).waitFor();
  await sidebar.getByRole('button', { name: '确认 询价' }).click();
  await sidebar.getByText('已确认 询价').waitFor();
  demo.isWell();
});

test('the agent gives commands that the customer never sees', async () => {
  const demo = await openDemo();
  const page = await demo.open();
  await say(page, '请开发票');
  await agentOf(page).locator('.note').first().waitFor();
  await agentOf(page).getByRole('button', { name: '/标签' }).click();
  const answer = agentOf(page).getByRole('region', { name: '只有你看得到 /标签' });
  await expect.poll(() => answer.textContent()).toMatch(/小美[\s\S]*发票/);
  await agentOf(page).getByRole('textbox').fill('/打标 +紧急');
  await page.keyboard.press('Enter');
  await sidebarOf(page).getByRole('button', { name: '去掉 紧急' }).waitFor();
  await agentOf(page).getByRole('button', { name: '撤销', exact: true }).click();
  await expect.poll(() => sidebarOf(page).getByRole('button', { name: '去掉 紧急' }).count()).toBe(0);
  expect(await customerOf(page).locator('.bubble').allTextContents()).toEqual(['请开发票']);
  demo.isWell();
});

test('the operator becomes a customer of the sample, and back; nothing of the one is left with the other', async () => {
  const demo = await openDemo();
  const page = await demo.open();
  await say(page, '你好');
  await sidebarOf(page).getByRole('heading', { level: 1, name: '小美' }).waitFor();
  await page.getByRole('combobox').selectOption({ label: '陈志强' });
  await sidebarOf(page).getByRole('heading', { level: 1, name: '陈志强' }).waitFor();
  await customerOf(page).getByText('装得挺利索，水也好喝，谢谢').waitFor();
  expect(await customerOf(page).getByText('你好', { exact: true }).count()).toBe(0);
  await say(page, '我要投诉');
  await sidebarOf(page).getByRole('button', { name: '去掉 投诉客户' }).waitFor();
  await page.getByRole('combobox').selectOption({ label: '小美' });
  await customerOf(page).getByText('你好', { exact: true }).waitFor();
  expect(await agentOf(page).getByText('我要投诉').count()).toBe(0);
  demo.isWell();
});

test('words taken back take their tag with them', async () => {
  const demo = await openDemo();
  const page = await demo.open();
  await say(page, '请开发票');
  await sidebarOf(page).getByRole('button', { name: '去掉 发票' }).waitFor();
  await customerOf(page).getByRole('button', { name: '撤回：请开发票' }).click();
  await agentOf(page).getByText('撤回了一条消息').waitFor();
  await expect.poll(() => sidebarOf(page).getByRole('button', { name: '去掉 发票' }).count()).toBe(0);
  demo.isWell();
});

test('in two tabs the same customer is the same', async () => {
  const demo = await openDemo();
  const first = await demo.open();
  await first.getByRole('combobox').selectOption({ label: '陈志强' });
  const second = await demo.open();
  await second.getByRole('combobox').selectOption({ label: '陈志强' });
  await sidebarOf(second).getByRole('heading', { level: 1, name: '陈志强' }).waitFor();
  await say(first, '请开发票');
  await agentOf(second).getByText('请开发票').waitFor();
  await sidebarOf(second).getByRole('button', { name: '去掉 发票' }).waitFor();
  demo.isWell();
});

test('a cut line loses no words and changes no order', async () => {
  const demo = await openDemo();
  const page = await demo.open();
  await say(page, '你好');
  await customerOf(page).getByText('已发送').waitFor();
  await demo.context.setOffline(true);
  for (const text of ['第一句', '第二句，这个多少钱？', '第三句']) await say(page, text);
  await customerOf(page).getByText('还没送到，会自动再发').first().waitFor();
  await demo.context.setOffline(false);
  await agentOf(page).getByText('第三句').waitFor();
  expect(await agentOf(page).locator('.bubble').allTextContents()).toEqual(['你好', '第一句', '第二句，这个多少钱？', '第三句']);
  await agentOf(page).locator('.note', { hasText: '询价' }).waitFor();
  await expect.poll(() => customerOf(page).locator('.unsent').count()).toBe(0);
  demo.isWell();
});

test.each([
  ['light', 'zh-CN', 1280],
  ['dark', 'zh-CN', 1280],
  ['light', 'en-GB', 1280],
  ['dark', 'en-GB', 320],
  ['light', 'zh-CN', 320],
] as const)('axe finds nothing in %s, %s, %i pixels wide, and nothing scrolls sideways', async (colorScheme, locale, width) => {
  const demo = await openDemo({ colorScheme, locale, viewport: { width, height: 800 } });
  const page = await demo.open();
  const fits = async (state: string) => {
    expect([state, await axeFindings(page)]).toEqual([state, []]);
    expect([state, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([state, width]);
  };
  await fits('at first');
  await customerOf(page).getByRole('group').getByRole('button').first().click();
  await customerOf(page).locator('.bubble').first().waitFor();
  if (width < 800) await page.getByRole('tab').nth(1).click();
  await agentOf(page).locator('.note').first().waitFor();
  await agentOf(page).getByRole('group').getByRole('button').first().click();
  await agentOf(page).locator('.answer .title').waitFor();
  await fits('with a talk and an answer');
  if (width < 800) {
    await page.keyboard.press('Tab');
    await page.getByRole('tab').nth(1).focus();
    await page.keyboard.press('ArrowRight');
    await sidebarOf(page).getByRole('heading', { level: 1 }).waitFor();
    await fits('the tags');
  }
  demo.isWell();
});

test('whoever is not the operator is not let in, and is told', async () => {
  const demo = await openDemo();
  const page = await (await openBrowser()).newPage();
  onTestFinished(() => page.close());
  const response = await page.goto(`${demo.address}/demo`);
  expect(response?.status()).toBe(401);
  expect(await page.locator('body').textContent()).toContain('tagwise link');
});
