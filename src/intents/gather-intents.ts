import type { Problem } from '../errors.ts';
import { phraseKey } from '../match/phrase-key.ts';
import type { Example } from './example.ts';
import type { IntentFile } from './intent-file.ts';

/** An intent of all its files. */
export interface Intent {
  id: string;
  /** Ids of tags of the library, all given at the same moment; none for an intent that tags nobody. */
  tags: string[];
}

/** More examples than this are not written by people; training on them would take minutes. */
export const MOST_GATHERED = 50_000;

/** The place of an example that says the same, whatever its width, case, script and white space. */
interface Place {
  id: string;
  file: string;
  line: number | null;
}

const repeated = (files: readonly IntentFile[]): Problem[] => {
  const places = new Map<string, Place>();
  return files.flatMap(({ file, id, examples }) =>
    examples.flatMap(({ text, line }, i) => {
      const key = phraseKey(text);
      const before = places.get(key);
      if (!before) places.set(key, { id, file, line });
      if (!before) return [];
      const message =
        before.id === id
          ? `Take it out: ${before.file} line ${before.line} says the same.`
          : `Choose one intent: ${before.file} line ${before.line} says the same.`;
      return [{ file, line, field: `examples[${i}]`, message }];
    }),
  );
};

/** Puts the files of all languages together: the intents, their examples, and what is wrong between the files. */
export const gatherIntents = (files: readonly IntentFile[]): { intents: Intent[]; examples: Example[]; problems: Problem[] } => {
  const intents = new Map<string, Intent & { file: string }>();
  const problems = repeated(files);
  let count = 0;
  for (const { file, id, tags, examples, lines } of files) {
    const before = intents.get(id);
    if (!before) intents.set(id, { id, tags, file });
    else if (before.tags.join() !== tags.join())
      problems.push({
        file,
        line: lines.tags,
        field: 'tags',
        message: `Choose the same tags: ${before.file} gives this intent others.`,
      });
    count += examples.length;
    if (count > MOST_GATHERED && count - examples.length <= MOST_GATHERED)
      problems.push({ file, line: null, field: 'examples', message: `Keep at most ${MOST_GATHERED} examples in all files.` });
  }
  return {
    intents: [...intents.values()].map(({ id, tags }) => ({ id, tags })),
    examples: files.flatMap(({ id, examples }) => examples.map(({ text }) => ({ text, label: id }))),
    problems,
  };
};
