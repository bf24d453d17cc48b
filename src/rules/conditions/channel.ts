import { z } from 'zod';
import { never } from '../condition.ts';
import { conditionKind } from './kind.ts';

const name = z.string('Write a channel here.');

/** The event came over this channel, or one of these. */
export const channel = conditionKind({
  word: 'channel',
  schema: z.union([name.transform((one) => [one]), z.array(name).min(1)], 'Write a channel, or a list of channels.'),
  compile: (channels) => ({
    holds: ({ event }) => event !== null && channels.includes(event.channel),
    turnsAt: never,
    reads: ['event'],
    negates: [],
    needs: channels.map((id) => ({ kind: 'channel' as const, id })),
  }),
});
