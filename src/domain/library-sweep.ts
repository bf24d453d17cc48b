import type { Instant } from './time.ts';

/** Whom a change of the library concerns: the carriers of these tags, or everybody. */
export interface Concerned {
  tags: string[];
  everybody: boolean;
}

/** Customers whom changes of the library concern, and whose fold is older than its `version`. `at`: wall time of the change. */
export interface LibrarySweep extends Concerned {
  version: number;
  at: Instant;
}
