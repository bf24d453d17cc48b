import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from '../../test/support/launch-chromium.ts';
import { createFolder, runTagwise, startTagwise } from '../../test/support/run-tagwise.ts';

/** The running program on the sample, with a real browser in which the local operator is signed in; `close` leaves nothing behind. */
export const openPages = async (lang: 'zh' | 'en' = 'zh') => {
  const folder = createFolder();
  const bot = startTagwise(['start', '--lang', lang], { cwd: folder.dir });
  const { browser, close } = await launchChromium();
  const text = await bot.heard(/\/in\?t=[\w-]+/, { limitMs: 120_000 });
  const link = new URL(/http\S+\/in\?t=[\w-]+/.exec(text)?.[0] ?? '');
  const first = await browser.newContext();
  const page = await first.newPage();
  await page.goto(link.href);
  await page.getByRole('button').click();
  await page.waitForLoadState();
  const storageState = await first.storageState();
  await first.close();
  return {
    address: link.origin,
    /** A window of its own in which the operator is signed in. */
    window: (options: BrowserContextOptions = {}): Promise<BrowserContext> => browser.newContext({ storageState, ...options }),
    /** Runs a verb on the same home. */
    verb: (...words: string[]) => runTagwise(words, { cwd: folder.dir }),
    close: async () => {
      await close();
      await bot.stop();
      folder.remove();
    },
  };
};
