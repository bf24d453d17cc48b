// The bar that the sidebar has to clear: weight, access for everybody, and strangers' names that are no scripts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ROOT } from '../support/in-force.ts';
import { axeFindings } from '../support/open-browser.ts';
import { openSidebar } from '../support/open-sidebar.ts';

const KB = 1024;

test('script, styles and page are light, and nothing comes from another host', async () => {
  const packed = (name: string) => gzipSync(readFileSync(join(ROOT, 'dist', 'pages', name))).length;
  expect(packed('sidebar.js')).toBeLessThan(25 * KB);
  const desk = await openSidebar();
  await desk.says('mei', '你好');
  const hosts = new Set<string>();
  const page = await desk.sit('li');
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const choices = page.waitForResponse('**/v1/tags/choices');
  const response = await page.goto(`${desk.address}/sidebar?customer=mei`);
  expect(gzipSync((await response?.text()) ?? '').length).toBeLessThan(4 * KB);
  await page.getByRole('button', { name: '+ 加标签' }).waitFor();
  // The whole library has three times as much.
  expect((await (await choices).body()).length).toBeLessThan(12 * KB);
  expect([...hosts]).toEqual([new URL(desk.address).host]);
  desk.isWell();
});

/** Each part that cannot be had says so, until the page knows that none can. */
const alone = (page: Page) => expect.poll(() => page.getByRole('alert').count(), { timeout: 10_000 }).toBe(1);

test.each([
  ['light', 'zh-CN'],
  ['dark', 'zh-CN'],
  ['light', 'en-GB'],
  ['dark', 'en-GB'],
] as const)('axe finds nothing in %s, %s, in any state, and 320 pixels are wide enough', async (colorScheme, locale) => {
  const desk = await openSidebar();
  await desk.says('mei', '这个多少钱？太贵了', { customer: { id: 'mei', name: 'Mei' } });
  await desk.says('mei', '请开发票，合同也要', { customer: { id: 'mei', name: 'Mei' } });
  const page = await desk.look('li', 'mei', { viewport: { width: 320, height: 700 }, colorScheme, locale });
  const states: [string, () => Promise<unknown>][] = [
    ['a customer', () => page.locator('.tags').first().waitFor()],
    ['a reason', () => page.locator('.whose').first().click()],
    ['choosing a tag', () => page.locator('.picker button').first().click()],
    ['choosing a stage', () => page.locator('.stage').click()],
    [
      'the keys',
      () =>
        page
          .locator('.keys')
          .click()
          .then(() => page.getByRole('dialog').waitFor()),
    ],
    ['finding somebody', () => page.goto(`${desk.address}/sidebar`).then(() => page.getByRole('searchbox').waitFor())],
    ['nobody there', () => page.goto(`${desk.address}/sidebar?customer=no`).then(() => alone(page))],
  ];
  for (const [state, reach] of states) {
    await reach();
    expect([state, await axeFindings(page)]).toEqual([state, []]);
    expect([state, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([state, 320]);
  }
});

const HOSTILE = [
  '<img src=x onerror="window.hit=1">',
  '"><script>window.hit=1</script>',
  "javascript:window.hit=1//'",
  '<svg/onload=window.hit=1>',
  '{{constructor.constructor("window.hit=1")()}}',
  '$\u007bwindow.hit=1}',
  '\u202e\u2066gnp.exe',
  '<a href="javascript:window.hit=1">x</a>',
  'x" style="background:url(javascript:window.hit=1)',
  '😀'.repeat(40),
];

test('two hundred hostile names and words are shown letter by letter, and none of them runs', async () => {
  const desk = await openSidebar();
  for (let n = 0; n < 20; n += 1)
    for (const [place, word] of HOSTILE.entries())
      await desk.says(`h${place}`, `${word} 这个多少钱？ ${n}`, { customer: { id: `h${place}`, name: `${word}${n}` } });
  for (const [place, word] of HOSTILE.entries()) {
    const page = await desk.look('li', `h${place}`);
    await expect.poll(() => page.locator('.timeline li').count()).toBeGreaterThan(0);
    expect(await page.evaluate('window.hit')).toBeUndefined();
    if (!/[\u202e\u2066]/.test(word)) expect(await page.locator('.timeline').textContent()).toContain(word);
    await page.context().close();
  }
  desk.isWell();
});
