import { expect, test } from 'vitest';
import { createRate } from '../../../adapters/webchat/rate.ts';

test('so many a minute and no more, each by themselves; who goes on trying waits no longer for it', () => {
  const time = { now: 0 };
  const may = createRate(3, () => time.now);
  expect([may('mei'), may('mei'), may('mei'), may('mei'), may('tom')]).toEqual([true, true, true, false, true]);
  time.now = 59_999;
  expect(may('mei')).toBe(false);
  time.now = 60_000;
  expect(may('mei')).toBe(true);
});

test('ten thousand who were heard of last are remembered', () => {
  const may = createRate(1, () => 0);
  expect(may('mei')).toBe(true);
  for (let n = 0; n < 9_999; n += 1) may(`n${n}`);
  expect(may('mei')).toBe(false);
  for (let n = 0; n < 10_000; n += 1) may(`m${n}`);
  expect(may('mei')).toBe(true);
});
