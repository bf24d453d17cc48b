import type { App } from '../app.ts';
import { nearWord } from '../domain/near-word.ts';
import { nameKey } from '../domain/tag-name.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { UserError } from '../errors.ts';
import { compileSegment, type SegmentFilter } from '../segments/compile.ts';
import { type Doubt, doubtsOf } from '../segments/doubts.ts';
import type { Moment } from '../segments/moment.ts';
import { type OwnerTerm, strangersIn } from '../segments/owners.ts';
import { placeInCharacters } from '../segments/place-in-characters.ts';
import { readSegment } from '../segments/read-segment.ts';
import { savedByName } from '../segments/saved.ts';
import type { BoundTree } from '../segments/tree.ts';
import { typedWord } from '../segments/typed-name.ts';

/** Owners that an answer names. */
const SHOWN = 5;

/** A query that can be asked of the store. */
export interface Asked {
  query: string;
  bound: BoundTree;
  filter: SegmentFilter;
  moment: Moment;
}

type Saved = ReturnType<typeof savedByName>;

/** A word as it stands in a query: in quotes where it is a name that the query would read otherwise. */
const inQuery = (word: string, tags: TagTree, saved: Saved): string => {
  const [, signs = '', at = '', name = ''] = /^([-－−]*)([@＠]?)(.*)$/s.exec(word) ?? [];
  // Letters alone are a name or join others: and is no name here, even where a tag is called so.
  if (/^\p{L}*$/u.test(name)) return word;
  const known = at === '' ? tags.resolve(name).kind === 'one' : saved.has(nameKey(name));
  return known ? signs + at + typedWord(name) : word;
};

/**
 * The query that words make. A shell and a chat have taken the quotes off a word: one with spaces or signs that is the name of a tag or
 * of a saved segment gets them back, any other is a query by itself.
 */
const queryOf = (words: readonly string[], tags: TagTree, saved: Saved): string =>
  words.map((word) => inQuery(word, tags, saved)).join(' ');

/** Of two readings of a word none is run: the answer offers both. */
const refuseDoubt = async ({ store }: App, doubts: readonly Doubt[]): Promise<void> => {
  for (const { text, keys, choices, from, to } of doubts) {
    if (!(await store.customers.hasField(keys))) continue;
    const candidates = { candidates: choices.zh.join('、'), candidatesEn: choices.en.join(', ') };
    throw new UserError('segment_tag_or_field', { word: text, at: from, length: to - from, ...candidates });
  }
};

/** An owner whom neither the people file nor any customer knows was mistyped. */
const refuseStrangers = async ({ store, inForce }: App, strangers: readonly OwnerTerm[]): Promise<void> => {
  for (const { value, keys, from, to } of strangers) {
    if (await store.customers.hasField(keys)) continue;
    const staff = inForce.people().all;
    const words = await store.customers.ownerWords();
    const nearest = nearWord(value, [...staff.flatMap(({ id, name }) => [name, id]), ...words]);
    const near = nearest === null ? '' : await store.customers.ownerName(nearest);
    const names = await Promise.all(words.slice(0, 2 * SHOWN).map(store.customers.ownerName));
    const known = [...new Set([...staff.map(({ name }) => name), ...names])].slice(0, SHOWN).join('、');
    throw new UserError('segment_unknown_owner', { at: from, length: to - from, word: value, near, known });
  }
};

const read = async (app: App, query: string, saved: Saved): Promise<Asked> => {
  const tags = app.inForce.tree();
  const person = (word: string) => app.inForce.people().byId(word)?.id;
  const { tree, bound } = readSegment({ query, tags, person, saved });
  const moment = { at: app.clock.asOf(), currency: app.inForce.rules().currencies.home };
  const filter = compileSegment(bound, moment);
  await refuseDoubt(app, doubtsOf({ tree, tags, person }));
  await refuseStrangers(app, strangersIn({ tree, tags, person }));
  return { query, bound, filter, moment };
};

/**
 * Reads the query that words make and compiles it as of now. Throws UsageError or UserError, each with a place in characters, for what is no query,
 * for a word that means nothing or several things, and for an owner whom nobody knows.
 */
export const askSegment = async (app: App, words: readonly string[]): Promise<Asked> => {
  const saved: Saved = words.some((word) => /[@＠]/.test(word)) ? savedByName(await app.store.segments.all()) : new Map();
  const query = queryOf(words, app.inForce.tree(), saved);
  try {
    return await read(app, query, saved);
  } catch (error) {
    throw placeInCharacters(error, query);
  }
};
