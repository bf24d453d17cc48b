// What to say to a customer, brought up by their tags: copied, or opened.
import { expect, test } from 'vitest';
import type { Piece } from '../../src/domain/material.ts';
import { axeFindings } from '../support/open-browser.ts';
import { openSidebar } from '../support/open-sidebar.ts';

const LONG = '您好，报价单今天发您。\n'.repeat(12).trim();
const PIECES: Piece[] = [
  { id: 'price', title: '报价怎么说', kind: 'reply', when: '询价', text: LONG },
  { id: 'both', title: '学校案例', kind: 'case', when: '询价 发票', text: '三周上线', url: 'https://example.com/school' },
  { id: 'nobody', title: 'VIP 模板', kind: 'file', when: 'VIP', url: 'https://example.com/vip' },
  {
    id: 'hostile',
    title: '<img src=x onerror="window.hit=1">',
    kind: 'reply',
    when: '询价',
    text: '<script>window.hit=1</script>',
  },
];

const open = async () => {
  const desk = await openSidebar();
  desk.app.inForce.replace({ material: PIECES });
  await desk.says('mei', '这个多少钱？', { customer: { id: 'mei', name: 'Mei' } });
  return desk;
};
const titles = '.piece b';

test('the pieces that fit are there, come and go with the tags, and one tap copies the words', async () => {
  const desk = await open();
  const page = await desk.look('li', 'mei');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const material = page.getByRole('region', { name: '话术和素材' });
  await expect.poll(() => material.locator(titles).allTextContents()).toEqual(['报价怎么说', PIECES[3]?.title]);
  await desk.says('mei', '请开发票');
  await expect.poll(() => material.locator(titles).first().textContent()).toBe('学校案例');
  await material.getByRole('button', { name: '复制 报价怎么说' }).click();
  await page.getByRole('status').getByText('已复制 报价怎么说').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(LONG);
  const link = material.getByRole('link', { name: '打开 学校案例' });
  expect([await link.getAttribute('target'), await link.getAttribute('rel'), await link.getAttribute('href')]).toEqual([
    '_blank',
    'noopener noreferrer',
    'https://example.com/school',
  ]);
  expect(await page.evaluate('window.hit')).toBeUndefined();
  desk.isWell();
});

test('where the clipboard is refused the old way copies; where that fails too the words stand there to be selected', async () => {
  const desk = await open();
  const page = await desk.look('li', 'mei');
  const material = page.getByRole('region', { name: '话术和素材' });
  const copy = material.getByRole('button', { name: '复制 报价怎么说' });
  await copy.waitFor();
  await page.evaluate(`
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } });
    document.execCommand = (what) => { window.copied = [what, document.activeElement.value]; return true; };
  `);
  await copy.click();
  await page.getByRole('status').getByText('已复制').waitFor();
  expect(await page.evaluate('window.copied')).toEqual(['copy', LONG]);
  await page.evaluate('document.execCommand = () => false');
  await copy.click();
  await page.getByText('浏览器不让复制').waitFor();
  expect(await material.locator('.words.whole').textContent()).toBe(LONG);
  desk.isWell();
});

test.each(['light', 'dark'] as const)('axe finds nothing in the material, %s, at 320 pixels', async (colorScheme) => {
  const desk = await open();
  await desk.says('mei', '请开发票');
  const page = await desk.look('li', 'mei', { viewport: { width: 320, height: 700 }, colorScheme });
  await page.getByRole('link', { name: '打开 学校案例' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('where nobody has written any material there is no place for it', async () => {
  const desk = await openSidebar();
  await desk.says('mei', '你好');
  const page = await desk.look('li', 'mei');
  await page.getByRole('region', { name: '来往' }).locator('li').first().waitFor();
  await expect.poll(() => page.getByRole('region', { name: '话术和素材' }).count()).toBe(0);
  desk.isWell();
});
