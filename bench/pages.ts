/**
 * The pages: how heavy they are, how soon a slow telephone shows them, and how soon an open one shows a tag. Paint as Chromium tells it on
 * slow 4G (150 ms, 1.6 Mbit/s) with a processor four times slower; a tag from the moment its message is sent.
 * `npx tsx bench/pages.ts [rounds, 7]`
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openPages } from './support/open-pages.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const KB = 1024;
const dist = fileURLToPath(new URL('../dist/pages/', import.meta.url));

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const ms = (values: readonly number[], share = 0.5): string => `${quantile(values, share).toFixed(0)} ms`;
const kb = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;

const pages = await openPages();
try {
  const names = readdirSync(dist)
    .filter((file) => file.endsWith('.css'))
    .map((file) => file.replace('.css', ''));
  console.log('page | script, gz | loaded later, gz | page with styles, gz');
  for (const name of names) {
    const size = (file: string) => gzipSync(readFileSync(dist + file)).length;
    const later = readdirSync(dist).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
    const html = gzipSync(await (await fetch(`${pages.address}/${name}`)).text()).length;
    console.log(`${name} | ${kb(size(`${name}.js`))} | ${kb(later.map(size).reduce((a, b) => a + b, 0))} | ${kb(html)}`);
  }

  /** Notes in the page when a tag whose name holds this is drawn. */
  const watch = (page: Page, name: string) =>
    page.addInitScript(`new MutationObserver(() => {
      if (window.drawn !== undefined) return;
      const tags = [...document.querySelectorAll('.tags li')];
      if (tags.some(({ textContent }) => textContent.includes(${JSON.stringify(name)})))
        requestAnimationFrame(() => { window.drawn ??= performance.now(); });
    }).observe(document, { childList: true, subtree: true });`);
  const drawnAt = async (page: Page): Promise<number> => {
    for (;;) {
      const at = await page.evaluate<number | undefined>('window.drawn');
      if (at !== undefined) return at;
      await page.waitForTimeout(50);
    }
  };

  const first: number[] = [];
  const usable: number[] = [];
  const bytes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await pages.window({ viewport: { width: 360, height: 700 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await watch(page, '');
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    let received = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      received += encodedDataLength;
    });
    await cdp.send('Network.emulateNetworkConditions', SLOW);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(`${pages.address}/sidebar?customer=laowang`);
    usable.push(await drawnAt(page));
    bytes.push(received);
    first.push(await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
    await context.close();
  }
  console.log(`\nsidebar, slow 4G and a 4x slower processor, ${ROUNDS} rounds | median | worst`);
  console.log(`first contentful paint | ${ms(first)} | ${ms(first, 1)}`);
  console.log(`tags usable | ${ms(usable)} | ${ms(usable, 1)}`);
  console.log(`received until then | ${kb(quantile(bytes, 0.5))} |`);

  const { stdout } = await pages.verb('token', 'new', 'bench', '--scope', 'events', '--json');
  const { token } = JSON.parse(stdout) as { token: string };
  const send = async (customer: string, text: string): Promise<void> => {
    const line = {
      ...{ id: `${customer}-${text}`, at: new Date().toISOString(), channel: 'bench', from: 'customer', text },
      customer: { id: customer, name: customer },
    };
    const { status } = await fetch(`${pages.address}/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(line),
    });
    if (status >= 300) throw new Error(`events: ${status}`);
  };
  const shown: number[] = [];
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    const customer = `bench${round}`;
    await send(customer, '你好');
    const context = await pages.window({ locale: 'zh-CN' });
    const page = await context.newPage();
    await watch(page, '询价');
    await page.goto(`${pages.address}/sidebar?customer=${customer}`);
    await page.locator('.state:not(.off)').waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    const origin = await page.evaluate<number>('performance.timeOrigin');
    const sent = Date.now();
    await send(customer, '这个多少钱？');
    shown.push(origin + (await drawnAt(page)) - sent);
    await context.close();
  }
  console.log(
    `\na message sent → its tag drawn in an open sidebar, ${2 * ROUNDS} rounds: median ${ms(shown)}, worst ${ms(shown, 1)}`,
  );
} finally {
  await pages.close();
}
