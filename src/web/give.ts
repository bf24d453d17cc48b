import { commandNamed } from '../commands/index.ts';
import type { Reply } from '../domain/reply.ts';
import { UsageError } from '../errors.ts';
import type { Asking } from './route.ts';

type Doc<K extends Reply['kind']> = Extract<Reply, { kind: K }>['doc'];

type Who = Pick<Asking, 'app' | 'caller' | 'lang'>;

interface Given {
  options?: string[];
  words?: string[];
  atHand?: string | null;
  /** The token of the question that this says yes to. */
  told?: string | undefined;
}

/** The same where it may also put a question first: the whole reply. */
export const giveWhole = async (
  { app, caller: { actor }, lang }: Who,
  name: string,
  { options = [], words = [], atHand = null, told }: Given,
): Promise<Reply> => {
  const command = commandNamed(name);
  if (!command) throw new UsageError('unknown_verb', { verb: name, near: 'help' });
  return command.run({ app, actor, lang, atHand, told }, [...options, '--', ...words]);
};

/**
 * Gives a command as the caller and gives its document. `options` come before the words, and nothing in the words is an option,
 * however it looks.
 */
export const give = async <K extends Reply['kind']>(asking: Who, kind: K, name: string, given: Given): Promise<Doc<K>> => {
  const reply = await giveWhole(asking, name, given);
  if (reply.kind !== kind) throw new Error(`${name} answers ${reply.kind}`);
  return reply.doc as Doc<K>;
};

/** An option with its value; none where it was not asked for. */
export const option = (name: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [`--${name}=${value}`];

export const flag = (name: string, on: boolean | undefined): string[] => (on ? [`--${name}`] : []);
