// Every curl of docs/api.md is asked of a real server with the sample, and answers what the page shows.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCOPES } from '../../src/domain/access.ts';
import { loadSample } from '../../src/sample/load-sample.ts';
import { routes } from '../../src/web/routes/index.ts';
import { ROOT } from '../support/in-force.ts';
import { openWeb } from '../support/open-web.ts';
import { readCurl } from '../support/read-curl.ts';

const page = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

test('the examples of the page are what happens', async () => {
  const web = await openWeb({ config: '', clock: { mode: 'wall', at: 0, since: 0 }, web: { lang: 'zh' } });
  await loadSample(web.app, ROOT);
  const [all, events] = [await web.token('tags:restricted'), await web.token('events')];
  let asked = 0;
  for (const [, kind, text = ''] of page.matchAll(/^```(sh|json)\n([\s\S]*?)^```/gm)) {
    if (kind === 'json') continue;
    const lines = text
      .replaceAll('\\\n', ' ')
      .split('\n')
      .filter((line) => line.startsWith('curl '));
    const shown = /^```json\n([\s\S]*?)^```/m.exec(page.slice(page.indexOf(text) + text.length + 4))?.[1];
    const follows = page
      .slice(page.indexOf(text) + text.length + 3)
      .trimStart()
      .startsWith('```json');
    for (const line of lines) {
      const { url, ...init } = readCurl(line, { TAGWISE: web.address, TOKEN: line.includes('/v1/events') ? events : all });
      const response = await fetch(url, init);
      const answer = (await response.json()) as object;
      expect([line, response.status, answer]).toEqual([line, 200, expect.anything()]);
      if (follows && lines.length === 1) expect(answer).toMatchObject(expected(JSON.parse(shown ?? '') as object));
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(18);
});

/** Lists on the page may leave some out. */
const expected = (shown: unknown): object => {
  if (Array.isArray(shown))
    return expect.arrayContaining(
      shown.map((one: unknown) => (typeof one === 'object' ? expect.objectContaining(plain(one)) : one)),
    );
  return plain(shown);
};
const plain = (shown: unknown): object =>
  Object.fromEntries(
    Object.entries(shown as object).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value)
        ? expected(value)
        : typeof value === 'object' && value !== null
          ? expect.objectContaining(plain(value))
          : value,
    ]),
  );

test('every scope, address and variable stands on the page', () => {
  for (const scope of SCOPES) expect(page).toContain(`| \`${scope}\``);
  for (const name of ['PORT', 'HOST', 'URL', 'METRICS_PORT']) expect(page).toContain(`| \`TAGWISE_${name}\``);
  const named = page
    .replaceAll(/\/customers\/xiaoyu/g, '/customers/:id')
    .replaceAll('/tags/ask_price/why', '/tags/:tag/why')
    .replaceAll('xiaoyu%2Ft1a2b3c', ':id');
  for (const { path } of routes.filter((one) => !['/v1/rules/:id', '/v1/tasks/:id/snooze'].includes(one.path)))
    expect(named).toContain(path);
});
