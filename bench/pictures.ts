/**
 * The pictures of the README: the running program on its sample, as a browser shows it.
 * `npx tsx bench/pictures.ts [folder, docs/pictures] [--all: the sidebar in every size, language and theme instead]`; Chinese needs a font: the machine's own, or `npm install --no-save @expo-google-fonts/noto-sans-sc`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPages } from './support/open-pages.ts';

const words = process.argv.slice(2);
const all = words.includes('--all');
const dir = words.find((word) => !word.startsWith('-')) ?? join('docs', 'pictures');
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

/** Every size, language and theme of the sidebar, for whoever looks them through. */
const ALL: Picture[] = [320, 420].flatMap((width) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    [false, true].map((dark) => ({
      ...{
        name: `sidebar-${width}-${lang}${dark ? '-dark' : ''}`,
        path: `/sidebar?customer=${lang === 'zh' ? 'xiaoyu' : 'james'}`,
      },
      ...{ lang, dark, width, height: 900, ready: openReason },
    })),
  ),
);

const pages = await openPages();
try {
  for (const { name, path, lang, dark, width, height, ready } of all ? ALL : PICTURES) {
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
