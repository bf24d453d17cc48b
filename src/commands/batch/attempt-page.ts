import type { BatchDeed, Deed, PageOutcome, Refused } from '../../domain/deed.ts';
import type { KeptEvent } from '../../domain/event.ts';
import type { LedgerRow } from '../../domain/ledger.ts';
import { UserError } from '../../errors.ts';
import type { Advanced } from '../../fold/advance.ts';
import { checkBackward } from '../check-backward.ts';
import type { Context } from '../command.ts';
import { type Change, commandEvent, denialRows, emptyChange, hasEffect } from '../command-event.ts';
import { batchKey } from './batch-key.ts';
import type { Member } from './member.ts';
import { type TakeBack, takeBackOf } from './take-back.ts';

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

const refusal = ({ id, held }: Member, code: string): Refused => ({ id, name: held.state.name, code });

/** Works a batch out for some customers, each by itself: who cannot be changed is named, and the others are. */
const workOut = async (context: Context, deed: Deed<BatchDeed>, members: readonly Member[]): Promise<Worked> => {
  const { app, actor } = context;
  const back = deed.what.kind === 'undo' ? await takeBackOf(context, deed.what.of, members) : null;
  const ask = askOf(context, deed, back);
  const histories = back ? await app.store.histories(members.map(({ held }) => held._id)) : null;
  const worked: Worked = { done: [], commands: [], denials: [], outcome: { changed: 0, unchanged: 0, refused: [] } };
  const { outcome } = worked;
  for (const member of members) {
    const { id, held, identities } = member;
    try {
      const body = ask(member);
      if (body === null) {
        outcome.unchanged += 1;
        continue;
      }
      const command = commandEvent(context, held, batchKey(deed._id, id), identities[0] ?? null, body);
      const done = await app.pipeline.try(held, command, histories?.get(held._id));
      const [refused] = done.refusals;
      worked.denials.push(...denialRows(command, held._id, actor.id, done.refusals));
      if (refused) throw refused.error;
      if (!hasEffect(body, done, command._id)) {
        outcome.unchanged += 1;
        continue;
      }
      worked.done.push(done);
      worked.commands.push(command);
      outcome.changed += 1;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      outcome.refused.push(refusal(member, error.code));
    }
  }
  return worked;
};

/**
 * Changes some customers by a batch, in one write.
 * @throws conflicts where somebody else changed one of them meanwhile; nothing is then written.
 */
export const attemptPage = async (context: Context, deed: Deed<BatchDeed>, members: readonly Member[]): Promise<PageOutcome> => {
  const { done, commands, denials, outcome } = await workOut(context, deed, members);
  if (done.length > 0) await context.app.pipeline.write(done, commands, true);
  await context.app.store.ledger.append(denials);
  return outcome;
};
