import type { Connection, Model, Schema } from 'mongoose';
import type { KeptAnswer, Session, SignInLink, StoredToken } from '../domain/access.ts';
import type { Customer } from '../domain/customer.ts';
import type { Deed, DeedPage } from '../domain/deed.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { HomeClock, LedgerRow } from '../domain/ledger.ts';
import type { Learning } from '../domain/lesson.ts';
import type { OutboxRow } from '../domain/notice.ts';
import type { StoredRoom } from '../domain/room.ts';
import type { Switches } from '../domain/rulebook.ts';
import type { SavedSegment } from '../domain/saved-segment.ts';
import type { Sweep } from '../domain/sweep.ts';
import type { Library } from '../domain/tag.ts';
import type { Instant } from '../domain/time.ts';
import type { Delivery } from '../domain/webhook.ts';

/** `_id`: an identity key, or `#` and the hash of a joining key. */
export interface Identity {
  _id: string;
  customer: string;
  /** Whose it was before the first of the joins by which it came to this customer. */
  was?: string;
}

/** A whole phone number or address, sealed. `_id`: its key, by which events and customers name it. */
export interface SealedContact {
  _id: string;
  /** By which key of an installation it is sealed. */
  under: string;
  sealed: string;
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

/** A webhook whose receiver is gone for good. */
export interface GoneEndpoint {
  _id: string;
  /** Of the address. */
  fingerprint: string;
  at: Instant;
}

/** A daily message that some process has taken on: one row a person and day. */
export interface Claim {
  _id: string;
  at: Instant;
}

/** What a list showed somebody last: a number that they name means what stood there, whatever has come since. */
export interface Shown {
  /** The list and the person. */
  _id: string;
  ids: string[];
  /** What they put off for later. */
  later?: string[];
}

/** A step of what was learnt; its id is its version. */
export type LearningRow = Omit<Learning, 'version'> & { _id: number };

/** An import that has begun and not ended: the home's moment that its rows are of, and when that was; wall time. */
import * as accessSchemas from './access-schemas.ts';
import * as schemas from './schemas.ts';
export interface BegunImport {
  /** The hash of what is imported. */
  _id: string;
  at: Instant;
  began: Instant;
}

/** Single documents of the whole database: its installation, its clock, its library, its rules (`text`: the book as JSON). */
export type Meta =
  | { _id: 'installation'; name: string; schema: number }
  | ({ _id: 'clock' } & HomeClock)
  | { _id: 'library'; library: Library; sweep?: Omit<Sweep, 'of'> }
  | { _id: 'learnings'; version: number; stamp: number }
  | { _id: 'rules'; version: number; text: string; switches: Switches; sweep?: Omit<Sweep, 'of'> };

export interface Collections {
  connection: Connection;
  events: Model<KeptEvent>;
  customers: Model<Customer>;
  identities: Model<Identity>;
  contacts: Model<SealedContact>;
  ledger: Model<LedgerRow>;
  outbox: Model<OutboxRow>;
  mailboxes: Model<Mailbox>;
  rooms: Model<StoredRoom>;
  deliveries: Model<Delivery>;
  goneEndpoints: Model<GoneEndpoint>;
  claims: Model<Claim>;
  imports: Model<BegunImport>;
  segments: Model<SavedSegment>;
  deeds: Model<Deed>;
  deedPages: Model<DeedPage>;
  learnings: Model<LearningRow>;
  shown: Model<Shown>;
  tokens: Model<StoredToken>;
  signInLinks: Model<SignInLink>;
  sessions: Model<Session>;
  keptAnswers: Model<KeptAnswer>;
  meta: Model<Meta>;
}

/** The collections of one database. Reads are lean; writes on the message path go to the driver beneath the models. */
export const createCollections = (connection: Connection): Collections => ({
  connection,
  events: connection.model<KeptEvent>('Event', schemas.events() as unknown as Schema<KeptEvent>),
  customers: connection.model<Customer>('Customer', schemas.customers() as unknown as Schema<Customer>),
  identities: connection.model<Identity>('Identity', schemas.identities() as unknown as Schema<Identity>),
  contacts: connection.model<SealedContact>('Contact', schemas.contacts() as unknown as Schema<SealedContact>),
  ledger: connection.model<LedgerRow>('Ledger', schemas.ledger() as unknown as Schema<LedgerRow>),
  outbox: connection.model<OutboxRow>('Outbox', schemas.outbox() as unknown as Schema<OutboxRow>),
  mailboxes: connection.model<Mailbox>('Mailbox', schemas.mailboxes() as unknown as Schema<Mailbox>),
  rooms: connection.model<StoredRoom>('Room', schemas.rooms() as unknown as Schema<StoredRoom>),
  deliveries: connection.model<Delivery>('Delivery', schemas.deliveries() as unknown as Schema<Delivery>),
  goneEndpoints: connection.model<GoneEndpoint>('GoneEndpoint', schemas.goneEndpoints() as unknown as Schema<GoneEndpoint>),
  claims: connection.model<Claim>('Claim', schemas.claims() as unknown as Schema<Claim>),
  segments: connection.model<SavedSegment>('Segment', schemas.segments() as unknown as Schema<SavedSegment>),
  imports: connection.model<BegunImport>('Import', schemas.imports() as unknown as Schema<BegunImport>),
  deeds: connection.model<Deed>('Deed', schemas.deeds() as unknown as Schema<Deed>),
  deedPages: connection.model<DeedPage>('DeedPage', schemas.deedPages() as unknown as Schema<DeedPage>),
  learnings: connection.model<LearningRow>('Learning', schemas.learnings() as unknown as Schema<LearningRow>),
  shown: connection.model<Shown>('Shown', schemas.shown() as unknown as Schema<Shown>),
  tokens: connection.model<StoredToken>('Token', accessSchemas.tokens() as unknown as Schema<StoredToken>),
  signInLinks: connection.model<SignInLink>('SignInLink', accessSchemas.signInLinks() as unknown as Schema<SignInLink>),
  sessions: connection.model<Session>('Session', accessSchemas.sessions() as unknown as Schema<Session>),
  keptAnswers: connection.model<KeptAnswer>('KeptAnswer', accessSchemas.keptAnswers() as unknown as Schema<KeptAnswer>),
  meta: connection.model<Meta>('Meta', schemas.meta() as unknown as Schema<Meta>),
});

/** Indexes of customers in older releases, in the place of which there are better ones. */
const OLDER = ['tagIds_1_lastContactAt_-1__id_1'];

const dropOlder = async ({ customers }: Collections): Promise<void> => {
  const there = new Set((await customers.collection.indexes()).map(({ name }) => name));
  for (const name of OLDER.filter((one) => there.has(one))) await customers.collection.dropIndex(name);
};

/** Creates what a transaction cannot: collections and indexes. Drops those of older releases alone, once theirs are there. */
export const prepareCollections = async (collections: Collections): Promise<void> => {
  const { connection: _, ...models } = collections;
  for (const model of Object.values(models)) {
    await model.createCollection();
    await model.createIndexes();
  }
  await dropOlder(collections);
};
