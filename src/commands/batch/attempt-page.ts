import type { BatchDeed, Deed, PageOutcome } from '../../domain/deed.ts';
import type { KeptEvent } from '../../domain/event.ts';
import { isImportRun } from '../../domain/import-run.ts';
import type { LedgerRow } from '../../domain/ledger.ts';
import { UserError } from '../../errors.ts';
import type { Advanced } from '../../fold/advance.ts';
import { checkBackward } from '../check-backward.ts';
import type { Context } from '../command.ts';
import { type Change, commandEvent, denialRows, emptyChange, hasEffect } from '../command-event.ts';
import { batchKey } from './batch-key.ts';
import type { Member } from './member.ts';
import { type TakeBack, takeBackOf } from './take-back.ts';
import { takeImportBackOf } from './take-import-back.ts';

interface Worked {
  done: Advanced[];
  commands: KeptEvent[];
  denials: LedgerRow[];
  outcome: PageOutcome;
}

/** What a batch asks of one customer; null: nothing. */
type Ask = (member: Member) => Change | null;

const askOf = (context: Context, { what }: Deed<BatchDeed>, back: TakeBack | null): Ask => {
  switch (what.kind) {
    case 'tag':
      return ({ held }) => {
        checkBackward(context, held, what.add, false);
        return { ...emptyChange, add: what.add, remove: what.remove };
      };
    case 'handover':
      return () => ({ ...emptyChange, handover: { from: what.from, to: what.to } });
    case 'undo':
      return (member) => back?.(member) ?? null;
  }
};

type Work = { done: Advanced; command: KeptEvent };

/**
 * Works a batch out for one customer; null where it changes nothing. Adds to `denials` what was refused for want of right.
 * @throws UserError for the first thing refused.
 */
const workOne = async (
  context: Context,
  { deed, ask, history, denials }: { deed: Deed; ask: Ask; history: KeptEvent[] | undefined; denials: LedgerRow[] },
  member: Member,
): Promise<Work | null> => {
  const { app, actor } = context;
  const { id, held, identities } = member;
  // Who gave it may have become a viewer since, or have left.
  if (actor.role === 'viewer') throw new UserError('viewer_changes_nothing');
  const body = ask(member);
  if (body === null) return null;
  const command = commandEvent(context, held, batchKey(deed._id, id), identities, body);
  const done = await app.pipeline.try(held, command, history);
  const [refused] = done.refusals;
  denials.push(...denialRows(command, held._id, actor.id, done.refusals));
  if (refused) throw refused.error;
  return hasEffect(body, done, command._id) ? { done, command } : null;
};

/** Works a batch out for some customers, each by itself: who cannot be changed is named, and the others are. */
const workOut = async (context: Context, deed: Deed<BatchDeed>, members: readonly Member[]): Promise<Worked> => {
  const of = deed.what.kind === 'undo' ? deed.what.of : null;
  const histories = of === null ? null : await context.app.store.histories(members.map(({ held }) => held._id));
  const takeBack = (whole: string, read: NonNullable<typeof histories>): Promise<TakeBack> =>
    isImportRun(whole) ? takeImportBackOf(context, whole, members, read) : takeBackOf(context, whole, members);
  const ask = askOf(context, deed, of !== null && histories ? await takeBack(of, histories) : null);
  const worked: Worked = { done: [], commands: [], denials: [], outcome: { changed: 0, unchanged: 0, refused: [] } };
  const { outcome, denials } = worked;
  for (const member of members) {
    try {
      const work = await workOne(context, { deed, ask, history: histories?.get(member.held._id), denials }, member);
      outcome[work ? 'changed' : 'unchanged'] += 1;
      if (!work) continue;
      worked.done.push(work.done);
      worked.commands.push(work.command);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      outcome.refused.push({ id: member.id, name: member.held.state.name, code: error.code });
    }
  }
  return worked;
};

/** Notes refusals; a page that was killed behind this is worked out again and finds them there. */
const append = async ({ app }: Context, denials: LedgerRow[]): Promise<void> => {
  try {
    await app.store.ledger.append(denials);
  } catch (error) {
    if (!app.store.isConflict(error)) throw error;
  }
};

/**
 * Changes some customers by a batch, in one write.
 * @throws conflicts where somebody else changed one of them meanwhile; nothing is then written.
 */
export const attemptPage = async (context: Context, deed: Deed<BatchDeed>, members: readonly Member[]): Promise<PageOutcome> => {
  const { done, commands, denials, outcome } = await workOut(context, deed, members);
  if (done.length > 0) await context.app.pipeline.write(done, commands, true);
  await append(context, denials);
  return outcome;
};
