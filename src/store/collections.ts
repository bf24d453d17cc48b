import { type Connection, type Model, Schema } from 'mongoose';
import type { Customer } from '../domain/customer.ts';
import type { Deed, DeedPage } from '../domain/deed.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { HomeClock, LedgerRow } from '../domain/ledger.ts';
import type { OutboxRow } from '../domain/notice.ts';
import type { Switches } from '../domain/rulebook.ts';
import type { Sweep } from '../domain/sweep.ts';
import type { Library } from '../domain/tag.ts';
import type { Instant } from '../domain/time.ts';

/** `_id`: an identity key, or `#` and the hash of a joining key. */
export interface Identity {
  _id: string;
  customer: string;
  /** Whose it was before the first of the joins by which it came to this customer. */
  was?: string;
}

/** Where somebody stands who is told things: one process at a time tells them, and not too often. */
export interface Mailbox {
  /** The reader: a person's id, or `staff`. */
  _id: string;
  /** Until when a process is about to tell them something; wall time. */
  lease?: Instant;
  /** Nothing that can wait is told before. */
  next?: Instant;
  /** They want no daily message. */
  briefing?: 'off';
}

/** A daily message that some process has taken on: one row a person and day. */
export interface Claim {
  _id: string;
  at: Instant;
}

/** Single documents of the whole database: its installation, its clock, its library, its rules (`text`: the book as JSON). */
export type Meta =
  | { _id: 'installation'; name: string; schema: number }
  | ({ _id: 'clock' } & HomeClock)
  | { _id: 'library'; library: Library; sweep?: Omit<Sweep, 'of'> }
  | { _id: 'rules'; version: number; text: string; switches: Switches; sweep?: Omit<Sweep, 'of'> };

/** The documents are typed by our own nouns and written whole, so the schemas only name the top fields and the indexes. */
const options = { versionKey: false, strict: 'throw', minimize: false, autoIndex: false } as const;
const any = Schema.Types.Mixed;

const events = () =>
  new Schema(
    {
      _id: String,
      ...{ state: String, keptAt: Number, at: Number, channel: String, account: String, conversation: String, message: String },
      ...{ identity: String, name: String, joinKey: String, from: String, agent: any, body: any, extra: any },
      ...{ reading: any, sample: Boolean, target: String, failures: Number, reason: String },
    },
    { ...options, collection: 'events' },
  )
    .index({ state: 1, at: 1 }, { partialFilterExpression: { state: 'pending' } })
    // One customer's history, over their identities.
    .index({ identity: 1, at: 1, _id: 1 })
    // Recalls and edits that await their message: as good as none, so looking for them costs no key.
    .index({ target: 1, keptAt: 1 }, { partialFilterExpression: { target: { $exists: true } } })
    // Events that ever failed: those set aside are found among them.
    .index({ failures: 1 }, { partialFilterExpression: { failures: { $exists: true } } })
    // A person's changes, for undo; messages are not in it.
    .index({ 'body.actor.id': 1, at: -1 }, { partialFilterExpression: { 'body.kind': 'command' } });

const customers = () =>
  new Schema(
    {
      _id: String,
      ...{
        schema: Number,
        version: Number,
        libraryVersion: Number,
        rulebookVersion: Number,
        findable: [String],
        tagIds: [String],
      },
      ...{ listed: [String], named: [String], createdAt: Number, facts: any },
      ...{
        lastContactAt: Number,
        dueAt: Number,
        mergedInto: String,
        apart: [String],
        contacts: [String],
        sample: Boolean,
        stale: any,
        state: any,
      },
    },
    { ...options, collection: 'customers' },
  )
    .index({ tagIds: 1, lastContactAt: -1, _id: 1 })
    .index({ lastContactAt: -1, _id: 1 })
    .index({ findable: 1 })
    // Phones and addresses, hashed, by which the same person is found twice.
    .index({ contacts: 1 }, { partialFilterExpression: { 'contacts.0': { $exists: true } } })
    .index({ createdAt: -1 })
    // What queries compare: each alone, since any of them may be the one that tells.
    .index({ 'facts.spend': -1 })
    .index({ 'facts.totalSpend': -1 })
    .index({ 'facts.orders': -1 })
    .index({ 'facts.interactions': -1 })
    .index({ 'facts.silentSince': 1 })
    .index({ 'facts.contactAt': 1 })
    .index({ 'facts.profile': 1 })
    // Most customers stand in no list.
    .index({ listed: 1 }, { partialFilterExpression: { 'listed.0': { $exists: true } } })
    // Those whose facts name something of a catalogue.
    .index({ named: 1 }, { partialFilterExpression: { 'named.0': { $exists: true } } })
    .index({ 'facts.lastPurchaseAt': -1 })
    .index({ mergedInto: 1 }, { partialFilterExpression: { mergedInto: { $exists: true } } })
    // Partial, so that a tick with nothing due examines no key (reference: the clock).
    .index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });

