import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { catchStrayErrors } from '../../../adapters/wechat/stray-errors.ts';

test('a promise that a puppet rejects and nobody awaits is noted; one of anybody else ends the process as before', async () => {
  const noted: unknown[] = [];
  const release = catchStrayErrors((error) => noted.push(error));
  const listener = process.listeners('unhandledRejection').at(-1);
  const theirs = Object.assign(new TypeError('start'), {
    stack: 'TypeError: start\n    at puppet (file:///app/node_modules/wechaty-puppet-wechat4u/src/puppet-wechat4u.ts:365:21)',
  });
  listener?.(theirs, Promise.resolve());
  expect(noted).toEqual([theirs]);
  const ours = new Error('ours');
  expect(() => listener?.(ours, Promise.resolve())).toThrow(ours);
  expect(() => listener?.('a string', Promise.resolve())).toThrow();
  release();
  expect(process.listeners('unhandledRejection')).toContain(listener);
  await sleep(2_200);
  expect(process.listeners('unhandledRejection')).not.toContain(listener);
});
