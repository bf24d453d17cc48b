import { commandNamed } from '../commands/index.ts';
import { readArgs } from '../commands/read-args.ts';
import { UsageError } from '../errors.ts';
import { colourful, writeReply } from './output.ts';
import type { Verb } from './verb.ts';
import { verbName } from './verb-name.ts';

/** Help is made from the list of verbs, so that it cannot fall behind it. */
export const createHelp = (verbs: Readonly<Record<string, () => Promise<Verb>>>): Verb => ({
  name: 'help',
  usage: { zh: 'help [命令]', en: 'help [VERB]' },
  summary: { zh: '能用的命令和它们的意思', en: 'what can be typed, and what it does' },
  run: async (call) => {
    const { lang } = call.global;
    const [word, ...others] = readArgs(call.args).words;
    if (others.length > 0) throw new UsageError('help_usage');
    const names = Object.keys(verbs);
    const shown = word === undefined ? names : [verbName(word.replace(/^\//, ''), names)];
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
