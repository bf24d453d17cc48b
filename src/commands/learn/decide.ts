import type { Reply } from '../../domain/reply.ts';
import { UserError } from '../../errors.ts';
import type { Context } from '../command.ts';
import { pickShown } from '../pick-shown.ts';
import { setUpRow } from '../set-up-row.ts';
import { type Proposal, proposedLessons } from './proposed-lessons.ts';
import { refuseContradiction } from './refuse-contradiction.ts';
import { lessonAnswer, lessonsIn, makeStep, type Steps, takesOver } from './steps.ts';

/** Those of the list that somebody saw last; whoever decided on one meanwhile was faster. */
const picked = async (context: Context, words: readonly string[], { all }: Steps): Promise<Proposal[]> => {
  const ids = await pickShown(context, 'learn', words);
  const proposals = await proposedLessons(context.app, all);
  return ids.map(({ number, id }) => {
    const found = proposals.find((one) => one.id === id);
    if (!found) throw new UserError('lesson_gone', { number });
    return found;
  });
};

/** Approves lessons, or says that they are not to be proposed any more. */
export const decide = (context: Context, did: 'approve' | 'drop', words: readonly string[]): Promise<Reply> =>
  makeStep(context, async (steps): Promise<Reply | null> => {
    const { app, actor } = context;
    const chosen = await picked(context, words, steps);
    if (did === 'approve') await refuseContradiction(context, chosen, steps.standing);
    const version = (steps.all.at(-1)?.version ?? 0) + 1;
    const lessons = did === 'approve' ? chosen.map(({ same: _, ...lesson }) => lesson) : [];
    const dropped = did === 'drop' ? chosen.flatMap(({ id, same }) => [id, ...same]) : [];
    const step = { version, by: actor.id, at: app.clock.asOf(), lessons, dropped };
    const row = setUpRow(context, 'learn', { note: `${did} ${chosen.length} → ${version}` });
    if (!(await app.store.learnings.add(step, steps.stamp, row))) return null;
    return {
      kind: 'learnt',
      doc: {
        ...{ did, version, learnt: lessonsIn(steps.standing).length + lessons.length, undone: [] },
        lessons: chosen.map(lessonAnswer),
        keywords: [],
        takesOver: did === 'approve' ? await takesOver(context) : null,
      },
    };
  });
