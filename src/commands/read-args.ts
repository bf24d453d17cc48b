import { UsageError } from '../errors.ts';

export interface Args {
  words: string[];
  options: Map<string, string>;
}

/**
 * Parts a command's words from its options. Options are `--words`, recognised anywhere; a word with one dash belongs to the query
 * or tag list. After `--` everything is a word.
 * @param valued options that take a value; @param flags options that do not.
 * @throws UsageError for an unknown option or a missing value.
 */
export const readArgs = (args: readonly string[], valued: readonly string[] = [], flags: readonly string[] = []): Args => {
  const result: Args = { words: [], options: new Map() };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--') return { ...result, words: [...result.words, ...args.slice(i + 1)] };
    if (!arg.startsWith('--')) {
      result.words.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s, 2);
    if (flags.includes(name)) result.options.set(name, '');
    else if (!valued.includes(name)) throw new UsageError('unknown_option', { option: arg });
    else {
      const value = inline ?? args[++i];
      if (value === undefined) throw new UsageError('option_needs_value', { option: `--${name}` });
      result.options.set(name, value);
    }
  }
  return result;
};
