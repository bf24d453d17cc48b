import type { LibraryEdit } from '../domain/library-edit.ts';
import type { Library, TagNode } from '../domain/tag.ts';
import { nameKey } from '../domain/tag-name.ts';
import { spellingsOf } from '../domain/tag-names.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { UsageError } from '../errors.ts';
import type { Lang } from './command.ts';
import { nodeOf, readName, readText, type Words } from './edit-words.ts';
import type { Args } from './read-args.ts';
import { readNewcomer } from './read-newcomer.ts';
import { readColour, readTtl } from './tag-looks.ts';

/** What can be done to the library in words, by the names of it. */
export const EDITS: Record<LibraryEdit['do'], string[]> = {
  add: ['add', '新增', '添加', '加'],
  rename: ['rename', '改名'],
  alias: ['alias', '别名'],
  define: ['define', '说明', '定义'],
  move: ['move', '移动'],
  colour: ['colour', 'color', '颜色'],
  ttl: ['ttl', '有效期'],
  archive: ['archive', '归档'],
  restore: ['restore', '恢复'],
  merge: ['merge', '合并'],
};

export const EDIT_OPTIONS = ['in', 'after', 'en', 'colour', 'color', 'ttl', 'definition'];
export const EDIT_FLAGS = ['group', 'top', 'yes', 'archived'];

/** The edit that a word names. */
export const editNamed = (word: string): LibraryEdit['do'] | undefined =>
  (Object.keys(EDITS) as LibraryEdit['do'][]).find((one) => EDITS[one].includes(word.toLowerCase()));

/** So many words, no more and no fewer. */
const exactly = ({ verb, words }: Words, count: number): string[] => {
  if (words.length !== count) throw new UsageError('library_edit_usage', { verb });
  return [...words];
};

const two = (given: Words): { id: string; word: string } => {
  const [first, word = ''] = exactly(given, 2);
  return { id: nodeOf(given, first), word };
};

const behind = (given: Words): string | null => {
  const after = given.options.get('after');
  return after === undefined ? null : nodeOf(given, after);
};

/** Where to: a group, the top, or beside another of the same parent. */
const move = (given: Words): LibraryEdit => {
  const { tree, words, options } = given;
  const after = behind(given);
  if (options.has('top')) return { do: 'move', id: nodeOf(given, exactly(given, 1)[0]), under: null, after };
  if (after !== null && words.length === 1)
    return { do: 'move', id: nodeOf(given, words[0]), under: tree.node(after)?.parent ?? null, after };
  const { id, word } = two(given);
  return { do: 'move', id, under: nodeOf(given, word), after };
};

/** The node out of use that a word names: also one that became part of another, for which the word otherwise stands. */
const outOfUse = ({ library, tree }: Words, word: string): string | undefined => {
  const key = nameKey(word);
  const called = (node: TagNode) => [...spellingsOf(node), tree.label(node.id), tree.label(node.id, 'en')];
  const found = library.nodes.filter((node) => node.archived && called(node).some((one) => nameKey(one) === key));
  return found.length === 1 ? found[0]?.id : undefined;
};

const READ: Record<LibraryEdit['do'], (given: Words) => LibraryEdit> = {
  add: (given) => ({ do: 'add', ...readNewcomer(given), after: behind(given) }),
  rename: (given) => {
    const { id, word } = two(given);
    return { do: 'rename', id, name: readName(word), lang: given.lang };
  },
  alias: (given) => {
    const { id, word } = two(given);
    return { do: 'alias', id, name: readName(word) };
  },
  define: (given) => ({ do: 'define', id: nodeOf(given, given.words[0]), text: readText(given.words.slice(1).join(' ')) }),
  move,
  colour: (given) => {
    const { id, word } = two(given);
    return { do: 'colour', id, colour: readColour(word) };
  },
  ttl: (given) => {
    const { id, word } = two(given);
    return { do: 'ttl', id, days: readTtl(word) };
  },
  archive: (given) => ({ do: 'archive', id: nodeOf(given, given.words.join(' ')) }),
  restore: (given) => {
    const word = given.words.join(' ');
    return { do: 'restore', id: outOfUse(given, word) ?? nodeOf(given, word) };
  },
  merge: (given) => {
    const { id, word } = two(given);
    return { do: 'merge', id, into: nodeOf(given, word) };
  },
};

/** The options that mean something to an edit, beside `--yes`. */
const MEANT: Partial<Record<LibraryEdit['do'], string[]>> = { add: [...EDIT_OPTIONS, 'group'], move: ['after', 'top'] };

/** Reads the words behind the verb into an edit of this library. @throws UsageError for words or options that mean nothing to it. */
export const readEdit = (verb: LibraryEdit['do'], { words, options }: Args, library: Library, lang: Lang): LibraryEdit => {
  const meant = ['yes', ...(MEANT[verb] ?? [])];
  if ([...options.keys()].some((option) => !meant.includes(option))) throw new UsageError('library_edit_usage', { verb });
  return READ[verb]({ verb, words: words.slice(1), options, library, tree: createTagTree(library), lang });
};
