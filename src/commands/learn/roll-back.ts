import { nearWord } from '../../domain/near-word.ts';
import type { Reply } from '../../domain/reply.ts';
import { UsageError, UserError } from '../../errors.ts';
import type { Context } from '../command.ts';
import { setUpRow } from '../set-up-row.ts';
import { lessonAnswer, lessonsIn, makeStep, newest, type Steps, takesOver } from './steps.ts';

/** The step after which everything is taken back; without a word the one before the newest that stands. */
const aimOf = (word: string | undefined, { standing }: Steps): number => {
  const versions = standing.map(({ version }) => version);
  if (word !== undefined && !/^\d{1,9}$/.test(word)) throw new UsageError('rollback_usage', { word });
  if (versions.length === 0) throw new UserError('nothing_learnt');
  if (word === undefined) return versions.at(-2) ?? 0;
  const aim = Number(word);
  if (aim >= newest(standing)) throw new UserError('nothing_after_version', { version: aim });
  if (aim !== 0 && !versions.includes(aim))
    throw new UserError('unknown_version', { version: aim, near: nearWord(word, versions.map(String)) ?? '' });
  return aim;
};

/** Goes back to what was learnt up to a step. What was learnt since is proposed again, and the earlier model is mostly still there. */
export const rollBack = (context: Context, word: string | undefined): Promise<Reply> =>
  makeStep(context, async (steps): Promise<Reply | null> => {
    const { app, actor } = context;
    const aim = aimOf(word, steps);
    const gone = steps.standing.filter(({ version }) => version > aim);
    const left = steps.standing.filter(({ version }) => version <= aim);
    const versions = gone.map(({ version }) => version);
    const row = setUpRow(context, 'learn', { note: `rollback ${versions.join(' ')} → ${newest(left)}` });
    const undone = { by: actor.id, at: app.clock.asOf() };
    if (!(await app.store.learnings.takeBack(versions, undone, steps.stamp, row))) return null;
    const lessons = lessonsIn(gone);
    const keywords = gone.flatMap((step) => step.keywords ?? []);
    return {
      kind: 'learnt',
      doc: {
        ...{ did: 'rollback', version: newest(left), learnt: lessonsIn(left).length, undone: versions },
        lessons: lessons.map(lessonAnswer),
        keywords,
        takesOver: lessons.length + keywords.length > 0 ? await takesOver(context) : null,
      },
    };
  });
