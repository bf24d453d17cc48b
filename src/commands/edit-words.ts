import type { LibraryEdit } from '../domain/library-edit.ts';
import type { Library } from '../domain/tag.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { ProblemsError, UsageError, UserError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { name as nameField } from '../tagging/library-fields.ts';
import type { Lang } from './command.ts';
import { findTag } from './find-tag.ts';
import type { Args } from './read-args.ts';

/** What an edit is read from: the words behind its verb, in this library. */
export interface Words {
  verb: LibraryEdit['do'];
  words: readonly string[];
  options: Args['options'];
  library: Library;
  tree: TagTree;
  lang: Lang;
}

/** The node that a word means, which a product may not have made. */
export const nodeOf = ({ library, tree, lang }: Words, word: string | undefined): string => {
  const id = findTag(tree, word);
  if (!library.nodes.some((node) => node.id === id)) throw new UserError('tag_of_product', { tag: tree.label(id, lang) });
  return id;
};

/** A name of a tag or group, cleaned. @throws ProblemsError `library_refused` where it cannot be one. */
export const readName = (word: string): string => {
  if (redact(word) !== word) throw new UserError('no_id_numbers', { field: 'library' });
  const parsed = nameField.safeParse(word);
  if (parsed.success) return parsed.data;
  throw new ProblemsError(
    'library_refused',
    parsed.error.issues.map(({ message }) => ({ file: '', line: null, field: '', message })),
  );
};

/** A definition, on one line. */
export const readText = (text: string): string => {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '' || line.length > 400) throw new UsageError('definition_usage');
  if (redact(line) !== line) throw new UserError('no_id_numbers', { field: 'library' });
  return line;
};
