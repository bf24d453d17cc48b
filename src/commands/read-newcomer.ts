import type { LibraryEdit } from '../domain/library-edit.ts';
import type { TagNode } from '../domain/tag.ts';
import { UsageError, UserError } from '../errors.ts';
import { nodeOf, readName, readText, type Words } from './edit-words.ts';
import type { Args } from './read-args.ts';
import { readColour, readTtl } from './tag-looks.ts';

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

/** Reads a new node, which must not be there yet. */
export const readNewcomer = (given: Words): Pick<Extract<LibraryEdit, { do: 'add' }>, 'kind' | 'name' | 'under' | 'fields'> => {
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
