import { z } from 'zod';
import { ROLES } from '../domain/person.ts';
import { SAMPLE_TIME } from './sample-time.ts';

const word = z
  .string('Write text here, in quotes if it looks like a number.')
  .min(1, 'Write something here.')
  .max(200, 'Shorten it to 200 characters.');
const tagIds = z.array(word, 'Write a list of tag ids here.').min(1, 'Name at least one tag.');

const turn = z
  .strictObject({
    id: word,
    at: z.string('Write a time like -3d 16:05 or -95m.').regex(SAMPLE_TIME, 'Write a time like -3d 16:05 or -95m.'),
    on: word.optional(),
    from: word.optional(),
    text: z.string('Write text here, in quotes.').optional(),
    quote: z.string('Write text here, in quotes.').optional(),
    forwarded: z.boolean('Write true or false.').optional(),
    event: word.optional(),
    data: z.record(z.string(), z.unknown(), 'Write the fields of the event here.').optional(),
    by: word.optional(),
    add: tagIds.optional(),
    remove: tagIds.optional(),
  })
  .refine(
    ({ text, event, by }) => [text, event, by].filter((one) => one !== undefined).length === 1,
    'Write one of text, event and by.',
  )
  .refine(
    ({ by, add, remove }) => (by !== undefined) === (add !== undefined || remove !== undefined),
    'Write by together with add or remove.',
  );

const customer = z.strictObject({
  id: word,
  name: word,
  channel: word,
  key: word.optional(),
  also: z.record(word, word, 'Write the channel and the id there.').optional(),
  turns: z.array(turn, 'Write a list of turns here.').min(1, 'Write at least one turn.'),
});

/** The sample file as it is written. */
export const sampleSchema = z.strictObject({
  staff: z.record(word, z.strictObject({ id: word, name: word, role: z.enum(ROLES, 'Use viewer, agent, manager or admin.') })),
  customers: z.array(customer, 'Write a list of customers here.'),
});

export type SampleForm = z.infer<typeof sampleSchema>;
export type SampleCustomer = z.infer<typeof customer>;
export type SampleTurn = z.infer<typeof turn>;
