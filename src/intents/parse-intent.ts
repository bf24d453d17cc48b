import { issueMessage } from '../domain/issue-message.ts';
import { readYaml } from '../domain/read-yaml.ts';
import type { Problem } from '../errors.ts';
import { phraseKey } from '../match/phrase-key.ts';
import { type IntentFile, intentSchema } from './intent-file.ts';

const FIELDS = Object.keys(intentSchema.shape).join(', ');

const fieldName = (path: readonly PropertyKey[]): string =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : String(key))).join('');

/** `zh/ask-price.yaml` is the place of ask_price. */
const idOf = (file: string): string =>
  file
    .replace(/^.*\//, '')
    .replace(/\.ya?ml$/i, '')
    .replaceAll('-', '_');

/**
 * Reads the text of one file of examples. Gives the intent, or everything that is wrong with it.
 * @param tagId resolves what the file calls a tag to the id of a tag in the library.
 */
export const parseIntent = (options: {
  file: string;
  text: string;
  tagId: (name: string) => string | undefined;
}): IntentFile | Problem[] => {
  const { file, text, tagId } = options;
  const read = readYaml({ text, file });
  if (Array.isArray(read)) return read;
  const { value, lineOf } = read;
  const at = (field: string, line: number | null, message: string): Problem => ({ file, line, field, message });
  const parsed = intentSchema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? at(issue.keys.join(', '), lineOf([issue.keys[0] ?? '']), `Take it out. The fields here are: ${FIELDS}.`)
        : at(fieldName(issue.path), lineOf(issue.path), issueMessage(issue)),
    );
  const { intent: id, tags, examples } = parsed.data;
  const lines = { intent: lineOf(['intent']), tags: lineOf(['tags']) };
  const problems: Problem[] = [];
  if (id !== idOf(file)) problems.push(at('intent', lines.intent, 'Call the file as the intent: the two differ.'));
  const known = tags.flatMap((name, i) => {
    const tag = tagId(name);
    if (tag === undefined)
      problems.push(at(`tags[${i}]`, lineOf(['tags', i]), 'Use the id or name of a tag in the library, or add the tag there.'));
    return tag ?? [];
  });
  const placed = examples.map((example, i) => ({ text: example, line: lineOf(['examples', i]) }));
  placed.forEach((example, i) => {
    if (phraseKey(example.text) === '')
      problems.push(at(`examples[${i}]`, example.line, 'Write a message that can be seen, or take the line out.'));
  });
  return problems.length > 0 ? problems : { file, id, tags: [...new Set(known)].sort(), examples: placed, lines };
};
