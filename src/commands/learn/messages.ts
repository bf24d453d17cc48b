import { iso, textOf } from '../../answers/cause-answers.ts';
import type { UnsureMessagesAnswer } from '../../domain/learn-answers.ts';
import type { Learning, Lesson } from '../../domain/lesson.ts';
import type { Reply } from '../../domain/reply.ts';
import { UsageError, UserError } from '../../errors.ts';
import { phraseKey } from '../../match/phrase-key.ts';
import type { Context } from '../command.ts';
import { pickShown } from '../pick-shown.ts';
import { intentNamed, nearIntent } from '../review/read-answer.ts';
import { setUpRow } from '../set-up-row.ts';
import { refuseContradiction } from './refuse-contradiction.ts';
import { lessonAnswer, lessonsIn, makeStep, readSteps, type Steps, takesOver } from './steps.ts';
import { unsureMessages } from './unsure-messages.ts';

const LIST = 'messages';

/** How words are remembered that are not to be asked about again. */
const droppedId = (text: string): string => `message ${phraseKey(text)}`;

const knownTo = async ({ app }: Context, standing: readonly Learning[]): Promise<(key: string) => boolean> => {
  const { examples } = await app.readTaught();
  const taught = new Set([...examples, ...lessonsIn(standing)].map(({ text }) => phraseKey(text)));
  const dropped = new Set(standing.flatMap((step) => step.dropped));
  return (key) => taught.has(key) || dropped.has(`message ${key}`);
};

/** Messages of which nobody could tell what they want, for a manager to say so, one by one. */
export const listMessages = async (context: Context, limit: number): Promise<Reply> => {
  const { app, actor } = context;
  const { standing } = await readSteps(context);
  const { waiting, messages } = await unsureMessages(app, await knownTo(context, standing));
  const shown = waiting.slice(0, limit);
  await app.store.shown.note(
    LIST,
    actor.id,
    shown.map(({ id }) => id),
  );
  const doc: UnsureMessagesAnswer = {
    ...{ asOf: iso(app.clock.asOf()), messages, count: waiting.length },
    unsure: shown.map(({ text, guesses }, place) => ({ number: place + 1, text, guesses })),
  };
  return { kind: 'unsure', doc };
};

/** The message that somebody decides on by its number. */
const pick = async (context: Context, number: string): Promise<{ id: string; text: string }> => {
  if (!/^\d+[.。]?$/.test(number)) throw new UsageError('messages_usage');
  const [picked] = await pickShown(context, LIST, [number]);
  const [event] = picked ? await context.app.store.events.byKeys([picked.id]) : [];
  const text = event ? textOf(event) : null;
  if (!event || text === null) throw new UserError('lesson_gone', { number });
  return { id: event._id, text };
};

/** Makes a step of it; null where somebody else made one meanwhile. */
const write = async (
  context: Context,
  steps: Steps,
  did: 'approve' | 'drop_message',
  { lessons, dropped }: Pick<Learning, 'lessons' | 'dropped'>,
): Promise<Reply | null> => {
  const { app, actor } = context;
  const version = (steps.all.at(-1)?.version ?? 0) + 1;
  const row = setUpRow(context, 'learn', { note: `${did} 1 → ${version}` });
  const step = { version, by: actor.id, at: app.clock.asOf(), lessons, dropped };
  if (!(await app.store.learnings.add(step, steps.stamp, row))) return null;
  return {
    kind: 'learnt',
    doc: {
      ...{ did, version, learnt: lessonsIn(steps.standing).length + lessons.length },
      ...{ lessons: lessons.map(lessonAnswer), keywords: [], undone: [] },
      takesOver: did === 'approve' ? await takesOver(context) : null,
    },
  };
};

/** Says which intent a message has, by its id or name: it is an example from now on. */
export const teachMessage = (context: Context, [number = '', ...rest]: readonly string[]): Promise<Reply> =>
  makeStep(context, async (steps) => {
    const { app, actor } = context;
    const word = rest.join(' ');
    if (word === '') throw new UsageError('messages_usage');
    const { intents } = await app.readTaught();
    const meant = intentNamed(word, intents);
    if (!meant) throw new UsageError('no_such_intent', { word, near: nearIntent(word, intents) ?? '' });
    const { id, text } = await pick(context, number);
    const lesson: Lesson = { id, text, intent: meant.id, says: 'yes', by: actor.id, at: app.clock.asOf() };
    await refuseContradiction(context, [lesson], steps.standing);
    return write(context, steps, 'approve', { lessons: [lesson], dropped: [] });
  });

/** Says that a message teaches nothing: it is not asked about again. */
export const dropMessage = (context: Context, words: readonly string[]): Promise<Reply> =>
  makeStep(context, async (steps) => {
    const [number = ''] = words;
    if (words.length > 1) throw new UsageError('messages_usage');
    const { text } = await pick(context, number);
    return write(context, steps, 'drop_message', { lessons: [], dropped: [droppedId(text)] });
  });
