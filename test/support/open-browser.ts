import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchChromium } from './launch-chromium.ts';

const require = createRequire(import.meta.url);

let launched: ReturnType<typeof launchChromium> | null = null;

/** A real Chromium. It is closed and gone when the file's tests are over. */
export const openBrowser = async (): Promise<Browser> => {
  if (launched === null) {
    launched = launchChromium();
    const mine = launched;
    afterAll(async () => {
      launched = null;
      await (await mine).close();
    });
  }
  return (await launched).browser;
};

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  nodes: { html: string }[];
}

/** What axe finds wrong with a page, the page's own policy in force. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const found = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as Finding[];
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
