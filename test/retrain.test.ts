// Intents that take long to read come into force one after another, and what was asked for last is in force in the end.
import { expect, test } from 'vitest';
import type { IntentReader } from '../src/match/understand.ts';
import { createRetrain } from '../src/retrain.ts';

/** Readings that end when the story says so. */
const openReadings = () => {
  const begun: { end: () => void; fail: () => void }[] = [];
  const put: string[] = [];
  const retrain = createRetrain({
    read: () =>
      new Promise<IntentReader>((end, fail) => {
        const version = String(begun.length);
        begun.push({ end: () => end({ version, read: () => [] }), fail: () => fail(new Error('broken')) });
      }),
    put: ({ version }) => put.push(version),
  });
  const turn = () => new Promise((done) => setImmediate(done));
  return { begun, put, retrain, turn };
};

test('one that waits serves all who ask meanwhile, and none overtakes another', async () => {
  const { begun, put, retrain, turn } = openReadings();
  const first = retrain();
  await turn();
  const [second, third] = [retrain(), retrain()];
  await turn();
  expect(begun).toHaveLength(1);
  begun[0]?.end();
  await first;
  await turn();
  begun[1]?.end();
  await Promise.all([second, third]);
  expect(put).toEqual(['0', '1']);
});

test('one that fails is told to whoever asked, and the next one has its turn', async () => {
  const { begun, put, retrain, turn } = openReadings();
  const first = retrain();
  await turn();
  const second = retrain();
  begun[0]?.fail();
  await expect(first).rejects.toThrow('broken');
  await turn();
  begun[1]?.end();
  await second;
  expect(put).toEqual(['1']);
});
