import { expect, test } from 'vitest';
import { keepRunning } from '../../../src/store/embedded/keep-running.ts';

/** A database that ends when told. */
function ending(uri = 'mongodb://here') {
  let end = () => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  const mongod = { pid: 1, port: 1, ended, lastLines: () => [], stop: async () => end() };
  return { uri, mongod, end };
}

const soon = (promise: Promise<void>) =>
  Promise.race([promise.then(() => 'lost'), new Promise((done) => setTimeout(done, 50, 'kept'))]);

test('one that ends is started again, over a failed try', async () => {
  const runs = [ending(), new Error('port taken'), ending()];
  let started = 0;
  const kept = await keepRunning(async () => {
    const next = runs[started++];
    if (next === undefined || next instanceof Error) throw next;
    return next;
  }, 1);
  (runs[0] as ReturnType<typeof ending>).end();
  await expect.poll(() => started).toBe(3);
  expect(await soon(kept.lost)).toBe('kept');
  await kept.stop();
  expect(started).toBe(3);
  expect(await soon(kept.lost)).toBe('kept');
});

test('one that cannot be started again is lost', async () => {
  const first = ending();
  let tries = 0;
  const kept = await keepRunning(async () => {
    if (tries++ === 0) return first;
    throw new Error('no room');
  }, 1);
  first.end();
  await kept.lost;
  expect(tries).toBe(6);
  await kept.stop();
});

test('one that ends again and again is lost', async () => {
  let starts = 0;
  const kept = await keepRunning(async () => {
    starts++;
    const it = ending();
    setTimeout(it.end, 1);
    return it;
  }, 1);
  await kept.lost;
  expect(starts).toBe(6);
});

test('one that comes back on another address is lost: drivers would not find it', async () => {
  const first = ending();
  const runs = [first, ending('mongodb://elsewhere')];
  const kept = await keepRunning(async () => runs.shift() ?? Promise.reject(new Error('no more')), 1);
  first.end();
  await kept.lost;
  await kept.stop();
});

test('a stop while it starts again leaves nothing running', async () => {
  const first = ending();
  const second = ending();
  let stopped = false;
  void second.mongod.ended.then(() => {
    stopped = true;
  });
  let arrive = () => {};
  const arrival = new Promise<void>((done) => {
    arrive = done;
  });
  const runs = [async () => first, async () => arrival.then(() => second)];
  const kept = await keepRunning(() => runs.shift()?.() ?? Promise.reject(new Error('no more')), 1);
  first.end();
  await expect.poll(() => runs.length).toBe(0);
  const stop = kept.stop();
  arrive();
  await stop;
  expect(stopped).toBe(true);
});
