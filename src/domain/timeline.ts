import type { FactAnswer } from './answers.ts';

/** One thing that happened to a customer. A recalled message keeps its place and loses its words; an edited one shows the new ones. */
export interface TimelineItem {
  id: string;
  at: string;
  kind: 'message' | 'fact' | 'change';
  channel: string;
  from: 'customer' | 'agent' | 'system';
  /** Whoever wrote it or did it, where that is one of us. */
  by: string | null;
  text: string | null;
  quote: string | null;
  recalled: boolean;
  edited: boolean;
  /** What happened, where it is a fact. */
  fact?: FactAnswer;
  /** What a person changed; `undone`: they took it back since. */
  change?: { add: string[]; remove: string[]; fields: string[]; owner: boolean; tasks: number; undo: boolean; undone: boolean };
}

/** What happened to a customer, newest first; numbers of IDs and bank cards in it were masked before they were stored. */
export interface TimelineAnswer {
  customer: { id: string; name: string | null };
  asOf: string;
  items: TimelineItem[];
  /** Give it as `after` for what came before these; null where that was all. */
  next: string | null;
}
