import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';

const require = createRequire(import.meta.url);

/** Chromium as it comes with its package; it finds no fonts but its own unless it is told where to look. */
const unpack = async (dir: string): Promise<string> => {
  mkdirSync(join(dir, 'fc'));
  const fonts = join(dir, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig><dir>${dir}/fonts/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/fc</cachedir></fontconfig>`,
  );
  // Read when the package is loaded: where to unpack, and that its own system libraries are to be used.
  Object.assign(process.env, { TMPDIR: dir, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  Object.assign(process.env, { FONTCONFIG_FILE: fonts, FONTCONFIG_PATH: dir });
  return path;
};

let browser: Promise<Browser> | null = null;

/** A real Chromium: that of `CHROMIUM`, else the one of its package (Linux, x64). It is closed and gone when the file's tests are over. */
export const openBrowser = (): Promise<Browser> => {
  if (browser !== null) return browser;
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-chromium-'));
  const launched = async () => {
    const executablePath = process.env['CHROMIUM'] ?? (await unpack(dir));
    return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  };
  browser = launched();
  afterAll(async () => {
    await (await browser)?.close();
    browser = null;
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  });
  return browser;
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
