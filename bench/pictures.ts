/**
 * The pictures of the README: the running program on its sample, as a browser shows it.
 * `npx tsx bench/pictures.ts [folder, docs/pictures]`; Chinese needs a font: the machine's own, or `npm install --no-save @expo-google-fonts/noto-sans-sc`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPages } from './support/open-pages.ts';

const dir = process.argv[2] ?? join('docs', 'pictures');
mkdirSync(dir, { recursive: true });

interface Picture {
  name: string;
  path: string;
  lang: 'zh' | 'en';
  dark?: boolean;
  width: number;
  height: number;
  /** What is done before. */
  ready: (page: Page) => Promise<unknown>;
}

const openReason = async (page: Page) => {
  await page.locator('.tags li').first().waitFor();
  await page.locator('.timeline li').first().waitFor();
  await page.locator('.whose').first().click();
};

const openDemo = async (page: Page) => {
  const customer = page
    .locator('section')
    .filter({ has: page.getByRole('textbox') })
    .first();
  await customer.getByRole('textbox').fill('这个多少钱？能便宜点吗');
  await customer.getByRole('textbox').press('Enter');
  await page.frameLocator('iframe').locator('.tags li').first().waitFor();
};

const openLibrary = async (page: Page) => {
  await page.locator('.tree tbody tr').nth(2).click();
};

const PICTURES: Picture[] = [
  { name: 'demo', path: '/demo', lang: 'zh', width: 1280, height: 800, ready: openDemo },
  { name: 'sidebar', path: '/sidebar?customer=james', lang: 'en', dark: true, width: 360, height: 800, ready: openReason },
  { name: 'console', path: '/console#/library', lang: 'zh', width: 1280, height: 800, ready: openLibrary },
];

const pages = await openPages();
try {
  for (const { name, path, lang, dark, width, height, ready } of PICTURES) {
    const context = await pages.window({
      ...{ viewport: { width, height }, deviceScaleFactor: 1.5, locale: lang === 'zh' ? 'zh-CN' : 'en-GB' },
      colorScheme: dark ? 'dark' : 'light',
    });
    const page = await context.newPage();
    await page.goto(pages.address + path);
    await ready(page);
    await page.screenshot({ path: join(dir, `${name}.png`) });
    await context.close();
    console.log(join(dir, `${name}.png`));
  }
} finally {
  await pages.close();
}
