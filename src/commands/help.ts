import { nearWord } from '../domain/near-word.ts';
import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';
import { readArgs } from './read-args.ts';

const isCalled = (word: string) => {
  const bare = word.replace(/^\//, '');
  return ({ name, aliases }: Command): boolean => name === bare.toLowerCase() || aliases.includes(bare);
};

const nearest = (word: string, known: readonly Command[]): string =>
  nearWord(
    word,
    known.flatMap(({ name, aliases }) => [name, ...aliases]),
  ) ?? 'help';

/** Help is made from the list of commands, so that it cannot fall behind it. */
export const createHelp = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  aliases: ['帮助'],
  usage: { zh: 'help [命令]', en: 'help [COMMAND]' },
  summary: { zh: '能说的话和它们的意思', en: 'what can be said, and what it does' },
  writes: false,
  run: async ({ lang }, args) => {
    const [word, ...others] = readArgs(args).words;
    if (others.length > 0) throw new UsageError('help_usage');
    const known = commands();
    const asked = word === undefined ? known : known.filter(isCalled(word));
    if (asked.length === 0) throw new UsageError('unknown_verb', { verb: word ?? '', near: nearest(word ?? '', known) });
    return {
      kind: 'help',
      doc: {
        commands: asked.map(({ name, aliases, usage, summary }) => ({
          name,
          aliases,
          usage: usage[lang],
          summary: summary[lang],
        })),
      },
    };
  },
});
