import { z } from 'zod';
import { never } from '../condition.ts';
import { conditionKind } from './kind.ts';

const id = z.string('Write an intent here, like ask_price.').regex(/^[a-z][a-z0-9_]*$/, 'Write an intent here, like ask_price.');
const ids = z.union(
  [id.transform((one) => [one]), z.array(id).min(1).max(100)],
  'Write an intent like ask_price, or a list of them.',
);

/** The message has this intent, or one of these: surely enough to give tags, or at least as likely as it says here. */
export const intent = conditionKind({
  word: 'intent',
  schema: z.union(
    [
      ids.transform((of) => ({ of, confidence: undefined })),
      z.strictObject({
        of: ids,
        confidence: z
          .number('Write a number from 0 to 1.')
          .gt(0, 'Write a number from 0 to 1.')
          .max(1, 'Write a number from 0 to 1.'),
      }),
    ],
    'Write an intent like ask_price, a list of them, or { of: ask_price, confidence: 0.8 }.',
  ),
  compile: ({ of, confidence }) => ({
    holds: ({ event }) =>
      event?.from === 'customer' &&
      (event.reading?.intents ?? []).some(
        (one) => of.includes(one.intent) && (confidence === undefined ? one.enough === 'apply' : one.confidence >= confidence),
      ),
    turnsAt: never,
    reads: ['event'],
    negates: [],
    needs: null,
  }),
});
