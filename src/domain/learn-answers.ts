/** A lesson in the list of those that wait, or of a step. `number`: what to type for it. */
export interface LessonAnswer {
  number: number;
  text: string;
  intent: string;
  /** Whether the message has this intent, or does not. */
  says: 'yes' | 'no';
  by: string;
  at: string;
  /** Further people said the same of the same words. */
  also: number;
}

/** What people's yes and no would teach; nothing of it counts before a manager approves it. */
export interface LearnAnswer {
  asOf: string;
  /** The newest step that stands; 0: none. */
  version: number;
  /** How many messages are learnt from beside the files. */
  learnt: number;
  count: number;
  proposals: LessonAnswer[];
}

/** What somebody just did about it. */
export interface LearntAnswer {
  did: 'approve' | 'drop' | 'rollback' | 'keywords' | 'drop_keywords' | 'drop_message';
  /** The step that was made, or the newest one that stands now. */
  version: number;
  learnt: number;
  lessons: Omit<LessonAnswer, 'number'>[];
  /** Phrases of the same step or steps. */
  keywords: { topic: string; phrase: string }[];
  /** Steps that were taken back. */
  undone: number[];
  /** Who puts it in force: a running bot within the minute, or the next start. Null: nothing changed for the model. */
  takesOver: 'bot' | 'next' | null;
}

/** The steps, the newest first. */
export interface LearnHistoryAnswer {
  steps: {
    version: number;
    at: string;
    by: string;
    yes: number;
    no: number;
    dropped: number;
    keywords: { topic: string; phrase: string }[];
    undone: { by: string; at: string } | null;
  }[];
}

/** A phrase that customers of a topic's tag use and others hardly do. */
export interface KeywordAnswer {
  number: number;
  phrase: string;
  topic: string;
  tag: { id: string; group: string | null; name: string };
  /** How many customers with the tag said it, and how many others. */
  customers: number;
  elsewhere: number;
  /** A message that has it. */
  example: string;
}

/** Phrases that no pack has, for a manager to accept one by one. */
export interface KeywordsAnswer {
  asOf: string;
  /** Messages that were looked at. */
  messages: number;
  count: number;
  proposals: KeywordAnswer[];
}

/** A message of which it could not be told what it wants. */
export interface UnsureAnswer {
  number: number;
  text: string;
  /** What it might be, the likeliest first. */
  guesses: { intent: string; confidence: number }[];
}

/** Messages for a manager to say what they want, the least certain first. */
export interface UnsureMessagesAnswer {
  asOf: string;
  /** Messages that were looked at. */
  messages: number;
  count: number;
  unsure: UnsureAnswer[];
}
