import { spokenError } from '../commands/spoken-error.ts';
import { TagwiseError as Known, type ProblemsError, type TagwiseError } from '../errors.ts';
import { problemsIn } from '../text/problem-words.ts';
import { verbs } from './index.ts';
import { langOf, readGlobal } from './read-global.ts';
import type { Global, Process, Verb } from './verb.ts';
import { verbName } from './verb-name.ts';

/** The verb of a call and its words; `VERB --help` is `help VERB`, as everywhere else. */
const verbOf = async ([word = 'help', ...args]: readonly string[]): Promise<{ verb: Verb | undefined; args: string[] }> => {
  const name = verbName(word.replace(/^\/|^--(?=help$)/, ''), Object.keys(verbs));
  const end = args.indexOf('--');
  const asked = args.slice(0, end < 0 ? args.length : end).includes('--help');
  return asked ? { verb: await verbs['help']?.(), args: [name] } : { verb: await verbs[name]?.(), args };
};

const tell = (
  { stdout, stderr }: Process,
  error: TagwiseError | ProblemsError,
  { json, lang }: Pick<Global, 'json' | 'lang'>,
) => {
  const { code, message, hint } = spokenError(error, lang);
  if (json)
    stdout.write(
      `${JSON.stringify({ error: { code, message, hint, ...('problems' in error ? { problems: problemsIn(error.problems, lang) } : {}) } })}\n`,
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
  let said: Pick<Global, 'json' | 'lang'> = {
    json: argv.includes('--json'),
    lang: langOf(argv, process.env),
  };
  try {
    const { global, rest } = readGlobal(argv, process.env);
    said = global;
    const { verb, args } = await verbOf(rest);
    return verb ? await verb.run({ process, global, args }) : 1;
  } catch (error) {
    // Stopped by somebody: what was kept is kept, and the next run goes on.
    if (process.signal.aborted) return STOPPED;
    const known = error instanceof Known ? error : (await import('./unforeseen.ts')).unforeseen(process, error);
    tell(process, known, said);
    return known.exit;
  }
};
