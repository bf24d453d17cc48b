// The widget of the web chat: a visitor writes, staff answer, on a page of its own and in a frame of a site.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { ROOT } from '../support/in-force.ts';
import { axeFindings, openBrowser } from '../support/open-browser.ts';
import { type OpenWebchat, openWebchat } from '../support/open-webchat.ts';

const openChat = async (options: BrowserContextOptions = {}, more: Parameters<typeof openWebchat>[0] = {}) => {
  const chat = await openWebchat(more);
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'zh-CN', ...options });
  onTestFinished(() => context.close());
  const complaints: string[] = [];
  const open = async (address = `${chat.address}/chat`): Promise<Page> => {
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(address);
    return page;
  };
  return { ...chat, context, open, isWell: () => expect([complaints, chat.unforeseen]).toEqual([[], []]) };
};

const write = async (page: Page, text: string) => {
  await page.locator('textarea').fill(text);
  await page.keyboard.press('Enter');
};
/** The one visitor who has written. */
const visitorOf = async ({ ask, signIn }: OpenWebchat): Promise<string> => {
  const { body } = await ask<{ talks: { id: string }[] }>('/desk/talks', { as: await signIn('li') });
  return body.talks[0]?.id ?? '';
};

test('a visitor writes and is answered, comes back later and finds all of it', async () => {
  const chat = await openChat();
  const page = await chat.open();
  await page.getByText('在线', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: '怎么称呼你' }).fill('梅 <b>x</b>');
  await write(page, '这个多少钱？<img src=x onerror="window.hit=1">');
  await page.getByText('已发送').waitFor();
  const mei = await visitorOf(chat);
  await chat.settle();
  expect(await chat.tagsOf(mei)).toContain('需求与意向:询价');
  expect((await chat.answer(await chat.signIn('li'), mei, '1280 元<script>window.hit=1</script>')).status).toBe(200);
  await page.getByText('1280 元<script>window.hit=1</script>').waitFor();
  await page.reload();
  await page.getByText('1280 元<script>').waitFor();
  expect(await page.locator('.bubble').count()).toBe(2);
  expect(await page.evaluate('window.hit')).toBeUndefined();
  // Not one word of what is known about them.
  expect(await page.content()).not.toContain('询价');
  chat.isWell();
});

test('what was not taken is kept over a closed page, goes in order when the bot is back, and counts once', async () => {
  const chat = await openChat();
  const first = await chat.open();
  await write(first, '你好');
  await first.getByText('已发送').waitFor();
  chat.breakDatabase(true);
  for (const text of ['一', '二', '三']) await write(first, text);
  await first.getByText('还没送到，会自动再发').first().waitFor();
  await first.close();
  const second = await chat.open();
  await expect.poll(() => second.locator('.unsent').count()).toBe(3);
  chat.breakDatabase(false);
  await expect.poll(() => second.locator('.unsent').count(), { timeout: 20_000 }).toBe(0);
  expect(await second.locator('.bubble').allTextContents()).toEqual(['你好', '一', '二', '三']);
  expect(await chat.app.store.events.count()).toBe(4);
  chat.isWell();
});

test('two tabs of one visitor show one talk; words that are taken back go in both', async () => {
  const chat = await openChat();
  const [one, two] = [await chat.open(), await chat.open()];
  await write(one, '请开发票');
  await two.getByText('请开发票').waitFor();
  await one.getByRole('button', { name: '撤回：请开发票' }).click();
  await two.getByText('撤回了一条消息').waitFor();
  await chat.settle();
  expect(await chat.tagsOf(await visitorOf(chat))).not.toContain('需求与意向:发票');
  chat.isWell();
});

test('a cut line is said in words, and what was said meanwhile is there when it is back', async () => {
  const chat = await openChat();
  const page = await chat.open();
  await write(page, '你好');
  await page.getByText('已发送').waitFor();
  await chat.context.setOffline(true);
  await write(page, '还在吗');
  await page.getByText('还没送到').waitFor();
  await chat.answer(await chat.signIn('li'), await visitorOf(chat), '在的');
  await chat.context.setOffline(false);
  await page.getByText('在的').waitFor({ timeout: 20_000 });
  await expect.poll(() => page.locator('.unsent').count(), { timeout: 20_000 }).toBe(0);
  chat.isWell();
});

