import { textOf } from '../../answers/cause-answers.ts';
import type { App } from '../../app.ts';
import type { KeptEvent } from '../../domain/event.ts';
import type { LedgerRow } from '../../domain/ledger.ts';
import type { Learning, Lesson } from '../../domain/lesson.ts';
import { phraseKey } from '../../match/phrase-key.ts';
import { batchOf } from '../batch/batch-key.ts';

/** Answers of people that are looked at, the newest; more than a team gives in a month. */
const MOST_ROWS = 5000;

/** A lesson that waits for approval, with those that say the same of the same words. */
export interface Proposal extends Lesson {
  same: string[];
}

const commandOf = ({ _id }: LedgerRow): string => _id.slice(0, _id.lastIndexOf('/'));

/** What two lessons share that are one. */
const meaning = ({ text, intent, says }: Lesson): string => `${says} ${intent} ${phraseKey(text)}`;

/** What one line of the history says of the words that it is about. */
const lessonsOf = ({ _id, action, actor, at, about = [] }: LedgerRow, textAt: (key: string) => string | null): Lesson[] =>
  about.flatMap(({ intent, event, words, span, meant }): Lesson[] => {
    const whole = textAt(words ?? event);
    const text = whole === null || !span ? whole : whole.slice(...span);
    if (text === null || phraseKey(text) === '') return [];
    const lesson = (what: string, says: Lesson['says']) => ({ id: `${_id} ${what}`, text, intent: what, says, by: actor, at });
    if (action === 'add') return [lesson(intent, 'yes')];
    return meant === undefined ? [lesson(intent, 'no')] : [lesson(meant, 'yes')];
  });

/** What people answered, without what was taken back since; a change of many is an answer about no message. */
const answersOf = async ({ store }: App): Promise<LedgerRow[]> => {
  const rows = (await store.ledger.aboutIntents(MOST_ROWS)).filter(({ _id }) => batchOf(_id) === null);
  if (rows.length === 0) return [];
  const undone = await store.events.takenBack([...new Set(rows.map(({ actor }) => actor))], rows.map(commandOf));
  return rows.filter((row) => !undone.has(commandOf(row)));
};

const grouped = (lessons: readonly Lesson[]): Proposal[] => {
  const groups = new Map<string, Proposal>();
  for (const lesson of lessons) {
    const first = groups.get(meaning(lesson));
    if (first) first.same.push(lesson.id);
    else groups.set(meaning(lesson), { ...lesson, same: [] });
  }
  return [...groups.values()];
};

/** Nobody said what the sample says. */
const textsOf = (events: readonly KeptEvent[]): Map<string, string | null> =>
  new Map(events.map((event) => [event._id, event.sample ? null : textOf(event)]));

/**
 * What people's yes and no teach and nobody has decided on, the oldest first. Without what the files or approved lessons say already, and
 * without intents that there are no more.
 */
export const proposedLessons = async (app: App, steps: readonly Learning[]): Promise<Proposal[]> => {
  const rows = await answersOf(app);
  if (rows.length === 0) return [];
  const keys = rows.flatMap(({ about = [] }) => about.map(({ event, words }) => words ?? event));
  const texts = textsOf(await app.store.events.byKeys([...new Set(keys)]));
  const { intents, examples } = await app.readTaught();
  const known = new Set(intents.map(({ id }) => id));
  const standing = steps.filter(({ undone }) => !undone);
  const decided = new Set(standing.flatMap(({ lessons, dropped }) => [...lessons.map(meaning), ...dropped]));
  const taught = new Set(examples.map(({ text, label }) => `${label} ${phraseKey(text)}`));
  const inFiles = ({ text, intent }: Lesson) => taught.has(`${intent} ${phraseKey(text)}`);
  const fresh = rows
    .reverse()
    .flatMap((row) => lessonsOf(row, (key) => texts.get(key) ?? null))
    .filter((one) => known.has(one.intent) && !decided.has(meaning(one)) && !decided.has(one.id) && !inFiles(one));
  return grouped(fresh);
};
