import type { BatchWords } from '../../domain/asked.ts';
import type { BatchDeed, Deed, PageOutcome } from '../../domain/deed.ts';
import type { Reply } from '../../domain/reply.ts';
import type { Context } from '../command.ts';
import { beginBatch } from './begin-batch.ts';
import { carryOut } from './carry-out.ts';

/** Refused customers that an answer names. */
const NAMED = 20;

const reply = (did: BatchWords, count: number, { refused, ...rest }: PageOutcome): Reply => ({
  kind: 'batch',
  doc: { did, count, ...rest, refusedCount: refused.length, refused: refused.slice(0, NAMED) },
});

/** Does something to many customers, one after another; who cannot be changed is counted and named. */
export const doBatch = async (
  context: Context,
  what: BatchDeed,
  members: readonly string[],
  words: { did: BatchWords; note: string },
): Promise<Reply> => {
  const deed = await beginBatch(context, what, members, words.note);
  return reply(words.did, members.length, await carryOut(context, deed));
};

/** All customers whom a batch was about. */
export const membersOf = async ({ app }: Context, { _id }: Deed): Promise<string[]> =>
  (await app.store.deeds.pages(_id)).flatMap(({ members }) => members);
