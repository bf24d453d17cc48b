import type { CustomerRef, Incoming } from './domain/event.ts';
import type { Actor } from './domain/person.ts';

/** Where a customer is met: the channel's own names for them. */
export interface Whereabouts {
  channel: string;
  account: string;
  customer: CustomerRef;
}

/** How a channel does. `needs_login`: somebody must scan the code whose text `login` is. */
export interface Health {
  state: 'starting' | 'ready' | 'needs_login' | 'degraded' | 'stopped';
  /** For the operator: what is wrong, without anybody's words or secrets. */
  detail?: string;
  login?: string;
}

/** A channel. Creating one is silent; `start` opens it and `stop` closes it and waits for what is under way. */
export interface Adapter {
  name: string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
  health: () => Health;
}

/** Where something is said: a conversation, and the thread in it. */
export interface Room {
  conversation: string;
  thread: string | null;
}

/** A command as somebody gives it in a channel. */
export interface Asking {
  /** Whoever asks, as the channel knows them. */
  from: { id: string; name: string | null };
  room: Room;
  words: string;
  /** Nobody but whoever asks sees the answer. Absent where others may. */
  isPrivate?: true;
  /** The question of the bot that these words answer, where a button carried it. */
  told?: string;
  /** The customer in view, by their id in this channel; absent: whoever speaks in the room. */
  about?: string;
  /** The customer in view, by our own id, on a page of ours that shows them. */
  customer?: string;
  /** The language of the page on which it is asked. */
  lang?: 'zh' | 'en';
}

/** Sentences of the bot that are no answer to a command. */
export type Remark = 'working' | 'outsider' | 'unsure' | 'tags';

/** What the street offers a channel; `Drawn` is an answer in the channel's own form. */
export interface Door<Drawn> {
  /**
   * Keeps an event; resolves when it is on disk, and only then may the platform be acknowledged. A customer's message makes them the
   * one at hand in its conversation and `thread`.
   */
  keep: (incoming: Incoming, thread?: string | null) => Promise<'kept' | 'duplicate'>;
  /** Somebody of the people file, by their id in this channel. */
  staff: (id: string) => { id: string } | null;
  /** Whether everybody there who is not in the people file is a customer. */
  isCustomers: (conversation: string) => Promise<boolean>;
  /** The customer at hand there: whoever the thread belongs to, else who spoke last. */
  customerIn: (room: Room) => Promise<CustomerRef | null>;
  /** Whether these words are a command when written without a slash (标签, 分群 …), or answer what the bot asked there. */
  isCommand: (asking: Asking) => boolean;
  /** Answers a command; errors come back as sentences, and what has no room waits for 更多. Only for people who work here. */
  answer: (asking: Asking) => Promise<Drawn>;
  /** Up to when all that was said in this channel is known to have been taken, UTC ms; null before the first time. */
  reached: () => Promise<number | null>;
  /** Says that all that was said before is taken. */
  setReached: (at: number) => Promise<void>;
  /** One sentence in the language of whom it is for. */
  say: (remark: Remark, to: string) => Drawn;
}

/** What became of a message to somebody. `retryAfter`: ms from now; null when it makes no sense to try again soon. */
export type Sent = { ok: true } | { ok: false; retryAfter: number | null };

/** A channel in which people ask and are told. */
export interface Channel<Drawn> extends Adapter {
  /** Tells a person (by their id in the channel), or everybody in a room of staff. */
  tell: (to: { person: string } | { room: string }, drawn: Drawn) => Promise<Sent>;
}

/**
 * Who may ask an address of a channel's pages: whoever has one of them open; people who are signed in; the operator of the local
 * demo, and nobody where there is none.
 */
export type Guest = 'visitor' | 'staff' | 'operator';

/** A request from a page of a channel, once the web server has let it in: it comes from a page of ours, and is not too large. */
export interface PageAsking {
  query: Readonly<Record<string, unknown>>;
  body: unknown;
  lang: 'zh' | 'en';
  /** The address in the network from which it comes, for limits. */
  machine: string;
  /** Whoever is signed in; null for a visitor. */
  person: Actor | null;
  /** The channel's own cookie, which no script reads; '' where there is none. */
  cookie: string;
  setCookie: (value: string) => void;
}

/** A stream of events to a page; `caller` is whom limits count. */
export interface PageStream {
  caller: string;
  /** Sends from now on; gives how to stop. */
  listen: (send: (event: string, data: object) => void) => () => void;
}

/** An address of a channel's pages: it answers once, or opens a stream. */
export type PageRoute = { path: string; who: Guest } & (
  | { method: 'GET' | 'POST'; run: (asking: PageAsking) => Promise<object> }
  | { method: 'STREAM'; open: (asking: PageAsking) => Promise<PageStream> }
);
