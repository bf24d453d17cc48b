import { commandNamed } from '../commands/index.ts';
import type { Reply } from '../domain/reply.ts';
import { UsageError } from '../errors.ts';
import type { Asking } from './route.ts';

type Doc<K extends Reply['kind']> = Extract<Reply, { kind: K }>['doc'];

/**
 * Gives a command as the caller and gives its document. `options` come before the words, and nothing in the words is an option,
 * however it looks.
 */
export const give = async <K extends Reply['kind']>(
  { app, caller: { actor }, lang }: Pick<Asking, 'app' | 'caller' | 'lang'>,
  kind: K,
  name: string,
  { options = [], words = [], atHand = null }: { options?: string[]; words?: string[]; atHand?: string | null },
): Promise<Doc<K>> => {
  const command = commandNamed(name);
  if (!command) throw new UsageError('unknown_verb', { verb: name, near: 'help' });
  const reply = await command.run({ app, actor, lang, atHand }, [...options, '--', ...words]);
  if (reply.kind !== kind) throw new Error(`${name} answers ${reply.kind}`);
  return reply.doc as Doc<K>;
};

/** An option with its value; none where it was not asked for. */
export const option = (name: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [`--${name}=${value}`];

export const flag = (name: string, on: boolean | undefined): string[] => (on ? [`--${name}`] : []);
