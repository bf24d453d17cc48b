import type { Customer } from '../domain/customer.ts';
import { GROUNDS, type Sweep } from '../domain/sweep.ts';
import type { Instant } from '../domain/time.ts';
import { hintFor } from './by-tag.ts';
import type { Collections, Identity } from './collections.ts';
import { living } from './living.ts';
import { createNamings } from './namings.ts';
import { PAGE_ORDER, pageAfter } from './page-after.ts';

/** Customers marked by one write. */
const PAGE = 500;

/** The keys of identities in the order in which a change belongs to one: what is done to a joined customer stays with them after a split. */
export const ownFirst = (identities: readonly Identity[]): string[] =>
  identities
    .toSorted((a, b) => Number(a.was !== undefined) - Number(b.was !== undefined) || (a._id < b._id ? -1 : 1))
    .map(({ _id }) => _id);

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const livingUnder = async (customers: Collections['customers'], ids: string[]): Promise<Map<string, Customer>> => {
  const found = await customers.find({ _id: { $in: ids } }).lean<Customer[]>();
  const heirs = [...new Set(found.flatMap(({ mergedInto }) => mergedInto ?? []))];
  const living = heirs.length === 0 ? new Map<string, Customer>() : await livingUnder(customers, heirs);
  const now = (one: Customer) => (one.mergedInto === undefined ? one : living.get(one.mergedInto));
  return new Map(
    found.flatMap((one): [string, Customer][] => {
      const heir = now(one);
      return heir ? [[one._id, heir]] : [];
    }),
  );
};

