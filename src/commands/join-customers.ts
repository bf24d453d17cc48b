import { randomUUID } from 'node:crypto';
import type { Customer } from '../domain/customer.ts';
import type { Deed, JoinDeed } from '../domain/deed.ts';
import { identityParts } from '../domain/key.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Reply } from '../domain/reply.ts';
import { nameKey } from '../domain/tag-name.ts';
import { UserError } from '../errors.ts';
import { fold } from '../fold/fold.ts';
import type { NotedDeed } from '../store/note-deed.ts';
import { auditDenials } from './change-customer.ts';
import type { Context } from './command.ts';
import { customerCard } from './customer-card.ts';
import { refuseViewer } from './refuse-viewer.ts';

const MOST_TRIES = 20;

const byHand = ({ app, actor }: Context, what: JoinDeed, undoes?: Deed): NotedDeed => {
  const id = randomUUID();
  const at = app.clock.asOf();
  const row: LedgerRow = {
    ...{ _id: `~${what.kind}/${id}`, customer: what.kept, at, tag: '', action: what.kind, actor: actor.id, note: what.gone },
    cause: { kind: 'person', id: actor.id, version: '1' },
  };
  const deed = { _id: id, actor: { id: actor.id, role: actor.role }, at, kept: app.wallNow(), what };
  return undoes ? { row, deed: { ...deed, undone: true }, undoes: undoes._id } : { row, deed };
};

/** Reads both anew and tries again where somebody changed one of them meanwhile. */
const persist = async ({ app }: Context, ids: [string, string], write: (a: Customer, b: Customer) => Promise<void>) => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await app.store.customers.load(ids);
    const [a, b] = ids.map((id) => found.find(({ _id }) => _id === id));
    if (!a || !b) break;
    try {
      // Between two batches: an event that is on its way to either is applied before or after.
      await app.lanes.between(() => write(a, b));
      await app.runDue(0);
      return;
    } catch (error) {
      if (!app.store.isConflict(error)) throw error;
    }
  }
  throw new UserError('too_busy', { name: ids.join(', ') });
};

const restrictedIn = ({ app }: Context, tags: object): string[] =>
  Object.keys(tags)
    .filter((tag) => app.inForce.tree().node(tag)?.roles)
    .sort();

/**
 * No join gives or takes a restricted tag (semantics 13): both together carry what either carried, and whoever may not set such a tag
 * joins nobody where only one has it.
 */
const refuseRestricted = async (context: Context, kept: Customer, gone: Customer): Promise<void> => {
  const { app, actor } = context;
  const tree = app.inForce.tree();
  const [mine, theirs] = [restrictedIn(context, kept.state.tags), restrictedIn(context, gone.state.tags)];
  const either = [...new Set([...mine, ...theirs])].sort();
  const uneven = either.filter((tag) => !(mine.includes(tag) && theirs.includes(tag)));
  const denied = uneven.filter((tag) => !tree.node(tag)?.roles?.includes(actor.role));
  if (denied[0] !== undefined) {
    const error = new UserError('join_restricted_tag', { tag: tree.label(denied[0]), role: actor.role });
    await auditDenials(context, kept, error, denied);
    throw error;
  }
  const histories = await app.store.histories([kept._id, gone._id]);
  const until = Math.max(kept.state.ranTo, gone.state.ranTo);
  const joined = restrictedIn(context, fold([...histories.values()].flat(), until, app.inForce.rules()).tags);
  const changed = [...either, ...joined].find((tag) => either.includes(tag) !== joined.includes(tag));
  if (changed !== undefined) throw new UserError('join_changes_restricted', { tag: tree.label(changed) });
};

const joinNow = (context: Context, { kept, gone }: JoinDeed, undoes?: Deed): Promise<void> =>
  persist(context, [kept, gone], async (a, b) => {
    if (a.mergedInto !== undefined || b.mergedInto !== undefined) throw new UserError('unknown_customer', { name: b._id });
    await refuseRestricted(context, a, b);
    await context.app.store.join(a, b, byHand(context, { kind: 'join', kept, gone }, undoes));
  });

const splitNow = (context: Context, { kept, gone }: JoinDeed, apart: boolean, undoes?: Deed): Promise<void> =>
  persist(context, [kept, gone], async (a, b) => {
    const { store } = context.app;
    if (a.mergedInto !== undefined || b.mergedInto === undefined) throw new UserError('not_joined', { name: a._id });
    const parts = await store.customers.mergedWith(gone);
    const identities = await store.customers.identitiesOf([kept]);
    const leaving = identities.filter(({ was }) => was !== undefined && parts.includes(was));
    if (leaving.length === 0) throw new UserError('not_joined', { name: a._id });
    const staying = identities.filter((one) => !leaving.includes(one) && !one._id.startsWith('#'));
    const own = new Set([kept, ...staying.map(({ _id }) => identityParts(_id).id)].map(nameKey));
    const findable = a.findable.filter((word) => own.has(word) || !b.findable.includes(word));
    await store.split({ kept: a, gone: b, parts, findable, apart }, byHand(context, { kind: 'split', kept, gone }, undoes));
  });

const cardOf = async ({ app }: Context, id: string, change: string): Promise<Reply> => {
  const [customer] = await app.store.customers.load([id]);
  if (!customer) throw new UserError('unknown_customer', { name: id });
  return customerCard(app, customer, [change]);
};

/** Makes two customers one; the first one's id stays. */
export const joinCustomers = async (context: Context, kept: Customer, gone: Customer): Promise<Reply> => {
  await refuseViewer(context, kept);
  if (kept._id === gone._id) throw new UserError('join_same', { name: kept._id });
  await joinNow(context, { kind: 'join', kept: kept._id, gone: gone._id });
  return cardOf(context, kept._id, 'join');
};

/** Those who became part of a customer, the name or id of whom is the word; all without one. */
const partsNamed = async ({ app }: Context, customer: Customer, word: string | undefined): Promise<Customer[]> => {
  const ids = (await app.store.customers.mergedWith(customer._id)).filter((id) => id !== customer._id);
  const parts = await app.store.customers.load(ids);
  if (word === undefined) return parts;
  const key = nameKey(word);
  return parts.filter(({ _id, state }) => _id === word || nameKey(state.name ?? '') === key);
};

/** Makes one customer two again; `word` says who goes where several became part of them. */
export const splitCustomer = async (context: Context, kept: Customer, word: string | undefined): Promise<Reply> => {
  await refuseViewer(context, kept);
  const found = await partsNamed(context, kept, word);
  const [gone, other] = found;
  if (!gone) {
    const all = await partsNamed(context, kept, undefined);
    if (all.length === 0) throw new UserError('not_joined', { name: kept.state.name ?? kept._id });
    throw new UserError('split_which', { choices: all.map(nameOf).join(', ') });
  }
  if (other) throw new UserError('split_which', { choices: found.map(nameOf).join(', ') });
  await splitNow(context, { kind: 'split', kept: kept._id, gone: gone._id }, true);
  return cardOf(context, gone._id, 'split');
};

const nameOf = ({ _id, state }: Customer): string => (state.name ? `${state.name} (${_id})` : _id);

/** Takes a join or a split of the caller back. */
export const undoJoin = async (context: Context, deed: Deed<JoinDeed>): Promise<Reply> => {
  const { kind, kept, gone } = deed.what;
  await refuseViewer(context, null);
  if (kind === 'join') await splitNow(context, deed.what, false, deed);
  else await joinNow(context, deed.what, deed);
  return cardOf(context, kind === 'join' ? gone : kept, kind === 'join' ? 'split' : 'join');
};
