import type { Instant } from './time.ts';

/** What a person's yes or no to a tag says of an intent that had given or suggested it: the message that it was read in. */
export interface About {
  intent: string;
  /** Key of the message in `events`; `words`: of the event that has the words, where an edit replaced the message's own. */
  event: string;
  words?: string;
  /** The part of the message that was meant, UTF-16, end exclusive; absent: all of it. */
  span?: [number, number];
  /** The intent that the message has instead, where the person said which. */
  meant?: string;
}

/** A message that somebody said to have an intent, or not to have it. A no is an example of nothing: it only makes that intent more careful. */
export interface Lesson {
  /** Of the line in the history that it comes of. */
  id: string;
  /** As it is kept, numbers masked. */
  text: string;
  intent: string;
  says: 'yes' | 'no';
  by: string;
  at: Instant;
}

/** A phrase that came out of the history and counts for a topic as one of its packs' does. */
export interface Keyword {
  topic: string;
  phrase: string;
}

/** One step of what was learnt, made by a person; all steps that nobody took back are in force together. */
export interface Learning {
  /** Counted from 1. */
  version: number;
  by: string;
  /** The home's time. */
  at: Instant;
  lessons: Lesson[];
  keywords?: Keyword[];
  /** Ids of lessons and keywords that are not to be proposed any more. */
  dropped: string[];
  undone?: { by: string; at: Instant };
}

/** What is in force of it. */
export interface Learnt {
  /** Grows with every step, taken or taken back. */
  stamp: number;
  lessons: Lesson[];
  keywords: Keyword[];
}
