import type { EvidenceAnswer, Seen, TagAnswer } from './answers.ts';

/** Tags that are suggested and wait for a person's yes or no, the least certain first. */
export interface ReviewAnswer {
  asOf: string;
  seen?: Seen;
  /** How many there are in all, of the customers that were looked at. */
  count: number;
  /** Whether there may be more customers than were looked at; absent when there are not. */
  more?: true;
  /** What somebody just answered; `reviews` is then the next one of the list that they saw. */
  answered?: {
    number: number;
    answer: 'yes' | 'no' | 'skip' | 'other';
    customer: { id: string; name: string | null };
    tag: { id: string; group: string | null; name: string };
    /** The intent that the words have instead. */
    meant?: string;
    /** Whether the words now wait in learn. */
    proposed: boolean;
  };
  reviews: {
    /** What to type for it. */
    number: number;
    customer: { id: string; name: string | null };
    owner: string | null;
    tag: { id: string; group: string | null; name: string };
    by: TagAnswer['by'];
    confidence: number;
    since: string;
    evidence: EvidenceAnswer[];
  }[];
}
