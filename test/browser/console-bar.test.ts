// The bar that the console has to clear: weight, access for everybody in every view, and strangers' names that are no scripts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ROOT } from '../support/in-force.ts';
import { feed, says } from '../support/lines.ts';
import { axeFindings } from '../support/open-browser.ts';
import { openConsole } from '../support/open-console.ts';

const KB = 1024;

test('the shell with all its views is light, and nothing comes from another host', async () => {
  const script = gzipSync(readFileSync(join(ROOT, 'dist', 'pages', 'console.js'))).length;
  expect(script).toBeLessThan(25 * KB);
  const desk = await openConsole();
  const hosts = new Set<string>();
  const page = await desk.sit('hua');
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const response = await page.goto(`${desk.address}/console`);
  expect(gzipSync((await response?.text()) ?? '').length).toBeLessThan(4 * KB);
  await page.getByRole('region', { name: /最近 24 小时/ }).waitFor();
  expect([...hosts]).toEqual([new URL(desk.address).host]);
  desk.isWell();
});

const query = encodeURIComponent('询价');
const VIEWS: [hash: string, there: string][] = [
  ['#/digest', '.digest .stale'],
  ['#/library', '.tree tr[data-id]'],
  ['#/library/ask_price', '.givers li'],
  ['#/library/none', '.details [role=alert]'],
  ['#/rules', '.sources li'],
  ['#/rules/rule:silence', '.sources .facts'],
  ['#/segments', '.saved, #saved ~ .sub'],
  [`#/segments/${query}`, '.people a'],
  ['#/segments/(', '.wrong'],
];

test.each([
  ['light', 'zh-CN', 1280],
  ['dark', 'zh-CN', 360],
  ['light', 'en-GB', 360],
  ['dark', 'en-GB', 1280],
] as const)('axe finds nothing in %s, %s, in any view, and %i pixels are wide enough', async (colorScheme, locale, width) => {
  const desk = await openConsole();
  await desk.morning();
  const page = await desk.look('hua', '', { colorScheme, locale, viewport: { width, height: 800 } });
  for (const [hash, there] of VIEWS) {
    await page.goto(`${desk.address}/console${hash}`);
    await page.locator(there).first().waitFor();
    await expect.poll(() => page.locator('[aria-busy="true"], .bone').count()).toBe(0);
    expect([hash, await axeFindings(page)]).toEqual([hash, []]);
    expect([hash, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([hash, width]);
  }
  await page.keyboard.press('?');
  expect(await axeFindings(page)).toEqual([]);
  await page.goto(`${desk.address}/console#/library/ask_price`);
  await page.locator('.edit .no').click();
  await page.locator('.ask').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  desk.isWell();
});

const HOSTILE = [
  '<img src=x onerror="hit=1">',
  '"><script>hit=1</script>',
  "javascript:hit=1//'",
  '<svg/onload=hit=1>',
  '{{constructor("hit=1")()}}',
  '$\u007bhit=1}',
  '\u202e\u2066gnp.exe',
  '<a href="javascript:hit=1">x</a>',
  'x" style="color:red',
  '😀'.repeat(30),
];

test('two hundred hostile names of customers, and of tags, are shown letter by letter, and none of them runs', async () => {
  const desk = await openConsole();
  const lines = Array.from({ length: 20 }, (_, n) =>
    HOSTILE.map((word, place) =>
      says(`h${place}-${n}`, `${word} 这个多少钱？我要投诉`, Date.now(), {
        customer: { id: `h${place}-${n}`, name: `${word}${n}` },
      }),
    ),
  );
  await feed(desk.app, lines.flat());
  const library = desk.app.inForce.library();
  const tags = library.nodes.filter(({ kind }) => kind === 'tag').slice(0, HOSTILE.length);
  const renamed = new Map(tags.map(({ id }, place) => [id, HOSTILE[place] ?? '']));
  const nodes = library.nodes.map((node) => ({
    ...node,
    name: renamed.get(node.id) ?? node.name,
    definition: renamed.get(node.id) ?? node.definition,
  }));
  desk.app.inForce.replace({ library: { ...library, nodes } });

  const page = await desk.look('ada', `#/segments/${query}`);
  await page.getByText('200 位客户').waitFor();
  const more = page.getByRole('button', { name: '再看一些' });
  for (let pages = 1; pages < 10; pages += 1) {
    await more.click();
    await expect.poll(() => page.locator('.people a').count()).toBe(20 * (pages + 1));
  }
  const names = await page.locator('.people a').allTextContents();
  for (const word of HOSTILE) expect(names.filter((name) => name.startsWith(word))).toHaveLength(20);
  for (const hash of ['#/digest', '#/library', `#/library/${tags[0]?.id}`, '#/rules', '#/segments/<img src=x onerror=hit=1>']) {
    await page.goto(`${desk.address}/console${hash}`);
    await expect.poll(() => page.locator('[aria-busy="true"], .bone').count()).toBe(0);
    if (hash === '#/digest') await expect.poll(() => page.locator('.complaints a').count()).toBe(200);
    if (hash === '#/library')
      for (const word of renamed.values()) expect(await page.locator('.tree').textContent()).toContain(word);
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(await page.evaluate('document.querySelectorAll("main img, main script, main svg:not(.bars)").length')).toBe(0);
  }
  desk.isWell();
});
