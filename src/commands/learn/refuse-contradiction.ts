import type { Learning, Lesson } from '../../domain/lesson.ts';
import { UserError } from '../../errors.ts';
import type { Context } from '../command.ts';
import { findContradiction } from './find-contradiction.ts';
import { lessonsIn } from './steps.ts';

/** What people say of messages adds to the files; so much of it belongs into files. */
const MOST_LEARNT = 10_000;

/** @throws UserError `lesson_contradicts`, `too_many_lessons` */
export const refuseContradiction = async ({ app }: Context, lessons: readonly Lesson[], standing: readonly Learning[]) => {
  const { examples } = await app.readTaught();
  const found = findContradiction(lessons, { examples, lessons: lessonsIn(standing) });
  if (found)
    throw new UserError('lesson_contradicts', { text: found.lesson.text, intent: found.lesson.intent, other: found.other });
  if (lessonsIn(standing).length + lessons.length > MOST_LEARNT) throw new UserError('too_many_lessons', { most: MOST_LEARNT });
};
