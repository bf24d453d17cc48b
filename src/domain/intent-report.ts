/** How well one intent is told; shares are null where there was nothing to count. */
export interface IntentRow {
  intent: string;
  /** Null: it only suggests. */
  threshold: number | null;
  /** Messages of it. */
  count: number;
  /** Of the likeliest answers that name it, and of its messages: the share that is right. */
  precision: number | null;
  recall: number | null;
  /** The same of answers that are sure enough to give tags. */
  appliedPrecision: number | null;
  appliedRecall: number | null;
}

export interface Confusion {
  label: string;
  said: string;
  count: number;
  /** The one that the model was surest of. */
  example: string;
  confidence: number;
}

export interface IntentReport {
  messages: number;
  accuracy: number;
  macroF1: number;
  /** Of all tags that are given: the share that an honest reader would give too; and the share of what there was to give. */
  tagPrecision: number | null;
  tagRecall: number | null;
  /** The share of messages with a tag to give for which it is given or at least suggested. */
  offered: number | null;
  intents: IntentRow[];
  confusions: Confusion[];
}
