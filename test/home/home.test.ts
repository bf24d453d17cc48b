import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHome } from '../../src/home/home.ts';
import { temporaryHome } from '../support/temporary-home.ts';

test('a home is made on first use, for its owner alone, and keeps its id', () => {
  const dir = temporaryHome();
  const first = openHome({ dir });
  expect(first).toEqual({ dir, id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(openHome({ dir })).toEqual(first);
  expect(JSON.parse(readFileSync(join(dir, 'home.json'), 'utf8'))).toEqual({ id: first.id });
  if (process.platform !== 'win32') expect(statSync(dir).mode & 0o777).toBe(0o700);
});

test('two homes have two ids', () => {
  expect(openHome({ dir: temporaryHome() }).id).not.toBe(openHome({ dir: temporaryHome() }).id);
});

test('of two processes that make a home at once the first gives the id', () => {
  const dir = temporaryHome();
  const slow = openHome({
    dir,
    newId: () => {
      openHome({ dir, newId: () => 'fast' });
      return 'slow';
    },
  });
  expect(slow.id).toBe('fast');
});

test('a home whose id a power cut left empty gets one', () => {
  const dir = temporaryHome();
  mkdirSync(dir);
  writeFileSync(join(dir, 'home.json'), '');
  const { id } = openHome({ dir, newId: () => 'new' });
  expect(id).toBe('new');
  expect(openHome({ dir }).id).toBe('new');
});

test('a home where a file stands is refused with what to do', () => {
  const dir = temporaryHome();
  writeFileSync(dir, '');
  expect(() => openHome({ dir })).toThrow(expect.objectContaining({ code: 'home_unusable', exit: 3 }));
});
