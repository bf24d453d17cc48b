import { RoaringBitmap32, roaringLibraryInitialize } from 'roaring-wasm';
import type { Facts } from '../../domain/customer.ts';
import type { Instant } from '../../domain/time.ts';
import { FACTS } from '../fact-names.ts';
import type { Moment } from '../moment.ts';
import type { BoundTree } from '../tree.ts';
import { type Bins, createBins } from './bins.ts';
import { createColumn } from './columns.ts';
import { canAnswer, isIndexedField } from './indexed-fields.ts';
import { newest, type Place, rankOf } from './newest.ts';
import { createOrderedColumn } from './ordered-column.ts';
import { createRuns } from './runs.ts';
import { select, type Terms } from './select.ts';

/** What the index knows of a customer. */
export interface IndexedCustomer {
  id: string;
  /** That of the stored document: an older state never overwrites a newer one. */
  version: number;
  /** The tags carried, and since when. */
  tags: readonly (readonly [string, Instant])[];
  suggested: readonly string[];
  facts: Facts;
  lastContactAt: Instant | null;
  /** Merged away or forgotten: in no segment. */
  gone: boolean;
}

/** How many a segment has, and a page of them, newest contact first. */
export interface Found {
  count: number;
  ids: string[];
}

/** Segments from bitmaps in memory. */
export interface BitmapIndex {
  put: (customer: IndexedCustomer) => void;
  /** A customer's document is no longer there. */
  remove: (id: string) => void;
  /** Null for a query that asks of a field which the index does not hold. */
  find: (bound: BoundTree, moment: Moment, page: { after: Place | null; limit: number }) => Found | null;
}

const COLUMNS = [...new Set(Object.values(FACTS).map(({ field }) => field))];

/** One of few words: a tag, a suggested tag, a value of a field. */
interface Term {
  members: RoaringBitmap32;
  /** Since when each member has it; only tags say so. */
  since: Bins;
}

/**
 * Makes an empty index: one bitmap a term over ordinals of its own, the facts in flat columns, since when each tag is carried, and the order of pages.
 * The meaning is that of `evaluate`. `most`: how many a bin of numbers holds.
 */
export const createBitmapIndex = async (most?: number): Promise<BitmapIndex> => {
  await roaringLibraryInitialize();
  const ordinals = new Map<string, number>();
  const ids: string[] = [];
  const termIds = new Map<string, number>();
  const all: Term[] = [];
  const living = new RoaringBitmap32();
  const runs = createRuns();
  const versions = createColumn();
  const id = (n: number): string => ids[n] ?? '';
  const order = createOrderedColumn(id, most);
  const columns = new Map(COLUMNS.map((field) => [field, createOrderedColumn(null, most)]));

  const ordinalOf = (customer: string): number => {
    const known = ordinals.get(customer);
    if (known !== undefined) return known;
    ordinals.set(customer, ids.length);
    return ids.push(customer) - 1;
  };
  const termOf = (word: string): number => {
    const known = termIds.get(word);
    if (known !== undefined) return known;
    const term = all.length;
    termIds.set(word, term);
    return all.push({ members: new RoaringBitmap32(), since: createBins((n) => runs.number(n, term), null, most) }) - 1;
  };
  const terms: Terms = {
    living,
    bitmap: (word) => all[termIds.get(word) ?? -1]?.members,
    since: (word) => {
      const term = termIds.get(word) ?? -1;
      const bins = all[term]?.since;
      return bins && { bins, of: (n) => runs.number(n, term) };
    },
    fact: (field) => {
      const column = columns.get(field) ?? createOrderedColumn();
      const values = column.values();
      return { bins: column.bins, of: (n) => values[n] as number };
    },
  };

  const setTerms = (n: number, words: readonly (readonly [string, number])[]) => {
    const now = words.map(([word, number]) => [termOf(word), number] as const);
    const kept = new Map(now);
    const before = new Map([...runs.terms(n)].map((term) => [term, runs.number(n, term)]));
    for (const [term, number] of before) {
      const { members, since } = all[term] as Term;
      if (!kept.has(term)) members.remove(n);
      if (!Object.is(kept.get(term), number)) since.remove(n, number);
    }
    runs.put(
      n,
      now.map(([term]) => term),
      now.map(([, number]) => number),
    );
    for (const [term, number] of now) {
      const { members, since } = all[term] as Term;
      members.add(n);
      if (!Number.isNaN(number)) since.add(n, number);
    }
  };

  const put = ({ id: customer, version, tags, suggested, facts, lastContactAt, gone }: IndexedCustomer) => {
    const n = ordinalOf(customer);
    if ((versions.values()[n] ?? Number.NaN) > version) return;
    versions.set(n, version);
    order.set(n, gone ? Number.NaN : rankOf(lastContactAt));
    for (const [field, column] of columns) column.set(n, gone ? Number.NaN : (facts[field] ?? Number.NaN));
    if (gone) living.remove(n);
    else living.add(n);
    const fields = facts.profile.filter(isIndexedField);
    const words = [
      ...tags,
      ...suggested.map((tag) => [`?${tag}`, Number.NaN] as const),
      ...fields.map((key) => [`=${key}`, Number.NaN] as const),
    ];
    setTerms(n, gone ? [] : words);
  };

  return {
    put,
    remove: (customer) => {
      const n = ordinals.get(customer);
      if (n === undefined) return;
      living.remove(n);
      for (const column of [order, ...columns.values()]) column.set(n, Number.NaN);
      setTerms(n, []);
      // Whoever comes back under this id starts anew.
      versions.set(n, Number.NaN);
    },
    find: (bound, moment, { after, limit }) => {
      if (!canAnswer(bound)) return null;
      return select(bound, moment, terms, (hits) => ({
        count: hits.size,
        ids: newest(hits, { ...order, id }, after, limit).map(id),
      }));
    },
  };
};
