import type { Context } from '../../src/commands/command.ts';
import { commandNamed } from '../../src/commands/index.ts';
import { splitWords } from '../../src/commands/split-words.ts';
import type { Actor, Role } from '../../src/domain/person.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { TagwiseError } from '../../src/errors.ts';
import { openStreet } from './open-street.ts';

export const person = (id: string, role: Role): Actor => ({ id, name: id, role });
export const HUA = person('Hua', 'manager');
export const LI = person('Li', 'agent');
export const KAN = person('Kan', 'viewer');

/** People at one desk who type commands, on a fresh database with the shipped library, packs and rules. */
export const openDesk = async (options: Parameters<typeof openStreet>[0] = {}) => {
  const street = await openStreet(options);
  const { app } = street;
  const give = (actor: Actor, line: string, more: Partial<Context> = {}): Promise<Reply> => {
    const [name = ''] = splitWords(line);
    const command = commandNamed(name);
    const args = splitWords(line, command?.query).slice(1);
    if (!command) throw new Error(name);
    return command.run({ app, actor, lang: 'zh', atHand: null, ...more }, args);
  };
  return {
    app,
    street,
    give,
    /** Gives a command, and says yes to the question that it puts. */
    confirm: async (actor: Actor, line: string): Promise<Reply> => {
      const asked = await give(actor, line);
      if (asked.kind !== 'asked') throw new Error(`not asked: ${JSON.stringify(asked)}`);
      return give(actor, line, { told: asked.token });
    },
    /** The code of the error, or `done`. */
    code: (...given: Parameters<typeof give>): Promise<string> =>
      give(...given).then(
        () => 'done',
        (error) => {
          if (error instanceof TagwiseError) return error.code;
          throw error;
        },
      ),
    carried: async (id: string): Promise<string[]> => {
      const [held] = await app.store.customers.load([id]);
      return held?.tagIds ?? [];
    },
    denials: async (): Promise<string[]> => {
      const rows = await app.store.ledger.newest({}, 100);
      return rows.filter(({ action }) => action === 'denied').map(({ actor, tag, denial }) => `${actor} ${denial} ${tag}`.trim());
    },
  };
};
