import { iso } from '../../answers/cause-answers.ts';
import type { LearntAnswer } from '../../domain/learn-answers.ts';
import type { Learning, Lesson } from '../../domain/lesson.ts';
import { UserError } from '../../errors.ts';
import type { Context } from '../command.ts';

const MOST_TRIES = 5;
/** A bot that said so long ago that it is there is there, ms; it says so every few seconds. */
const ALIVE = 30_000;

/** Everything that was learnt, as it stands at one moment. */
export interface Steps {
  stamp: number;
  all: Learning[];
  standing: Learning[];
}

export const readSteps = async ({ app }: Context): Promise<Steps> => {
  const stamp = await app.store.learnings.stamp();
  const all = await app.store.learnings.all();
  return { stamp, all, standing: all.filter(({ undone }) => !undone) };
};

export const lessonsIn = (steps: readonly Learning[]): Lesson[] => steps.flatMap(({ lessons }) => lessons);

export const newest = (steps: readonly Learning[]): number => steps.at(-1)?.version ?? 0;

/** Makes a step of what stands now; tried again where somebody else made one meanwhile. `work` says what, and writes it. */
export const makeStep = async <T>(context: Context, work: (steps: Steps) => Promise<T | null>): Promise<T> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const made = await work(await readSteps(context));
    if (made !== null) return made;
  }
  throw new UserError('too_busy', { name: 'learn' });
};

/** A lesson without the number by which it is typed. */
export const lessonAnswer = ({ text, intent, says, by, at, same = [] }: Lesson & { same?: string[] }) => ({
  ...{ text, intent, says, by, at: iso(at), also: same.length },
});

/** Who puts what was learnt in force. */
export const takesOver = async ({ app }: Context): Promise<LearntAnswer['takesOver']> => {
  const alive = await app.store.home.aliveAt();
  return alive !== null && app.wallNow() - alive < ALIVE ? 'bot' : 'next';
};
