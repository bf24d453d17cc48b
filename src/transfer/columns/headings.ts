import { editDistance } from '../../domain/edit-distance.ts';
import { nearWord } from '../../domain/near-word.ts';
import { profileField, profileFields } from '../../domain/profile.ts';
import type { TagTree } from '../../domain/tag-tree.ts';
import { headingKey } from './heading-key.ts';
import { COLUMN_WORDS, FIELD_WORDS, GROUP_WORDS, LEFT_OUT_WORDS } from './heading-words.ts';
import { COLUMNS, type Target } from './target.ts';

/** What headings mean, and the word that somebody meant by a misspelt one. */
export interface Headings {
  target: (heading: string) => Target | null;
  /** Where it is hardly anything else. */
  near: (heading: string) => string | null;
  /** Where it must be something. */
  nearest: (word: string) => string | null;
}

type Words = readonly (readonly [string, Target])[];

const columnWords: Words = COLUMNS.flatMap((name) =>
  COLUMN_WORDS[name].map((word): [string, Target] => [word, { to: 'column', name }]),
);
const fieldWords: Words = profileFields.flatMap(({ id, zh, en, aliases }) =>
  [id, zh, en, ...aliases, ...(FIELD_WORDS[id] ?? [])].map((word): [string, Target] => [word, { to: 'field', field: id }]),
);
const leftOut: Words = LEFT_OUT_WORDS.map((word): [string, Target] => [word, { to: 'left_out' }]);

const groupWords = (tree: TagTree): Words =>
  Object.entries(GROUP_WORDS).flatMap(([group, words]) =>
    tree.node(group) ? words.map((word): [string, Target] => [word, { to: 'group', group }]) : [],
  );

const groupNamed = (heading: string, tree: TagTree): Target | null => {
  const meaning = tree.resolve(heading);
  return meaning.kind === 'one' && tree.node(meaning.id)?.kind === 'group' ? { to: 'group', group: meaning.id } : null;
};

/** The Chinese and English headings that are understood, and the groups of this library. A field of the profile goes before a group of its name. */
export const createHeadings = (tree: TagTree): Headings => {
  const words = new Map<string, Target>();
  const spelt = new Map<string, string>();
  for (const [word, target] of [...columnWords, ...fieldWords, ...groupWords(tree), ...leftOut]) {
    const key = headingKey(word);
    if (words.has(key)) continue;
    words.set(key, target);
    if (target.to !== 'left_out') spelt.set(key, word);
  }
  // Of two words as near, a field of the profile is the likelier one: 性名 is 姓名, not 品名.
  const isField = (key: string) => words.get(key)?.to === 'field';
  const keys = [...spelt.keys()].toSorted((a, b) => Number(isField(b)) - Number(isField(a)));
  const nearestKey = (word: string) => nearWord(headingKey(word), keys);
  return {
    target: (heading) => {
      const field = profileField(heading);
      return words.get(headingKey(heading)) ?? (field ? { to: 'field', field: field.id } : groupNamed(heading.trim(), tree));
    },
    nearest: (word) => spelt.get(nearestKey(word) ?? '') ?? null,
    near: (heading) => {
      // A word of one letter is near every other.
      const near = headingKey(heading).length < 2 ? null : nearestKey(heading);
      // Tables have many columns that are none of ours: only a slip of the finger is taken for one.
      const slips = headingKey(heading).length >= 6 ? 2 : 1;
      return near !== null && editDistance(near, headingKey(heading)) <= slips ? (spelt.get(near) ?? null) : null;
    },
  };
};
