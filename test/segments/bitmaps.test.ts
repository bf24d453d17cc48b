// Segments from bitmaps mean what the plain evaluator means, while customers change, come and go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBitmapIndex, type IndexedCustomer } from '../../src/segments/bitmaps/bitmap-index.ts';
import { canAnswer } from '../../src/segments/bitmaps/indexed-fields.ts';
import { createRuns } from '../../src/segments/bitmaps/runs.ts';
import { evaluateSegment, type Subject } from '../../src/segments/evaluate.ts';
import { anyBound, anySubject, moment } from '../support/any-query.ts';

interface Kept {
  subject: Subject;
  lastContactAt: number | null;
}

const indexed = (id: string, version: number, { subject, lastContactAt }: Kept): IndexedCustomer => ({
  ...{ id, version, lastContactAt, gone: false, facts: subject.facts, suggested: subject.suggested },
  tags: Object.entries(subject.tags).map(([tag, { since }]) => [tag, since] as const),
});

const inOrder = (kept: ReadonlyMap<string, Kept>): string[] =>
  [...kept]
    .sort(([a, one], [b, other]) => {
      const [x, y] = [one.lastContactAt ?? -1, other.lastContactAt ?? -1];
      return x === y ? (a < b ? -1 : 1) : y - x;
    })
    .map(([id]) => id);

/** Bins so small that they are parted and joined all the time. */
const FEW = 4;

const anyKept: fc.Arbitrary<Kept> = fc.record({ subject: anySubject, lastContactAt: fc.option(fc.nat(4)) });
const anyStep = fc.oneof(
  { weight: 5, arbitrary: fc.record({ id: fc.nat(12).map(String), put: anyKept }) },
  {
    weight: 1,
    arbitrary: fc.record({ id: fc.nat(12).map(String), gone: fc.constantFrom('merged' as const, 'removed' as const) }),
  },
);

describe('the bitmap index', () => {
  it('finds whom the evaluator finds, in the order of the pages, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { maxLength: 40 }),
        fc.array(anyBound, { minLength: 1, maxLength: 8 }),
        async (steps, queries) => {
          const index = await createBitmapIndex(FEW);
          const kept = new Map<string, Kept>();
          let version = 0;
          for (const step of steps) {
            version += 1;
            if ('put' in step) {
              kept.set(step.id, step.put);
              index.put(indexed(step.id, version, step.put));
              // A state from before does not come back.
              index.put({ ...indexed(step.id, version - 1, step.put), tags: [], facts: { ...step.put.subject.facts, spend: 7 } });
            } else {
              const was = kept.get(step.id);
              kept.delete(step.id);
              if (step.gone === 'removed') index.remove(step.id);
              else if (was) index.put({ ...indexed(step.id, version, was), gone: true });
            }
          }
          for (const bound of queries) {
            const hits = inOrder(kept).filter((id) =>
              evaluateSegment({ bound, customer: (kept.get(id) as Kept).subject, moment }),
            );
            const ask = (after: string | undefined, limit: number) => {
              const at = after === undefined ? null : { at: kept.get(after)?.lastContactAt ?? null, id: after };
              return index.find(bound, moment, { after: at, limit });
            };
            if (!canAnswer(bound)) {
              expect(ask(undefined, 5)).toBeNull();
              continue;
            }
            const pages: string[] = [];
            for (;;) {
              const found = ask(pages.at(-1), 5);
              expect(found?.count).toBe(hits.length);
              pages.push(...(found?.ids ?? []));
              if ((found?.ids.length ?? 0) < 5) break;
            }
            expect(pages).toEqual(hits);
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});

describe('runs', () => {
  it('keep what was put last, also after they moved together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ n: fc.nat(40), terms: fc.uniqueArray(fc.nat(500), { maxLength: 400 }) }), { maxLength: 120 }),
        (steps) => {
          const runs = createRuns();
          const plain = new Map<number, number[]>();
          for (const { n, terms } of steps) {
            plain.set(n, terms);
            runs.put(
              n,
              terms,
              terms.map((term) => term * n),
            );
          }
          for (const [n, terms] of plain) {
            expect([...runs.terms(n)]).toEqual(terms);
            for (const term of terms) expect(runs.number(n, term)).toBe(term * n);
            expect(runs.number(n, 1000)).toBeNaN();
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
