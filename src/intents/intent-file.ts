import { z } from 'zod';

/** The most examples of one file; far more than anybody writes by hand. */
const MOST_EXAMPLES = 10_000;

/** A file of examples as it is written: one intent in one language. */
export const intentSchema = z.strictObject({
  intent: z
    .string('Write text here, in quotes if it looks like a number, true, false or null.')
    .max(64, 'Shorten it to 64 characters.')
    .regex(/^[a-z][a-z0-9_]*$/, 'Use small letters, digits and underscores, a letter first.'),
  tags: z
    .array(z.string('Name a tag of the library.'), 'Write a list here: tags of the library, [] for none.')
    .max(10, 'Keep at most 10 tags.'),
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

/** An intent as one file tells it: its tags are ids of the library. */
export interface IntentFile {
  /** Relative name, for messages: `zh/ask-price.yaml`. */
  file: string;
  id: string;
  /** None for an intent that sets no tag, such as a greeting. */
  tags: string[];
  examples: { text: string; line: number | null }[];
  /** The lines of the fields, for messages. */
  lines: { intent: number | null; tags: number | null };
}
