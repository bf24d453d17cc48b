import type { EvidenceAnswer, Seen, TagAnswer } from './answers.ts';

/** Tags that are suggested and wait for a person's yes or no, the least certain first. */
export interface ReviewAnswer {
  asOf: string;
  seen?: Seen;
  /** How many there are in all, of the customers that were looked at. */
  count: number;
  /** Whether there may be more customers than were looked at; absent when there are not. */
  more?: true;
  reviews: {
    customer: { id: string; name: string | null };
    owner: string | null;
    tag: { id: string; group: string | null; name: string };
    by: TagAnswer['by'];
    confidence: number;
    since: string;
    evidence: EvidenceAnswer[];
  }[];
}
