import type { Role } from './person.ts';
import type { Reading } from './reading.ts';
import type { TaskChange } from './task.ts';
import type { Instant } from './time.ts';

/** What comes in at a door, in our nouns, before it is kept. Every string in it may still hold a number that must be masked. */
export interface Incoming {
  /** The platform's id of the message or fact; null where it has none. */
  id: string | null;
  at: Instant;
  channel: string;
  account: string;
  conversation: string;
  customer: CustomerRef | null;
  from: 'customer' | 'agent' | 'system';
  body: Body;
  agent: { id: string; name: string | null } | null;
  /** Unknown fields of the line, kept aside. */
  extra: Record<string, unknown>;
}

/** A customer as a channel knows them; `key` joins the same person's identities over channels. */
export interface CustomerRef {
  id: string;
  name: string | null;
  key: string | null;
}

export interface MessageBody {
  kind: 'message';
  text: string;
  quote: string | null;
  forwarded: boolean;
}

/** Something that happened: an order, a visit, a recall. `name` is the `event` of the line. */
export interface FactBody {
  kind: 'fact';
  name: string;
  data: Record<string, unknown>;
  /** Of a `profile`: keys of phone numbers and addresses, by field; in `data` they are masked. */
  contacts?: Record<string, string>;
}

/** A change that a person asked for, already checked against their role when it was made. */
export interface CommandBody {
  kind: 'command';
  actor: { id: string; role: Role };
  add: string[];
  remove: string[];
  /** The intent that the words have by which a removed tag was suggested. */
  meant?: string;
  fields: Record<string, unknown>;
  /** Keys of what of the fields is a phone number or an address, by field (`contact-key.ts`); in `fields` they are masked. */
  contacts?: Record<string, string>;
  owner: string | null;
  /** The command that this one takes back, as though it had never been. */
  undo: string | null;
  /** The identities of the customer as they were known when it was given; absent: the event's own. */
  of?: string[];
  tasks?: TaskChange[];
  /** What one person has of this customer becomes another's: the customer, open tasks and quotes. Ids of people. */
  handover?: { from: string; to: string };
}

/** What a row of an imported table says of a customer; `actor` is whoever imported it, with the role that they had. */
export interface ImportBody {
  kind: 'import';
  actor: { id: string; role: Role };
  file: string;
  tags: string[];
  fields: Record<string, unknown>;
  owner: string | null;
  /** Hashes of keys that join identities: a phone number, an e-mail address. */
  keys: string[];
  /** Keys of phone numbers and addresses, by field, as with a person's change. */
  contacts?: Record<string, string>;
}

export type Body = MessageBody | FactBody | CommandBody | ImportBody;

/** `awaiting`: a recall or edit that named nobody, and whose message has not come yet. */
export type EventState = 'pending' | 'done' | 'quarantined' | 'awaiting';

/** A kept event: the inbox, the timeline and the history at once. `_id` is its dedupe key. */
export interface KeptEvent {
  _id: string;
  state: EventState;
  keptAt: Instant;
  at: Instant;
  channel: string;
  account: string;
  conversation: string;
  /** The platform's id; the content key for a line without one. */
  message: string;
  /** Whose it is: `channel/account/id`, URI-encoded. Null only for a recall or edit that named nobody. */
  identity: string | null;
  name: string | null;
  /** Hash of the joining key. */
  joinKey: string | null;
  from: 'customer' | 'agent' | 'system';
  agent: { id: string; name: string | null } | null;
  body: Body;
  extra?: Record<string, unknown>;
  /** What the matcher said of the text, once it was read. */
  reading?: Reading;
  sample?: boolean;
  /** While it is `awaiting`: the key of the message that it is about. */
  target?: string;
  /** Failures of its own so far, and the class of the last one. */
  failures?: number;
  reason?: string;
}
