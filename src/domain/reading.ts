/** How the customer stands to what they mention; `none` where the text says nothing either way. */
export type Stance = 'want' | 'refuse' | 'defer' | 'ask' | 'complain' | 'none';

/** One mention of a topic. `span` is in UTF-16 units of the text as given, end exclusive. */
export interface Hit {
  topic: string;
  /** Fingerprint of the packs this topic was made of when the text was read. */
  version: string;
  /** The pack's phrase, as written there. */
  phrase: string;
  span: [number, number];
  /** True where the customer speaks of the topic without wanting it: negated, deferred, or someone else's wish. */
  negated: boolean;
}

/** An intent that the classifier reads in a text. */
export interface IntentReading {
  intent: string;
  /** Fingerprint of the model that read it. */
  version: string;
  /** Ids of the library tags that it gives; none for an intent that tags nobody. */
  tags: string[];
  /** How likely it is, 0 to 1: of a hundred with .9, ninety are right. */
  confidence: number;
  /** What that is enough for: giving its tags, or only suggesting them; null for neither. */
  enough: 'apply' | 'suggest' | null;
  /** Where the part of the text stands that says it, UTF-16, end exclusive; absent: all of it says so. */
  span?: [number, number];
}

/** All that the matcher says of one text on its own, without the turn before it. */
export interface Reading {
  hits: Hit[];
  /** Likeliest first; empty for a text that looks like none of them. */
  intents: IntentReading[];
  stance: Stance;
  urgent: boolean;
  /** Topics whose demand this text takes back. */
  block: string[];
  /** A bare answer (好的, 不用了, no thanks): its meaning hangs on the turn before. */
  bare: 'yes' | 'no' | null;
  /** Topics that this text offers (要不要给您报个价): what a bare answer to it is about. */
  offers: string[];
}
