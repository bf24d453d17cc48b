import { iso } from '../answers/cause-answers.ts';
import { nearWord } from '../domain/near-word.ts';
import type { Reply } from '../domain/reply.ts';
import type { SavedSegment } from '../domain/saved-segment.ts';
import { nameKey } from '../domain/tag-name.ts';
import { TagwiseError, UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { readSegment } from '../segments/read-segment.ts';
import { savedByName, savedIn } from '../segments/saved.ts';
import type { Context, Lang } from './command.ts';
import { refuseViewer } from './refuse-viewer.ts';
import { setUpRow } from './set-up-row.ts';
import { spokenError } from './spoken-error.ts';

/** The longest name, UTF-16 units. */
const LONGEST = 50;

/** A name as it stands behind the @: folded spaces, no signs that a query reads otherwise. */
const nameOf = (given: string): string => {
  const name = given.normalize('NFKC').replace(/^@/, '').trim().replace(/\s+/gu, ' ');
  if (name === '' || nameKey(name) === '' || name.length > LONGEST || /[()|"“”<>=\\]/.test(name)) {
    throw new UserError('segment_bad_name', { name: given, most: LONGEST });
  }
  if (redact(name) !== name) throw new UserError('no_id_numbers', { field: '--save' });
  return name;
};

/** What somebody else saved only managers change. */
const refuseOthers = async (context: Context, segment: SavedSegment | undefined): Promise<void> => {
  const { app, actor } = context;
  if (!segment || segment.by === actor.id || actor.role === 'manager' || actor.role === 'admin') return;
  await app.store.ledger.append([setUpRow(context, 'segment', { denial: 'segment_of_others' })]);
  throw new UserError('segment_of_others', { name: segment.name, by: app.inForce.people().byId(segment.by)?.name ?? segment.by });
};

/** Saves a query, which was read already, under a name; gives the name. Throws for one that would use itself, and for what others saved. */
export const saveSegment = async (context: Context, given: string, query: string): Promise<string> => {
  const { app, actor } = context;
  await refuseViewer(context, null);
  const name = nameOf(given);
  const all = await app.store.segments.all();
  await refuseOthers(context, savedByName(all).get(nameKey(name)));
  const segment = { name, query, by: actor.id, at: app.clock.asOf() };
  const person = (word: string) => app.inForce.people().byId(word)?.id;
  readSegment({ query: `@"${name}"`, tags: app.inForce.tree(), person, saved: savedByName([...all, segment]) });
  await app.store.segments.save(segment, setUpRow(context, 'segment', { note: `@${name} = ${query}` }));
  return name;
};

/** Drops a saved segment that no other one uses. */
export const dropSegment = async (context: Context, given: string, words: readonly string[]): Promise<Reply> => {
  const { store } = context.app;
  if (words.length > 0) throw new UsageError('segment_drop_usage');
  await refuseViewer(context, null);
  const all = await store.segments.all();
  const key = nameKey(given.replace(/^[@＠]/, ''));
  const found = all.find(({ name }) => nameKey(name) === key);
  if (!found) {
    const near =
      nearWord(
        given,
        all.map(({ name }) => name),
      ) ?? '';
    throw new UserError('segment_unknown_saved', { name: given, near, at: 0, length: given.length });
  }
  await refuseOthers(context, found);
  const user = all.find(({ query }) => savedIn(query).some((name) => nameKey(name) === key));
  if (user) throw new UserError('segment_in_use', { name: found.name, user: user.name });
  await store.segments.drop(found.name, setUpRow(context, 'segment', { note: `-@${found.name}` }));
  return savedAnswer(
    all.filter((one) => one !== found),
    { dropped: found.name },
  );
};

const savedAnswer = (segments: readonly SavedSegment[], more: { dropped?: string } = {}): Reply => ({
  kind: 'segments',
  doc: { segments: segments.map((segment) => ({ ...segment, at: iso(segment.at) })), ...more },
});

/** How many customers a query has. @throws TagwiseError for a query that means nothing. */
export type CountSegment = (query: string) => Promise<number>;

/** How many customers a saved segment has, or why it means nothing any more. */
const counted = async ({ query }: SavedSegment, lang: Lang, count: CountSegment) => {
  try {
    return { count: await count(query) };
  } catch (error) {
    if (!(error instanceof TagwiseError)) throw error;
    return { count: null, problem: spokenError(error, lang).message };
  }
};

/** All saved segments, by name; with `count` also how many customers each has. */
export const savedSegments = async (context: Context, words: readonly string[], count?: CountSegment): Promise<Reply> => {
  if (words.length > 0) throw new UsageError('segment_saved_usage');
  const all = await context.app.store.segments.all();
  if (!count) return savedAnswer(all);
  const segments = all.map(async (one) => ({ ...one, at: iso(one.at), ...(await counted(one, context.lang, count)) }));
  return { kind: 'segments', doc: { segments: await Promise.all(segments) } };
};
