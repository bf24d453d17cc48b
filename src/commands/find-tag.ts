import type { TagTree } from '../domain/tag-tree.ts';
import { UsageError, UserError } from '../errors.ts';
import { typedLabel } from '../segments/typed-name.ts';

/**
 * The tag that a word means.
 * @throws UserError with the candidates when it is unknown or ambiguous.
 */
export const findTag = (tree: TagTree, word: string | undefined): string => {
  if (word === undefined || word.trim() === '') throw new UsageError('tag_missing');
  const meaning = tree.resolve(word);
  if (meaning.kind === 'one') return meaning.id;
  const ids = meaning.kind === 'ambiguous' ? meaning.ids : meaning.near;
  const choices = ids.map((id) => typedLabel(id, tree, 'zh')).join('、');
  const choicesEn = ids.map((id) => typedLabel(id, tree, 'en')).join(', ');
  if (meaning.kind === 'ambiguous') throw new UserError('ambiguous_tag', { tag: word, choices, choicesEn });
  throw new UserError(choices === '' ? 'unknown_tag' : 'unknown_tag_near', { name: word, choices, choicesEn });
};
