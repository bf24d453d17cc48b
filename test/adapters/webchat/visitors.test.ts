import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVisitors } from '../../../adapters/webchat/visitors.ts';

const ours = createVisitors(() => Buffer.alloc(32, 1));
const others = createVisitors(() => Buffer.alloc(32, 2));

test('a cookie is its visitor’s, on every process of an installation, and on no other installation', () => {
  const { id, cookie } = ours.make();
  expect(id).toMatch(/^visitor-[a-z2-9]{20}$/);
  expect(ours.idIn(cookie)).toBe(id);
  expect(createVisitors(() => Buffer.alloc(32, 1)).idIn(cookie)).toBe(id);
  expect(others.idIn(cookie)).toBeNull();
  expect(new Set(Array.from({ length: 1_000 }, () => ours.make().id)).size).toBe(1_000);
});

test('whatever is changed about a cookie, it is nobody’s', () => {
  const { cookie } = ours.make();
  const place = fc.nat({ max: cookie.length - 1 });
  fc.assert(
    fc.property(place, fc.string({ minLength: 0, maxLength: 3 }), (at, put) => {
      const changed = cookie.slice(0, at) + put + cookie.slice(at + 1);
      fc.pre(changed !== cookie);
      expect(ours.idIn(changed)).toBeNull();
    }),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(ours.idIn(text)).toBeNull();
    }),
  );
  const [id = ''] = cookie.split('.');
  const [, signature = ''] = ours.make().cookie.split('.');
  expect(ours.idIn(`${id}.${signature}`)).toBeNull();
});
