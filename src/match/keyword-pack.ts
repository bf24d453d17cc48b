import { z } from 'zod';
import type { Needs } from './topics.ts';

/** The most units of UTF-16 in a phrase; a keyword is short, and the automaton's index grows with it. */
export const LONGEST_PHRASE = 64;

const phrase = z
  .string()
  .min(1, 'Write a phrase or take the line out.')
  .max(LONGEST_PHRASE, `Shorten it to ${LONGEST_PHRASE} characters.`);
const example = z.string().min(1, 'Write a message or take the line out.').max(2000, 'Shorten it to 2000 characters.');

/** A pack file as it is written: one topic in one language. */
export const packSchema = z.strictObject({
  topic: z
    .string()
    .max(64, 'Shorten it to 64 characters.')
    .regex(/^[a-z][a-z0-9_]*$/, 'Use small letters, digits and underscores, a letter first.'),
  tags: z
    .array(z.string().min(1, 'Write a tag or take the line out.').max(200, 'Shorten it to 200 characters.'))
    .min(1, 'Name at least one tag.')
    .max(16, 'Name at most 16 tags.'),
  needs: z
    .strictObject({
      hits: z.int('Write a whole number.').min(1, 'Write 1 or more.').max(100, 'Write 100 or less.'),
      days: z.int('Write a whole number.').min(1, 'Write 1 or more.').max(365, 'Write 365 or less.'),
    })
    .default({ hits: 1, days: 7 }),
  demand: z.boolean('Write true or false.').default(true),
  phrases: z.array(phrase).min(1, 'Write at least one phrase.').max(100_000, 'Keep at most 100 000 phrases.'),
  except: z.array(phrase).max(10_000, 'Keep at most 10 000 exceptions.').default([]),
  alone: z.array(phrase).max(10_000, 'Keep at most 10 000 words.').default([]),
  hits: z.array(example).max(1000, 'Keep at most 1000 examples.').default([]),
  misses: z.array(example).max(1000, 'Keep at most 1000 examples.').default([]),
});

/** A pack that was read: its tags are ids of the library. */
export interface KeywordPack {
  /** Relative name, for messages: `zh/request-quote.yaml`. */
  file: string;
  topic: string;
  tags: string[];
  needs: Needs;
  demand: boolean;
  phrases: string[];
  except: string[];
  alone: string[];
  hits: string[];
  misses: string[];
  /** The line of a field or of an item of it in the file, for messages. */
  lineOf: (path: readonly PropertyKey[]) => number | null;
}
