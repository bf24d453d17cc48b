import { z } from 'zod';

/** The most examples of one file; far more than anybody writes by hand. */
const MOST_EXAMPLES = 10_000;

/** A file of examples as it is written: one intent in one language. */
export const intentSchema = z.strictObject({
  id: z
    .string('Write text here, in quotes if it looks like a number, true, false or null.')
    .max(64, 'Shorten it to 64 characters.')
    .regex(/^[a-z][a-z0-9_]*$/, 'Use small letters, digits and underscores, a letter first.'),
  tag: z.string('Name a tag of the library, or write null for none.').nullable(),
  priority: z.int('Write a whole number.').min(0, 'Write 0 or more.').max(100, 'Write 100 or less.').default(0),
  examples: z
    .array(
      z
        .string('Write text here, in quotes if it looks like a number, true, false or null.')
        .max(2000, 'Shorten it to 2000 characters.'),
      'Write a list here, one item a line after a dash.',
    )
    .min(1, 'Write at least one example.')
    .max(MOST_EXAMPLES, `Keep at most ${MOST_EXAMPLES} examples.`),
});

/** An intent as one file tells it: its tag is an id of the library. */
export interface IntentFile {
  /** Relative name, for messages: `zh/ask_price.yaml`. */
  file: string;
  id: string;
  /** Null for an intent that sets no tag, such as a greeting. */
  tag: string | null;
  /** Of two intents of one message, the one with more is named first. */
  priority: number;
  examples: { text: string; line: number | null }[];
  /** The lines of the fields, for messages. */
  lines: { id: number | null; tag: number | null };
}
