import { RoaringBitmap32, roaringLibraryInitialize } from 'roaring-wasm';
import type { Facts } from '../../domain/customer.ts';
import type { Instant } from '../../domain/time.ts';
import { FACTS } from '../fact-names.ts';
import type { Moment } from '../moment.ts';
import type { BoundTree } from '../tree.ts';
import { createColumn } from './columns.ts';
import { canAnswer, isIndexedField } from './indexed-fields.ts';
import { newest, type Place } from './newest.ts';
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

/**
 * Makes an empty index: one bitmap a term (a tag, a suggested tag, a value of a field) over ordinals of its own, the facts in flat columns, and since
 * when each tag is carried. The meaning is that of `evaluate`.
 */
export const createBitmapIndex = async (): Promise<BitmapIndex> => {
  await roaringLibraryInitialize();
  const ordinals = new Map<string, number>();
  const ids: string[] = [];
  const termIds = new Map<string, number>();
  const bitmaps: RoaringBitmap32[] = [];
  const living = new RoaringBitmap32();
  const runs = createRuns();
  const versions = createColumn();
  const contacts = createColumn();
  const columns = new Map(COLUMNS.map((field) => [field, createColumn()]));

  const ordinalOf = (id: string): number => {
    const known = ordinals.get(id);
    if (known !== undefined) return known;
    ordinals.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const termOf = (word: string): number => {
    const known = termIds.get(word);
    if (known !== undefined) return known;
    termIds.set(word, bitmaps.length);
    return bitmaps.push(new RoaringBitmap32()) - 1;
  };
  let room = new Uint32Array(0);
  const terms: Terms = {
    count: () => ids.length,
    room: (length) => {
      if (length > room.length) room = new Uint32Array(2 * length);
      return room;
    },
    living,
    bitmap: (word) => {
      const term = termIds.get(word);
      return term === undefined ? undefined : bitmaps[term];
    },
    number: (n, word) => runs.number(n, termIds.get(word) ?? -1),
    column: (field) => columns.get(field)?.values() ?? new Float64Array(),
  };

  const setTerms = (n: number, words: readonly (readonly [string, number])[]) => {
    const now = words.map(([word]) => termOf(word));
    for (const term of runs.terms(n)) if (!now.includes(term)) bitmaps[term]?.remove(n);
    for (const term of now) bitmaps[term]?.add(n);
    runs.put(
      n,
      now,
      words.map(([, number]) => number),
    );
  };

  const put = ({ id, version, tags, suggested, facts, lastContactAt, gone }: IndexedCustomer) => {
    const n = ordinalOf(id);
    if ((versions.values()[n] ?? Number.NaN) > version) return;
    versions.set(n, version);
    contacts.set(n, lastContactAt ?? Number.NaN);
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
    remove: (id) => {
      const n = ordinals.get(id);
      if (n === undefined) return;
      living.remove(n);
      for (const column of columns.values()) column.set(n, Number.NaN);
      setTerms(n, []);
      // Whoever comes back under this id starts anew.
      versions.set(n, Number.NaN);
    },
    find: (bound, moment, { after, limit }) => {
      if (!canAnswer(bound)) return null;
      const hits = select(bound, moment, terms);
      const order = { contacts: contacts.values(), id: (n: number) => ids[n] ?? '' };
      return { count: hits.length, ids: newest(hits, order, after, limit).map((n) => ids[n] ?? '') };
    },
  };
};
