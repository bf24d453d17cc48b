import type { Learning } from '../../domain/lesson.ts';
import type { Reply } from '../../domain/reply.ts';
import { UserError } from '../../errors.ts';
import type { Context } from '../command.ts';
import { pickShown } from '../pick-shown.ts';
import { setUpRow } from '../set-up-row.ts';
import { findContradiction } from './find-contradiction.ts';
import { type Proposal, proposedLessons } from './proposed-lessons.ts';
import { lessonAnswer, lessonsIn, makeStep, type Steps, takesOver } from './steps.ts';

/** What people say of messages adds to the files; so much of it belongs into files. */
const MOST_LEARNT = 10_000;

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

const refuseContradiction = async ({ app }: Context, lessons: readonly Proposal[], standing: readonly Learning[]) => {
  const { examples } = await app.readTaught();
  const found = findContradiction(lessons, { examples, lessons: lessonsIn(standing) });
  if (found)
    throw new UserError('lesson_contradicts', { text: found.lesson.text, intent: found.lesson.intent, other: found.other });
  if (lessonsIn(standing).length + lessons.length > MOST_LEARNT) throw new UserError('too_many_lessons', { most: MOST_LEARNT });
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
