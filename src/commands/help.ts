import type { Command } from './command.ts';

/** Help is made from the list of commands, so that it cannot fall behind it. */
export const createHelp = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  aliases: ['帮助'],
  usage: { zh: 'help [命令]', en: 'help [COMMAND]' },
  summary: { zh: '能说的话和它们的意思', en: 'what can be said, and what it does' },
  writes: false,
  run: async ({ lang }, [word]) => {
    const known = commands();
    const asked = known.filter((one) => one.name === word || one.aliases.includes(word ?? ''));
    return {
      kind: 'help',
      doc: {
        commands: (asked.length > 0 ? asked : known).map(({ name, aliases, usage, summary }) => ({
          name,
          aliases,
          usage: usage[lang],
          summary: summary[lang],
        })),
      },
    };
  },
});