const identities = () =>
  new Schema({ _id: String, customer: String, was: String }, { ...options, collection: 'identities' }).index({ customer: 1 });

const ledger = () =>
  new Schema(
    {
      _id: String,
      ...{ customer: String, at: Number, tag: String, action: String, actor: String, cause: any, reason: String },
      ...{ replacedBy: String, denial: String, note: String, kept: Number },
    },
    { ...options, collection: 'ledger' },
  )
    .index({ customer: 1, at: -1, kept: -1 })
    .index({ at: -1, kept: -1 });

const outbox = () =>
  new Schema(
    {
      _id: String,
      ...{ to: String, at: Number, from: Number, urgent: Boolean, state: String, body: any, sentAt: Number },
    },
    { ...options, collection: 'outbox' },
  )
    // Partial, so that a tick with nothing to tell examines no key.
    .index({ from: 1 }, { partialFilterExpression: { state: 'waiting' } })
    .index({ to: 1, from: 1 }, { partialFilterExpression: { state: 'waiting' } });

const mailboxes = () =>
  new Schema({ _id: String, lease: Number, next: Number, briefing: String }, { ...options, collection: 'mailboxes' });

const claims = () => new Schema({ _id: String, at: Number }, { ...options, collection: 'claims' });

const deeds = () =>
  new Schema(
    { _id: String, actor: any, at: Number, kept: Number, what: any, undone: Boolean, count: Number, note: String, lease: Number },
    { ...options, collection: 'deeds' },
  )
    .index({ 'actor.id': 1, kept: -1 })
    // Partial, so that looking for a batch that was interrupted costs no key where there is none.
    .index({ lease: 1 }, { partialFilterExpression: { lease: { $exists: true } } });

const deedPages = () =>
  new Schema(
    { _id: String, deed: String, place: Number, members: [String], outcome: any },
    { ...options, collection: 'deed_pages' },
  ).index({ deed: 1, place: 1 });

const meta = () => new Schema({ _id: String }, { ...options, strict: false, collection: 'meta' });

export interface Collections {
  connection: Connection;
  events: Model<KeptEvent>;
  customers: Model<Customer>;
  identities: Model<Identity>;
  ledger: Model<LedgerRow>;
  outbox: Model<OutboxRow>;
  mailboxes: Model<Mailbox>;
  claims: Model<Claim>;
  deeds: Model<Deed>;
  deedPages: Model<DeedPage>;
  meta: Model<Meta>;
}

/** The collections of one database. Reads are lean; writes on the message path go to the driver beneath the models. */
export const createCollections = (connection: Connection): Collections => ({
  connection,
  events: connection.model<KeptEvent>('Event', events() as unknown as Schema<KeptEvent>),
  customers: connection.model<Customer>('Customer', customers() as unknown as Schema<Customer>),
  identities: connection.model<Identity>('Identity', identities() as unknown as Schema<Identity>),
  ledger: connection.model<LedgerRow>('Ledger', ledger() as unknown as Schema<LedgerRow>),
  outbox: connection.model<OutboxRow>('Outbox', outbox() as unknown as Schema<OutboxRow>),
  mailboxes: connection.model<Mailbox>('Mailbox', mailboxes() as unknown as Schema<Mailbox>),
  claims: connection.model<Claim>('Claim', claims() as unknown as Schema<Claim>),
  deeds: connection.model<Deed>('Deed', deeds() as unknown as Schema<Deed>),
  deedPages: connection.model<DeedPage>('DeedPage', deedPages() as unknown as Schema<DeedPage>),
  meta: connection.model<Meta>('Meta', meta() as unknown as Schema<Meta>),
});

/** Creates what a transaction cannot: collections and indexes. Never drops one that it does not know. */
export const prepareCollections = async (collections: Collections): Promise<void> => {
  const { connection: _, ...models } = collections;
  for (const model of Object.values(models)) {
    await model.createCollection();
    await model.createIndexes();
  }
};
