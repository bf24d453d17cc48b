import { commandNamed, commands } from '../commands/index.ts';
import { nearWord } from '../domain/near-word.ts';
import { UsageError } from '../errors.ts';

/**
 * The name of the verb that a word means: a verb's own name, or a command's in whatever spelling.
 * @throws UsageError naming the nearest one.
 */
export const verbName = (word: string, verbs: readonly string[]): string => {
  const name = commandNamed(word)?.name ?? word;
  if (verbs.includes(name)) return name;
  const near = nearWord(word, [...verbs, ...commands.flatMap(({ aliases }) => aliases)]);
  throw new UsageError('unknown_verb', { verb: word, near: near ?? 'help' });
};
