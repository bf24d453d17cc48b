import { commandNamed } from '../commands/index.ts';
import { editDistance } from '../domain/edit-distance.ts';
import { TagwiseError as Known, type TagwiseError, UsageError } from '../errors.ts';
import { verbs } from './index.ts';
import { readGlobal } from './read-global.ts';
import { spokenError } from './spoken-error.ts';
import type { Global, Process, Verb } from './verb.ts';

const verbNamed = (word: string): Promise<Verb> => {
  const verb = verbs[commandNamed(word)?.name ?? word];
  if (verb) return verb();
  const [near = 'help'] = Object.keys(verbs).sort((a, b) => editDistance(a, word) - editDistance(b, word));
  const close = editDistance(near, word) <= Math.max(2, word.length / 3);
  throw new UsageError('unknown_verb', { verb: word, near: close ? near : 'help' });
};

const tell = ({ stdout, stderr }: Process, error: TagwiseError, { json, lang }: Pick<Global, 'json' | 'lang'>) => {
  const { code, message, hint } = spokenError(error, lang);
  if (json)
    stdout.write(
      `${JSON.stringify({ error: { code, message, hint, ...('problems' in error ? { problems: error.problems } : {}) } })}\n`,
    );
  else stderr.write(`${message}\n${hint === '' ? '' : `${hint}\n`}`);
};

/** What shells give a program that Ctrl-C ended. */
const STOPPED = 130;

/**
 * Runs one call of the command line and gives its exit code: 0 done, 1 cannot be done, 2 wrong usage, 3 something around it is
 * missing. An error that nobody foresaw becomes a sentence with a reference into the log.
 */
export const run = async (process: Process, argv: readonly string[]): Promise<number> => {
  let said: Pick<Global, 'json' | 'lang'> = { json: argv.includes('--json'), lang: 'en' };
  try {
    const { global, rest } = readGlobal(argv, process.env);
    said = global;
    const [word = 'help', ...args] = rest;
    const verb = await verbNamed(word.replace(/^\/|^--(?=help$)/, ''));
    return await verb.run({ process, global, args });
  } catch (error) {
    // Stopped by somebody: what was kept is kept, and the next run goes on.
    if (process.signal.aborted) return STOPPED;
    const known = error instanceof Known ? error : (await import('./unforeseen.ts')).unforeseen(process, error);
    tell(process, known, said);
    return known.exit;
  }
};
