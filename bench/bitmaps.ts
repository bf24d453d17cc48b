/**
 * The bitmaps of a running bot by themselves, without a database: exact count and first page of segments over many customers, how long they take to
 * build and what they hold in memory. `npx tsx --expose-gc bench/bitmaps.ts [customers, 1000000] [tags, 200]`
 */
import type { Facts } from '../src/domain/customer.ts';
import { createBitmapIndex } from '../src/segments/bitmaps/bitmap-index.ts';
import { readSegment } from '../src/segments/read-segment.ts';
import { createCrowd, ms, NOW, quantile } from './support/crowd.ts';

const CUSTOMERS = Number(process.argv[2] ?? 1_000_000);
const TAGS = Number(process.argv[3] ?? 200);
const PAGE = 20;
const ROUNDS = 300;

const main = async (): Promise<void> => {
  const { tags, customer, shapes } = createCrowd(TAGS);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const building = performance.now();
  const index = await createBitmapIndex();
  for (let n = 0; n < CUSTOMERS; n += 1) {
    const { _id, version, state, facts, lastContactAt } = customer(n);
    index.put({
      ...{ id: _id, version, suggested: [], lastContactAt, gone: false, facts: facts as Facts },
      tags: Object.entries(state.tags).map(([tag, { since }]) => [tag, since] as const),
    });
  }
  const built = (performance.now() - building) / 1000;
  globalThis.gc?.();
  console.log(`${CUSTOMERS} in ${built.toFixed(1)} s; ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`);
  console.log('\nquery | customers, median / most | count and page of 20: median, p99, most');
  const moment = { at: NOW, currency: 'CNY' };
  for (const [name, make] of Object.entries(shapes)) {
    const counts: number[] = [];
    const took: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      const { bound } = readSegment({ query: make(), tags });
      const at = performance.now();
      const found = index.find(bound, moment, { after: null, limit: PAGE });
      took.push(performance.now() - at);
      counts.push(found?.count ?? Number.NaN);
    }
    const [p50, p99, most] = [quantile(took, 0.5), quantile(took, 0.99), Math.max(...took)].map(ms);
    console.log(`${name} | ${quantile(counts, 0.5)} / ${Math.max(...counts)} | ${p50}, ${p99}, ${most} ms`);
  }
};

void main();
