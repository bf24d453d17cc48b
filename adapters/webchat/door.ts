import type { Door, Whereabouts } from '../../src/adapter.ts';
import type { Incoming } from '../../src/domain/event.ts';
import type { Actor } from '../../src/domain/person.ts';
import type { WebchatDrawn } from './webchat-drawn.ts';

/** Whom the operator of the demo plays has an account of their own: never that of somebody who writes by themselves. */
export const DEMO_ACCOUNT = 'demo';

/** A message of a talk as its pages show it; `text` is null where it was taken back. */
export interface Said {
  id: string;
  at: number;
  from: 'customer' | 'agent' | 'system';
  /** Of whoever works here and wrote it. */
  name: string | null;
  text: string | null;
}

/** A customer whom a page can show; `channel` is where they write. */
export interface Shown {
  id: string;
  name: string | null;
  channel: string;
}

/** Where a customer writes, and whether they are of the sample, so that the operator of the demo may speak as them. */
export interface Met {
  at: Whereabouts;
  conversation: string;
  sample: boolean;
}

/** What the web chat needs beside what every channel does: it has no platform that keeps its talks and shows them to people. */
export interface WebchatDoor extends Door<WebchatDrawn> {
  /** Whether this message of theirs is the customer's own words; false for those of staff. */
  isOwn: (at: Whereabouts, conversation: string, id: string) => Promise<boolean>;
  /** The last of what was said with this identity, and with no other of the same customer, oldest first. */
  talk: (at: Whereabouts, most: number) => Promise<Said[]>;
  /** The customers who wrote here, whoever did so last first; `waiting`: nobody has answered yet. */
  talks: (most: number) => Promise<(Shown & { waiting: boolean })[]>;
  /** The customers of the sample. */
  cast: (most: number) => Promise<Shown[]>;
  /** Where a customer, by our own id, writes; null where that is neither here nor in the sample. */
  meet: (customer: string) => Promise<Met | null>;
  /** Our own id of whoever writes there, once what was kept is applied; null where nobody is known. */
  customerAt: (at: Whereabouts) => Promise<string | null>;
  /** Keeps what is played with the sample: it goes when the sample is cleared. */
  play: (incoming: Incoming) => Promise<'kept' | 'duplicate'>;
  /** How whoever answers is called to customers. */
  agentOf: (person: Actor, lang: 'zh' | 'en') => { id: string; name: string };
}