test('a browser that keeps no cookie is told so, and its words are not lost; one whose cookie is gone begins anew', async () => {
  const chat = await openChat();
  const page = await chat.open('about:blank');
  // The page gets the answer, and the browser no cookie.
  await page.route('**/chat/talk', async (route) => {
    const headers = { origin: chat.address, 'content-type': 'application/json' };
    const answer = await fetch(`${chat.address}/chat/talk`, { method: 'POST', headers, body: '{}' });
    await route.fulfill({ contentType: 'application/json', body: await answer.text() });
  });
  await page.goto(`${chat.address}/chat`);
  await page.getByRole('link', { name: '在新标签页里聊' }).waitFor();
  await write(page, '这个多少钱？');
  await page.getByText('没有发出').waitFor();
  expect(await chat.app.store.events.count()).toBe(0);
  await page.unroute('**/chat/talk');

  const other = await chat.open();
  await write(other, '你好');
  await other.getByText('已发送').waitFor();
  await chat.context.clearCookies();
  await write(other, '又是我');
  await other.getByText('又是我').waitFor();
  await expect.poll(() => other.locator('.unsent').count()).toBe(0);
  expect(await other.getByRole('alert').count()).toBe(0);
  expect(await chat.app.store.events.count()).toBe(2);
});

/** A site of somebody else with these lines in its page. */
const openSite = async (html: () => string) => {
  const site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="zh"><title>shop</title><h1>净水器</h1>${html()}</html>`);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  onTestFinished(() => void site.close());
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
};

test('one line puts it on a site that is listed, and on no other', async () => {
  const port = await freePort();
  const line = () => `<script src="http://127.0.0.1:${port}/chat.js" data-lang="zh" async></script>`;
  const [listed, other] = [await openSite(line), await openSite(line)];
  const chat = await openChat({ viewport: { width: 900, height: 700 } }, { origins: [listed], port: String(port) });
  const page = await chat.open(listed);
  await page.getByRole('button', { name: '在线客服' }).click();
  const frame = page.frameLocator('iframe');
  await frame.locator('textarea').fill('这个多少钱？');
  await frame.locator('textarea').press('Enter');
  await frame.getByText('已发送').waitFor();
  await chat.settle();
  expect(await chat.tagsOf(await visitorOf(chat))).toContain('需求与意向:询价');
  await page.keyboard.press('Escape');
  chat.isWell();

  const elsewhere = await chat.context.newPage();
  await elsewhere.goto(other);
  await elsewhere.getByRole('button', { name: '在线客服' }).click();
  await expect.poll(() => elsewhere.frames().length).toBe(2);
  await expect.poll(() => elsewhere.frames()[1]?.url()).toMatch(/^chrome-error:/);
});

test('it is light', () => {
  const packed = (name: string) => gzipSync(readFileSync(join(ROOT, 'dist', 'pages', name))).length;
  expect(packed('chat.js')).toBeLessThan(12 * 1024);
  expect(packed('embed.js')).toBeLessThan(1_500);
});

test.each([
  ['light', 'zh-CN'],
  ['dark', 'en-GB'],
] as const)('axe finds nothing in %s, %s, and 320 pixels are wide enough', async (colorScheme, locale) => {
  const chat = await openChat({ colorScheme, locale, viewport: { width: 320, height: 600 } });
  const page = await chat.open();
  await page.locator('.state:not(.off)').waitFor();
  const fits = async (state: string) => {
    expect([state, await axeFindings(page)]).toEqual([state, []]);
    expect([state, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([state, 320]);
  };
  await fits('at first');
  await write(page, `${'long'.repeat(40)} 这个多少钱？`);
  await page.locator('.said').first().waitFor();
  await fits('with a talk');
  chat.breakDatabase(true);
  await write(page, 'x');
  await page.locator('.unsent').waitFor();
  await fits('with words that wait');
});

test('staff see who wrote, answer, and have the sidebar beside it', async () => {
  const chat = await openChat();
  const visitor = await chat.open();
  await visitor.getByRole('textbox', { name: '怎么称呼你' }).fill('梅');
  await write(visitor, '这个多少钱？');
  await visitor.getByText('已发送').waitFor();
  const context = await (await openBrowser()).newContext({ viewport: { width: 1200, height: 700 }, locale: 'zh-CN' });
  onTestFinished(() => context.close());
  const [name = '', value = ''] = (await chat.signIn('li')).split('=');
  await context.addCookies([{ name, value, url: chat.address }]);
  const desk = await context.newPage();
  // The list does not come at first: that is said, and asked for again.
  await desk.route('**/desk/talks', (route) => route.abort());
  await desk.goto(`${chat.address}/desk`);
  const refused = desk.getByRole('alert').getByRole('button');
  await refused.waitFor();
  await desk.unroute('**/desk/talks');
  await refused.click();
  await desk.getByRole('button', { name: '梅 等回复' }).click();
  expect(await desk.getByRole('alert').count()).toBe(0);
  await desk.locator('.note', { hasText: '询价' }).waitFor();
  await desk.frameLocator('iframe').getByRole('heading', { level: 1, name: '梅' }).waitFor();
  await desk.getByRole('region', { name: '客服' }).getByRole('textbox').fill('1280 元');
  await desk.keyboard.press('Enter');
  await visitor.getByText('1280 元').waitFor();
  await desk.getByRole('button', { name: '梅', exact: true }).waitFor();
  await write(visitor, '好的');
  await desk.getByText('好的').waitFor();
  expect(await axeFindings(desk)).toEqual([]);
  chat.isWell();
});
