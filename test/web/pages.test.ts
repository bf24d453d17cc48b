import { expect, test } from 'vitest';
import { openWeb } from '../support/open-web.ts';

test('pages, scripts and long answers travel packed; the same script is asked for once', async () => {
  const web = await openWeb();
  const page = await web.ask('/sidebar');
  expect(page.headers.get('content-encoding')).toBe('gzip');
  const script = /src="(\/assets\/sidebar-[\w]+\.js)"/.exec(page.text)?.[1] ?? '';
  const { status, headers } = await web.ask(script);
  expect([status, headers.get('content-encoding'), headers.get('cache-control')]).toEqual([
    200,
    'gzip',
    'public, max-age=31536000, immutable',
  ]);
  const library = await web.ask('/v1/library', { as: await web.token('read') });
  expect(library.headers.get('content-encoding')).toBe('gzip');
  const plain = await web.ask('/sidebar', { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), plain.text]).toEqual([null, page.text]);
});
