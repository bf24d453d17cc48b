import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const require = createRequire(import.meta.url);

/** Where a font with Chinese characters comes from, where the machine has none; it is large, so nothing installs it by itself. */
export const CHINESE_FONT = '@expo-google-fonts/noto-sans-sc';

const addChinese = (dir: string): void => {
  const found = require.resolve
    .paths(CHINESE_FONT)
    ?.map((modules) => join(modules, CHINESE_FONT))
    .find(existsSync);
  if (found === undefined) return;
  for (const weight of ['400Regular', '700Bold'])
    for (const file of existsSync(join(found, weight)) ? readdirSync(join(found, weight)) : [])
      if (file.endsWith('.ttf')) copyFileSync(join(found, weight, file), join(dir, file));
};

/** Chromium as it comes with its package; it finds no fonts but its own unless it is told where to look. */
const unpack = async (dir: string): Promise<string> => {
  mkdirSync(join(dir, 'fc'));
  mkdirSync(join(dir, 'own'));
  addChinese(join(dir, 'own'));
  const fonts = join(dir, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig><dir>${dir}/fonts/fonts</dir><dir>${dir}/own</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/fc</cachedir></fontconfig>`,
  );
  // Read when the package is loaded: where to unpack, and that its own system libraries are to be used.
  Object.assign(process.env, { TMPDIR: dir, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  Object.assign(process.env, { FONTCONFIG_FILE: fonts, FONTCONFIG_PATH: dir });
  return path;
};

/** A real Chromium: that of `CHROMIUM`, else the one of its package (Linux, x64), unpacked anew; `close` leaves nothing behind. */
export const launchChromium = async (): Promise<{ browser: Browser; close: () => Promise<void> }> => {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-chromium-'));
  const remove = () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  try {
    const executablePath = process.env['CHROMIUM'] ?? (await unpack(dir));
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    return {
      browser,
      close: async () => {
        await browser.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
};
