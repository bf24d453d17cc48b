import { Schema } from 'mongoose';
import { BY_TAG } from './by-tag.ts';
import { PAGE_ORDER } from './page-after.ts';

/** The documents are typed by our own nouns and written whole, so the schemas only name the top fields and the indexes. */
const options = { versionKey: false, strict: 'throw', minimize: false, autoIndex: false } as const;
const any = Schema.Types.Mixed;

export const events = () =>
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
    // What tables said of a customer; messages are not in it.
    .index({ identity: 1, conversation: 1 }, { name: 'imported', partialFilterExpression: { channel: 'import' } })
    // A person's changes, for undo; messages are not in it.
    .index({ 'body.actor.id': 1, at: -1 }, { partialFilterExpression: { 'body.kind': 'command' } });

export const customers = () =>
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
        suggestedIds: [String],
      },
      ...{ listed: [String], named: [String], createdAt: Number, facts: any },
      ...{
        lastContactAt: Number,
        dueAt: Number,
        mergedInto: String,
        joined: any,
        apart: [String],
        contacts: [String],
        sample: Boolean,
        stale: any,
        state: any,
      },
    },
    { ...options, collection: 'customers' },
  )
    .index(BY_TAG)
    .index(PAGE_ORDER)
    .index({ findable: 1 })
    // Phones and addresses, hashed, by which the same person is found twice.
    .index({ contacts: 1 }, { partialFilterExpression: { 'contacts.0': { $exists: true } } })
    // Whose an order is, for a payment that names it alone.
    .index({ 'state.orders.id': 1 }, { partialFilterExpression: { 'state.orders.0': { $exists: true } } })
    .index({ createdAt: -1 })
    // What queries compare: each alone, since any of them may be the one that tells.
    .index({ 'facts.spend': -1 })
    .index({ 'facts.totalSpend': -1 })
    .index({ 'facts.averageOrder': -1 })
    .index({ 'facts.orders': -1 })
    .index({ 'facts.interactions': -1 })
    .index({ 'facts.referrals': -1 })
    .index({ 'facts.complaints': -1 })
    .index({ 'facts.silentSince': 1 })
    .index({ 'facts.contactAt': 1 })
    .index({ 'facts.profile': 1 })
    // Most customers stand in no list.
    .index({ listed: 1 }, { partialFilterExpression: { 'listed.0': { $exists: true } } })
    // Those whose facts name something of a catalogue.
    .index({ named: 1 }, { partialFilterExpression: { 'named.0': { $exists: true } } })
    .index({ 'facts.lastPurchaseAt': -1 })
    .index({ 'facts.createdAt': -1 })
    .index({ 'facts.birthYear': 1 })
    .index({ suggestedIds: 1 })
    .index({ mergedInto: 1 }, { partialFilterExpression: { mergedInto: { $exists: true } } })
    // Partial, so that a tick with nothing due examines no key (reference: the clock).
    .index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });

export const identities = () =>
  new Schema({ _id: String, customer: String, was: String }, { ...options, collection: 'identities' }).index({ customer: 1 });

export const contacts = () => new Schema({ _id: String, under: String, sealed: String }, { ...options, collection: 'contacts' });

export const ledger = () =>
  new Schema(
    {
      _id: String,
      ...{ customer: String, at: Number, tag: String, action: String, actor: String, cause: any, reason: String },
      ...{ replacedBy: String, denial: String, note: String, kept: Number, against: any, about: any },
    },
    { ...options, collection: 'ledger' },
  )
    .index({ customer: 1, at: -1, kept: -1 })
    .index({ at: -1, kept: -1 })
    // How often a tag is given and by what: answered by the index alone, whatever the history holds.
    .index({ tag: 1, action: 1, at: -1, 'cause.kind': 1, 'cause.id': 1, reason: 1 })
    // What people turned down is little of all that happened.
    .index({ at: 1 }, { partialFilterExpression: { against: { $exists: true } } })
    // So is what they said of intents by it.
    .index({ kept: -1 }, { partialFilterExpression: { about: { $exists: true } } });

export const outbox = () =>
  new Schema(
    {
      _id: String,
      ...{ to: String, at: Number, from: Number, urgent: Boolean, state: String, body: any, sentAt: Number },
    },
    { ...options, collection: 'outbox' },
  )
    // Partial, so that a tick with nothing to tell examines no key.
    .index({ from: 1 }, { partialFilterExpression: { state: 'waiting' } })
    .index({ to: 1, from: 1 }, { partialFilterExpression: { state: 'waiting' } })
    // What is settled, for forgetting it: what waits is not in it.
    .index({ sentAt: 1 }, { partialFilterExpression: { sentAt: { $exists: true } } });

export const mailboxes = () =>
  new Schema({ _id: String, lease: Number, next: Number, briefing: String }, { ...options, collection: 'mailboxes' });

export const rooms = () =>
  new Schema({ _id: String, identity: String, name: String, at: Number, customers: Boolean }, { ...options, collection: 'rooms' })
    // Who spoke last, first.
    .index({ at: -1 });

export const deliveries = () =>
  new Schema(
    { _id: String, hook: String, at: Number, from: Number, state: String, attempts: Number, body: any, last: any },
    { ...options, collection: 'deliveries' },
  )
    // Partial, so that a tick with nothing to send examines no key.
    .index({ hook: 1, from: 1 }, { partialFilterExpression: { state: 'waiting' } })
    // The log, the newest first, and how many stand in each state.
    .index({ hook: 1, state: 1, at: -1 })
    .index({ at: 1 });

export const goneEndpoints = () =>
  new Schema({ _id: String, fingerprint: String, at: Number }, { ...options, collection: 'gone_endpoints' });

export const claims = () => new Schema({ _id: String, at: Number }, { ...options, collection: 'claims' }).index({ at: 1 });

export const segments = () =>
  new Schema({ _id: String, name: String, query: String, by: String, at: Number }, { ...options, collection: 'segments' });

export const imports = () => new Schema({ _id: String, at: Number, began: Number }, { ...options, collection: 'imports' });

export const deeds = () =>
  new Schema(
    { _id: String, actor: any, at: Number, kept: Number, what: any, undone: Boolean, count: Number, note: String, lease: Number },
    { ...options, collection: 'deeds' },
  )
    .index({ 'actor.id': 1, kept: -1 })
    // Partial, so that looking for a batch that was interrupted costs no key where there is none.
    .index({ lease: 1 }, { partialFilterExpression: { lease: { $exists: true } } });

export const deedPages = () =>
  new Schema(
    { _id: String, deed: String, place: Number, members: [String], outcome: any },
    { ...options, collection: 'deed_pages' },
  ).index({ deed: 1, place: 1 });

export const learnings = () =>
  new Schema(
    { _id: Number, by: String, at: Number, lessons: any, keywords: any, dropped: [String], undone: any },
    { ...options, collection: 'learnings' },
  );

export const shown = () => new Schema({ _id: String, ids: [String], later: [String] }, { ...options, collection: 'shown' });

export const meta = () => new Schema({ _id: String }, { ...options, strict: false, collection: 'meta' });
