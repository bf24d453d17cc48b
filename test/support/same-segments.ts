import fc from 'fast-check';
import type { App } from '../../src/app.ts';
import type { SegmentIndex } from '../../src/segment-index.ts';
import { canAnswer } from '../../src/segments/bitmaps/indexed-fields.ts';
import { compileSegment } from '../../src/segments/compile.ts';
import { anyBound } from './any-query.ts';

/** What is different between the index and the database for some queries: nothing, when they agree on everybody. */
export const differences = async (app: App, index: SegmentIndex): Promise<unknown[]> => {
  const moment = { at: app.clock.asOf(), currency: 'CNY' };
  const all = { kind: 'not' as const, item: { kind: 'or' as const, items: [] } };
  const queries = [...fc.sample(anyBound, { numRuns: 60, seed: 11 }).filter(canAnswer), all];
  const different: unknown[] = [];
  for (const bound of queries) {
    const found = index.find(bound, moment, { after: null, limit: 1000 });
    const filter = bound === all ? {} : compileSegment(bound, moment);
    const page = await app.store.customers.page(filter, null, 1000);
    const wanted = page.map(({ _id }) => _id);
    if (JSON.stringify(found?.ids) !== JSON.stringify(wanted)) different.push({ bound, found, wanted });
  }
  return different;
};
