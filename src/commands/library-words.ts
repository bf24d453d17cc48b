import type { LibraryEdit } from '../domain/library-edit.ts';
import type { Library, TagNode } from '../domain/tag.ts';
import { nameKey } from '../domain/tag-name.ts';
import { spellingsOf } from '../domain/tag-names.ts';
import { createTagTree, type TagTree } from '../domain/tag-tree.ts';
import { ProblemsError, UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { name as nameField } from '../tagging/library-fields.ts';
import type { Lang } from './command.ts';
import { findTag } from './find-tag.ts';
import type { Args } from './read-args.ts';
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

const readName = (word: string): string => {
  if (redact(word) !== word) throw new UserError('no_id_numbers', { field: 'library' });
  const parsed = nameField.safeParse(word);
  if (parsed.success) return parsed.data;
  throw new ProblemsError(
    'library_refused',
    parsed.error.issues.map(({ message }) => ({ file: '', line: null, field: '', message })),
  );
};

const readText = (text: string): string => {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '' || line.length > 400) throw new UsageError('definition_usage');
  if (redact(line) !== line) throw new UserError('no_id_numbers', { field: 'library' });
  return line;
};

/** What else was said of a new node. */
const looksOf = (options: Args['options']): Partial<TagNode> => {
  const said = <T>(read: (word: string) => T, ...names: string[]): T | undefined => {
    const word = names.flatMap((name) => options.get(name) ?? [])[0];
    return word === undefined ? undefined : read(word);
  };
  const looks = {
    ...{ en: said(readName, 'en'), definition: said(readText, 'definition'), colour: said(readColour, 'colour', 'color') },
    ttlDays: said(readTtl, 'ttl') ?? undefined,
  };
  return Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined));
};

/** A name and where it goes: `group:name`, or the name and `--in GROUP`; a new group may stand at the top. */
const placeOf = ({ words, options }: Words): { name: string; above: string | undefined } => {
  const whole = words.join(' ');
  const within = options.get('in');
  const [, above, below] = /^(.+)[:：]([^:：]+)$/s.exec(whole) ?? [];
  return within === undefined && below !== undefined ? { name: below, above } : { name: whole, above: within };
};

const newcomer = (given: Words): Pick<Extract<LibraryEdit, { do: 'add' }>, 'kind' | 'name' | 'under' | 'fields'> => {
  const { options, tree } = given;
  const kind = options.has('group') ? 'group' : 'tag';
  const { name: word, above } = placeOf(given);
  if (word === '' || (above === undefined && kind === 'tag')) throw new UsageError('library_edit_usage', { verb: 'add' });
  const name = readName(word);
  const under = above === undefined ? null : nodeOf(given, above);
  const there = tree.resolve(under === null ? name : `${under}:${name}`);
  const taken = there.kind === 'one' && tree.groupOf(there.id) === under && tree.node(there.id)?.archived !== true;
  if (taken) throw new UserError('tag_exists', { tag: tree.label(there.id) });
  return { kind, name, under, fields: looksOf(options) };
};

/** What an edit is read from: the words behind its verb, in this library. */
interface Words {
  verb: LibraryEdit['do'];
  words: readonly string[];
  options: Args['options'];
  library: Library;
  tree: TagTree;
  lang: Lang;
}

/** The node that a word means, which a product may not have made. */
const nodeOf = ({ library, tree, lang }: Words, word: string | undefined): string => {
  const id = findTag(tree, word);
  if (!library.nodes.some((node) => node.id === id)) throw new UserError('tag_of_product', { tag: tree.label(id, lang) });
  return id;
};

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
  add: (given) => ({ do: 'add', ...newcomer(given), after: behind(given) }),
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