/** Customers and the identities that lead to them. */
export const createCustomers = ({ customers, identities }: Collections) => ({
  ...createNamings(customers),

  identities: (keys: string[]): Promise<Identity[]> => identities.find({ _id: { $in: keys } }).lean<Identity[]>(),

  identitiesOf: (ids: string[]): Promise<Identity[]> => identities.find({ customer: { $in: ids } }).lean<Identity[]>(),

  /** The identity keys of one customer: their own first, then those that came by a join; each sorted. */
  keysOf: async (id: string): Promise<string[]> => {
    const found = await identities.find({ customer: id, _id: { $not: /^#/ } }).lean<Identity[]>();
    return ownFirst(found);
  },

  /** The customer and all who were merged into them, by way of others too: their ledger rows stay under their old ids. */
  mergedWith: async (id: string): Promise<string[]> => {
    const all = [id];
    for (let found = [id]; found.length > 0; ) {
      const gone = await customers.find({ mergedInto: { $in: found } }, { _id: 1 }).lean<{ _id: string }[]>();
      found = gone.map(({ _id }) => _id).filter((one) => !all.includes(one));
      all.push(...found);
    }
    return all;
  },

  load: (ids: string[]): Promise<Customer[]> => customers.find({ _id: { $in: ids } }).lean<Customer[]>(),

  /** Those who live now under these ids, by the id asked for: whoever was merged is found as the one they became. */
  living: (ids: string[]): Promise<Map<string, Customer>> => livingUnder(customers, ids),

  /** Those whose name, alias or id is the word (folded by the caller), in no order. */
  named: (word: string, limit: number): Promise<Customer[]> =>
    customers
      .find({ findable: word, ...living })
      .limit(limit)
      .lean<Customer[]>(),

  /** The ids of those whose name, alias or id is one of the words (folded by the caller), with all that they are found by. */
  namedAs: (words: string[], limit: number): Promise<Pick<Customer, '_id' | 'findable'>[]> =>
    customers
      .find({ findable: { $in: words }, ...living }, { findable: 1 })
      .limit(limit)
      .lean<Pick<Customer, '_id' | 'findable'>[]>(),

  /** The ids of those who have one of these orders, with all their orders. */
  buyers: async (orders: string[], limit: number): Promise<{ _id: string; orders: string[] }[]> => {
    const having = { 'state.orders.0': { $exists: true }, 'state.orders.id': { $in: orders }, ...living };
    const found =
      orders.length === 0 ? [] : await customers.find(having, { 'state.orders.id': 1 }).limit(limit).lean<Customer[]>();
    return found.map(({ _id, state }) => ({ _id, orders: state.orders.map(({ id }) => id) }));
  },

  /** The ids of those with one of these phone numbers or addresses (hashed by the caller), with all their hashes. */
  contactable: (hashes: string[], limit: number): Promise<Pick<Customer, '_id' | 'contacts'>[]> =>
    customers
      .find({ 'contacts.0': { $exists: true }, contacts: { $in: hashes }, ...living }, { contacts: 1 })
      .limit(limit)
      .lean<Pick<Customer, '_id' | 'contacts'>[]>(),

  /** Those with a name, alias or id that begins with the word. */
  beginning: (word: string, limit: number): Promise<Customer[]> =>
    customers
      .find({ findable: { $regex: `^${literally(word)}` }, ...living })
      .sort(PAGE_ORDER)
      .limit(limit)
      .lean<Customer[]>(),

  /** Customers with due work at or before `until`, longest due first. */
  due: (until: Instant, limit: number): Promise<Customer[]> =>
    customers
      .find({ dueAt: { $lte: until } })
      .sort({ dueAt: 1 })
      .limit(limit)
      .lean<Customer[]>(),

  /** Those who stand in one of these lists of open things, with their state. */
  listed: (lists: string[]): Promise<Customer[]> =>
    customers.find({ 'listed.0': { $exists: true }, listed: { $in: lists }, ...living }).lean<Customer[]>(),

  /** Those to whom a tag is suggested, and who match; found by the index of suggestions. */
  withSuggestions: (limit: number, filter: object = {}): Promise<Customer[]> =>
    customers
      .find({ $and: [{ suggestedIds: { $gt: '' } }, filter, living] })
      .limit(limit)
      .lean<Customer[]>(),

  /** Those who came after `since` and match, newest first. */
  createdSince: (since: Instant, limit: number, filter: object = {}): Promise<Customer[]> =>
    customers
      .find({ $and: [{ createdAt: { $gt: since } }, filter, living] })
      .sort({ createdAt: -1, _id: 1 })
      .limit(limit)
      .lean<Customer[]>(),

  /** Marks all whose form is older than this release's: they are folded again before anything else. */
  outdateForm: async (schema: number): Promise<void> => {
    const older = { schema: { $ne: schema }, ...living };
    await customers.collection.updateMany(older, { $set: { stale: true, dueAt: 0 }, $inc: { version: 1 } });
  },

  /** Marks those whom a change concerns and that were folded by an older version: they are due at once. Says how many. */
  outdate: async ({ of, version, tags, named = [], everybody }: Sweep): Promise<number> => {
    const naming = { 'named.0': { $exists: true }, named: { $in: named } };
    const concerned = everybody ? living : { $or: [{ tagIds: { $in: tags } }, naming] };
    const older = { [GROUNDS[of]]: { $not: { $gte: version } }, stale: { $exists: false } };
    const mark = async (page: string[]) => {
      const update = { $set: { stale: of, dueAt: 0 }, $inc: { version: 1 } };
      return (await customers.collection.updateMany({ _id: { $in: page as never[] }, ...older }, update)).modifiedCount;
    };
    let marked = 0;
    const page: string[] = [];
    for await (const { _id } of customers
      .find({ ...concerned, ...older }, { _id: 1 })
      .lean<{ _id: string }[]>()
      .cursor()) {
      page.push(_id);
      if (page.length === PAGE) marked += await mark(page.splice(0));
    }
    return marked + (page.length > 0 ? await mark(page) : 0);
  },

  firstDueAt: async (): Promise<Instant | null> => {
    const [first] = await customers
      // At 0 stand those that are only to be folded again.
      .find({ dueAt: { $gt: 0 } }, { dueAt: 1 })
      .sort({ dueAt: 1 })
      .limit(1)
      .lean<{ dueAt: Instant }[]>();
    return first?.dueAt ?? null;
  },

  /** A page of those that a compiled segment matches, last contact first, after the place of `after`. */
  page: (filter: object, after: { at: Instant | null; id: string } | null, limit: number): Promise<Customer[]> => {
    const asked = customers.find({ $and: [filter, living, pageAfter(after)] });
    const hint = hintFor(filter);
    if (hint) asked.hint(hint);
    return asked.sort(PAGE_ORDER).limit(limit).lean<Customer[]>();
  },

  /** How many a compiled segment matches, at most `most`. */
  count: (filter: object, most?: number): Promise<number> =>
    customers.countDocuments({ $and: [filter, living] }, most === undefined ? {} : { limit: most }),

  /** The ids of all who match. */
  idsOf: async (filter: object): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { _id } of customers
      .find({ $and: [filter, living] }, { _id: 1 })
      .lean<{ _id: string }[]>()
      .cursor({ batchSize: 10_000 }))
      ids.push(_id);
    return ids;
  },

  /** Every living customer, one after another. */
  each: (): AsyncIterable<Customer> => customers.find(living).lean<Customer[]>().cursor() as unknown as AsyncIterable<Customer>,
});

export type Customers = ReturnType<typeof createCustomers>;
