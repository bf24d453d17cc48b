import { commandNamed } from '../commands/index.ts';
import { readArgs } from '../commands/read-args.ts';
import { TagwiseError, UsageError } from '../errors.ts';
import { colourful, writeReply } from './output.ts';
import type { Call, Verb } from './verb.ts';
import { verbName } from './verb-name.ts';

/** The verb that a word means, or the error that names the nearest one. */
const verbCalled = (word: string, names: readonly string[]): string | UsageError => {
  try {
    return verbName(word, names);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
};

/** What is no verb may be a tag of the library; where it is none, the nearest verb comes before the nearest tag. */
const helpWithTag = async (call: Call, word: string, unknown: UsageError): Promise<0 | 1> => {
  const [{ commandVerb }, { hasDatabase }, { shippedLibrary }, { createTagTree }] = await Promise.all([
    import('./command-verb.ts'),
    import('./library-at-hand.ts'),
    import('./open-library.ts'),
    import('../domain/tag-tree.ts'),
  ]);
  // No database is fetched for a word that cannot be a tag: without one, the library is the shipped one.
  if (!(await hasDatabase(call)) && createTagTree(await shippedLibrary(call.process.root)).resolve(word).kind === 'unknown')
    throw call.args.length > 1 && /\s/.test(word) ? new UsageError('help_usage') : unknown;
  try {
    return await commandVerb('help').run(call);
  } catch (error) {
    const lost = error instanceof TagwiseError && ['unknown_verb', 'unknown_tag_near'].includes(error.code);
    throw lost && unknown.params['near'] !== 'help' ? unknown : error;
  }
};

/** Help is made from the list of verbs, so that it cannot fall behind it. */
export const createHelp = (verbs: Readonly<Record<string, () => Promise<Verb>>>): Verb => ({
  name: 'help',
  usage: { zh: 'help [命令|标签]', en: 'help [VERB|TAG]' },
  summary: {
    zh: '能用的命令和它们的意思；写上标签，就说这个标签什么意思、何时用',
    en: 'what can be typed, and what it does; with a tag, what that means and when to use it',
  },
  run: async (call) => {
    const { lang } = call.global;
    const { words } = readArgs(call.args);
    const word = words.length === 0 ? undefined : words.join(' ').replace(/^\//, '');
    const names = Object.keys(verbs);
    const verb = word === undefined ? null : verbCalled(word, names);
    if (verb instanceof UsageError) return helpWithTag(call, word ?? '', verb);
    const shown = verb === null ? names : [verb];
    const all = await Promise.all(shown.map((one) => verbs[one]?.()));
    const commands = all.flatMap((verb) =>
      verb
        ? [
            {
              name: verb.name,
              aliases: commandNamed(verb.name)?.aliases ?? [],
              usage: verb.usage[lang],
              summary: verb.summary[lang],
            },
          ]
        : [],
    );
    writeReply(call, { kind: 'help', doc: { commands } }, { lang, colour: colourful(call), zone: 'UTC', now: 0 });
    return 0;
  },
});
