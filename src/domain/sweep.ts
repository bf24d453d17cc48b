import type { Instant } from './time.ts';

/** Whom a change concerns: the carriers of these tags, those whose facts name this (`named.ts`), or everybody. */
export interface Concerned {
  tags: string[];
  /** Absent: nothing. */
  named?: string[];
  everybody: boolean;
}

/** What the fold stands on beside the events, and where a customer notes by which version of it they were folded. */
export const GROUNDS = { library: 'libraryVersion', rules: 'rulebookVersion' } as const;
export type Ground = keyof typeof GROUNDS;

/** Customers whom changes of the library or the rules concern, and whose fold is older than `version`. `at`: wall time of the change. */
export interface Sweep extends Concerned {
  of: Ground;
  version: number;
  at: Instant;
}
