import { handbookEntry } from '../answers/handbook-answer.ts';
import type { App } from '../app.ts';
import type { HandbookEntry } from '../domain/handbook.ts';
import { nearWord } from '../domain/near-word.ts';
import { UsageError } from '../errors.ts';
import type { Command, Lang } from './command.ts';
import { findTag } from './find-tag.ts';
import { readArgs } from './read-args.ts';

const isCalled = (word: string) => {
  const bare = word.replace(/^\//, '');
  return ({ name, aliases }: Command): boolean => name === bare.toLowerCase() || aliases.includes(bare);
};

const nearCommand = (word: string, known: readonly Command[]): string | null =>
  nearWord(
    word,
    known.flatMap(({ name, aliases }) => [name, ...aliases]),
  );

/**
 * The tag that a word means, or null where a command or nothing at all is nearer.
 * @throws UserError with the candidates for several tags, or near ones.
 */
const tagMeant = ({ inForce }: App, word: string, known: readonly Command[]): string | null => {
  const tree = inForce.tree();
  const bare = word.replace(/^\//, '');
  const meaning = tree.resolve(bare);
  if (meaning.kind === 'one') return meaning.id;
  const lost = meaning.kind === 'unknown' && (meaning.near.length === 0 || nearCommand(bare, known) !== null);
  return lost ? null : findTag(tree, bare);
};

/** What the handbook says of the tag that words mean. @throws UsageError, or UserError with the candidates, where they mean none. */
const entryOf = (app: App, words: readonly string[], known: readonly Command[], lang: Lang): HandbookEntry => {
  const word = words.join(' ');
  const tag = tagMeant(app, word, known);
  const entry = tag === null ? null : handbookEntry(app, tag, lang);
  if (entry) return entry;
  throw words.length > 1
    ? new UsageError('help_usage')
    : new UsageError('unknown_verb', { verb: word, near: nearCommand(word, known) ?? 'help' });
};

/** Help is made from the list of commands, so that it cannot fall behind it. */
export const createHelp = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  aliases: ['帮助'],
  usage: { zh: 'help [命令|标签]', en: 'help [COMMAND|TAG]' },
  summary: {
    zh: '能说的话和它们的意思；写上标签，就说这个标签什么意思、何时用',
    en: 'what can be said, and what it does; with a tag, what that means and when to use it',
  },
  writes: false,
  run: async ({ app, lang }, args) => {
    const { words } = readArgs(args);
    const word = words.join(' ');
    const known = commands();
    const asked = words.length === 0 ? known : known.filter(isCalled(word));
    if (asked.length === 0) return { kind: 'handbook_entry', doc: entryOf(app, words, known, lang) };
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
