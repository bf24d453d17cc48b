import type { People } from '../../config/people.ts';
import type { Role } from '../../domain/person.ts';
import type { TagTree } from '../../domain/tag-tree.ts';
import type { Instant } from '../../domain/time.ts';
import { cleanDate } from '../clean/clean-date.ts';
import { Unclean } from '../clean/fault.ts';
import type { OrderStatement, Statement } from './statement.ts';
import { isMasked } from './without-numbers.ts';

/** What cells are read by. */
export interface Reading {
  tree: TagTree;
  /** A tag's name in the language of whoever imports. */
  label: (tag: string) => string;
  people: People;
  role: Role;
  zone: string;
  /** Nothing in a table lies ahead of it. */
  asOf: Instant;
  /** Told of a tag that the role may not set. */
  denied: (tag: string) => void;
}

/** A row while it is read: its order may still lack something. */
export type Draft = Omit<Statement, 'order' | 'payment'> & { order: Partial<OrderStatement & { payment: string }> };

/** Takes a cleaned cell into the draft, or says what is wrong with it. */
export type ReadCell = (text: string, draft: Draft, reading: Reading) => Unclean | undefined;

const LONGEST_ID = 200;

/** Numbers and names of things may be so long. */
export const tooLong = (text: string): Unclean | undefined =>
  text.length > LONGEST_ID ? new Unclean('value', `Shorten it to ${LONGEST_ID} characters.`) : undefined;

/** A number that was masked once says of nobody who it is: all whose number was would become one. */
export const masked = (text: string): Unclean | undefined =>
  isMasked(text) ? new Unclean('value', 'The number is masked here: write the number itself, or leave it out.') : undefined;

/** Why a text cannot be the number of a customer or an order. */
export const unusable = (text: string): Unclean | undefined => masked(text) ?? tooLong(text);

export const pastDate = (text: string, { zone, asOf }: Reading): Instant | Unclean => {
  const at = cleanDate(text, zone);
  return at instanceof Unclean || at <= asOf ? at : new Unclean('future', 'This lies ahead: write a time up to now.');
};
