import { nearWord } from '../domain/near-word.ts';
import { UsageError } from '../errors.ts';

export interface Args {
  words: string[];
  /** The last value of each. */
  options: Map<string, string>;
  /** Every value of those that were given several times. */
  all: Map<string, string[]>;
}

/** What the command line takes out of every verb's words before they come here, where it is spelt right. */
const EVERYWHERE = ['json', 'as', 'role', 'lang', 'config', 'help'];

const unknown = (option: string, name: string, known: readonly string[]): UsageError => {
  const near = nearWord(name, [...known, ...EVERYWHERE]);
  return new UsageError('unknown_option', { option, near: near === null ? '' : `--${near}` });
};

/** One option, and whether its value is the word after it. */
const readOption = (arg: string, next: string | undefined, valued: readonly string[], flags: readonly string[]) => {
  const [name = '', inline] = arg.slice(2).split(/=(.*)/s, 2);
  if (flags.includes(name)) {
    if (inline !== undefined) throw new UsageError('option_without_value', { option: `--${name}` });
    return { name, value: '', took: 0 };
  }
  if (!valued.includes(name)) throw unknown(arg, name, [...valued, ...flags]);
  const value = inline ?? next;
  if (value === undefined) throw new UsageError('option_needs_value', { option: `--${name}` });
  return { name, value, took: inline === undefined ? 1 : 0 };
};

/**
 * Parts a command's words from its options. Options are `--words`, recognised anywhere; a word with one dash belongs to the query
 * or tag list. After `--` everything is a word.
 * @param valued options that take a value; @param flags options that do not.
 * @throws UsageError for an unknown option, a missing value, or a value where none belongs.
 */
export const readArgs = (args: readonly string[], valued: readonly string[] = [], flags: readonly string[] = []): Args => {
  const result: Args = { words: [], options: new Map(), all: new Map() };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--') return { ...result, words: [...result.words, ...args.slice(i + 1)] };
    if (!arg.startsWith('--')) {
      result.words.push(arg);
      continue;
    }
    const { name, value, took } = readOption(arg, args[i + 1], valued, flags);
    result.options.set(name, value);
    result.all.set(name, [...(result.all.get(name) ?? []), value]);
    i += took;
  }
  return result;
};
