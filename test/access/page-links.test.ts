import { expect, test } from 'vitest';
import { createPageLinks, sidebarOf } from '../../src/access/page-links.ts';
import { LINK_FOR, LOCAL, useLink } from '../../src/access/sign-ins.ts';
import { openStreet } from '../support/open-street.ts';
import { PEOPLE } from '../support/open-web.ts';

const OUTSIDE = 'https://tags.example.com';

const open = async () => {
  let now = Date.now();
  const { app } = await openStreet({ config: PEOPLE, wallNow: () => now });
  const linkOf = createPageLinks({ store: app.store, wallNow: () => now, people: app.inForce.people });
  const ask = (person: string, here = false) => linkOf({ person, to: sidebarOf('王 丽/1'), here });
  const secretOf = (url: string | null) => new URL(url ?? '').searchParams.get('t') ?? '';
  return {
    ...{ app, ask, secretOf },
    serve: (url: string, isOpen = false) => app.store.address.set({ url, open: isOpen }),
    wait: (ms: number) => {
      now += ms;
    },
  };
};

test('whoever works here gets an address that signs them in once, at the page of the customer', async () => {
  const { app, ask, secretOf, serve } = await open();
  await serve(OUTSIDE);
  const url = await ask('li');
  expect(url).toMatch(/^https:\/\/tags\.example\.com\/in\?t=[\w-]{43}$/);
  const used = await useLink(app, secretOf(url));
  expect(used).toMatchObject({ person: 'li', to: '/sidebar?customer=%E7%8E%8B%20%E4%B8%BD%2F1' });
  expect(await useLink(app, secretOf(url))).toBeNull();
});

test('nobody gets one that would not work, or that is not theirs', async () => {
  const { ask, serve } = await open();
  expect(await ask('li')).toBeNull();
  for (const local of ['http://127.0.0.1:8787', 'http://localhost:1', 'http://[::1]:1', 'http://127.8.0.1:9']) {
    await serve(local);
    expect([local, await ask('li')]).toEqual([local, null]);
  }
  // At the machine itself it leads there.
  expect(await ask('li', true)).toMatch(/^http:\/\/127\.8\.0\.1:9\//);
  expect(await ask(LOCAL, true)).toMatch(/^http/);
  await serve(OUTSIDE, true);
  expect(await ask(LOCAL, true)).toBeNull();
  for (const stranger of [LOCAL, 'nobody', '', 'slack:UKAN', 'LI', 'Li'])
    expect([stranger, await ask(stranger)]).toEqual([stranger, null]);
});

test('they are bounded, and are over after ten minutes', async () => {
  const { app, ask, secretOf, serve, wait } = await open();
  await serve(OUTSIDE);
  const links: (string | null)[] = [];
  for (let n = 0; n < 40; n += 1) links.push(await ask('li'));
  expect(links.filter((url) => url !== null)).toHaveLength(30);
  expect(await ask('hua')).not.toBeNull();
  wait(LINK_FOR + 1);
  expect(await useLink(app, secretOf(links[0] ?? null))).toBeNull();
  expect(await ask('li')).not.toBeNull();
});
