import { expect, test, vi } from 'vitest';
import { createMongodLog } from '../../../src/store/embedded/mongod-log.ts';

test('it is ready when it listens, wherever the pipe cuts the line', () => {
  const onReady = vi.fn();
  const log = createMongodLog({ onReady });
  log.add('{"s":"I","msg":"Waiting for ');
  expect(onReady).not.toHaveBeenCalled();
  log.add('connections"}\n');
  expect(onReady).toHaveBeenCalledOnce();
});

test('only the last fifty lines are kept, and long ones are cut', () => {
  const log = createMongodLog({ onReady: () => {} });
  for (let n = 0; n < 1_000; n++) log.add(`{"n":${n}}\n`);
  expect(log.lines()).toHaveLength(50);
  expect(log.lines().at(-1)).toBe('{"n":999}');
  log.add(`${'x'.repeat(1_000_000)}\n`);
  expect(log.lines().at(-1)?.length).toBeLessThan(3_000);
});

test.each([
  ['{"s":"I","msg":"fine"}\n{"s":"E","msg":"bad","attr":{"error":"disk"}}\n{"s":"I","msg":"bye"}\n', 'bad: disk'],
  [
    '{"s":"F","msg":"worse","attr":{"error":{"code":28,"codeName":"PathNotFound"}}}\n',
    'worse: {"code":28,"codeName":"PathNotFound"}',
  ],
  ['{"s":"E","msg":"bare"}\n', 'bare'],
  ['error while loading shared libraries: libcrypto\n', 'error while loading shared libraries: libcrypto'],
  ['Error parsing command line: unknown option', 'Error parsing command line: unknown option'],
  ['{"s":"I","msg":"fine"}\n{"s":"E","ms', ''],
])('the reason for %j', (text, reason) => {
  const log = createMongodLog({ onReady: () => {} });
  log.add(text);
  expect(log.reason()).toBe(reason);
});
