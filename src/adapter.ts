import type { CustomerRef, Incoming } from './domain/event.ts';

/** Where a customer is met: the channel's own names for them. */
export interface Whereabouts {
  channel: string;
  account: string;
  customer: CustomerRef;
}

/** What the street offers an adapter. */
export interface Door {
  /** Keeps an event; resolves when it is on disk, and only then may the platform be acknowledged. */
  keep: (incoming: Incoming) => Promise<'kept' | 'duplicate'>;
  /** Resolves when all that was kept so far is applied. */
  applied: () => Promise<void>;
  /** Answers a command given in words, drawn for this channel; errors come back as sentences. `atHand`: the customer in view. */
  answer: (words: string, atHand: string | null) => Promise<string>;
  /** Whether these words are a command when written without a slash (标签, 分群 …). */
  isCommand: (words: string) => boolean;
  /** The customer whom a word means, with a place where they are met; null when nobody is. */
  meet: (word: string) => Promise<{ id: string; at: Whereabouts } | null>;
}

/** A channel. Creating one is silent; `start` opens it and `stop` closes it. */
export interface Adapter {
  name: string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}
