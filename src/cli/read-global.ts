import type { Lang } from '../commands/command.ts';
import { UsageError } from '../errors.ts';
import type { Global } from './verb.ts';

const VALUED = new Set(['as', 'role', 'lang', 'config']);

const fromEnvironment = (env: NodeJS.ProcessEnv): Lang =>
  (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase().startsWith('zh') ? 'zh' : 'en';

const readLang = (text: string | undefined, env: NodeJS.ProcessEnv): Lang => {
  if (text === undefined) return fromEnvironment(env);
  if (text !== 'zh' && text !== 'en') throw new UsageError('bad_lang');
  return text;
};

/** The language for whoever gave the words wrongly: as far as they say one. */
export const langOf = (argv: readonly string[], env: NodeJS.ProcessEnv): Lang => {
  const said = argv.flatMap((arg, i) => (arg === '--lang' ? [argv[i + 1]] : (/^--lang=(.*)$/s.exec(arg)?.slice(1) ?? []))).at(-1);
  return said === 'zh' || said === 'en' ? said : fromEnvironment(env);
};

const bare = (name: string, inline: string | undefined): true => {
  if (inline !== undefined) throw new UsageError('option_without_value', { option: `--${name}` });
  return true;
};

/**
 * Takes the options that every verb understands out of the words, wherever they stand; the rest goes to the verb.
 * @throws UsageError for a missing value or an unknown language.
 */
export const readGlobal = (argv: readonly string[], env: NodeJS.ProcessEnv): { global: Global; rest: string[] } => {
  const found = new Map<string, string>();
  const rest: string[] = [];
  let json = false;
  for (let i = 0; i < argv.length; i += 1) {
    const arg = argv[i] ?? '';
    const [name = '', inline] = arg.startsWith('--') ? arg.slice(2).split(/=(.*)/s, 2) : [];
    if (arg === '--') return { global: globalOf(), rest: [...rest, ...argv.slice(i)] };
    if (name === 'json') json = bare(name, inline);
    else if (VALUED.has(name)) {
      const value = inline ?? argv[++i];
      if (value === undefined) throw new UsageError('option_needs_value', { option: `--${name}` });
      found.set(name, value);
    } else rest.push(arg);
  }
  return { global: globalOf(), rest };

  function globalOf(): Global {
    return {
      json,
      as: found.get('as'),
      role: found.get('role'),
      lang: readLang(found.get('lang'), env),
      config: found.get('config'),
    };
  }
};
