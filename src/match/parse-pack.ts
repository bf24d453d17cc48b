import type { z } from 'zod';
import { type Read, readYaml } from '../domain/read-yaml.ts';
import type { Problem } from '../errors.ts';
import { type KeywordPack, packSchema } from './keyword-pack.ts';
import { phraseKey } from './phrase-key.ts';

type LineOf = Read['lineOf'];

const fieldName = (path: readonly PropertyKey[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

/** The schema's own sentences for a wrong type or a missing field name types only; the others are ours. Neither holds a value. */
function issueMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return 'Take out the field that a pack does not have: topic, tags, needs, demand, phrases, except, alone, hits, misses.';
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.expected === 'string') return 'Write text here; put it in quotes if it looks like a number, true, false or null.';
  if (issue.expected === 'array') return 'Write a list here, one item a line after a dash.';
  return `Write a value of type ${issue.expected} here.`;
}

function repeatedPhrases(file: string, phrases: string[], lineOf: LineOf): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  phrases.forEach((phrase, i) => {
    const at = () => ({ file, line: lineOf(['phrases', i]), field: `phrases[${i}]` });
    const key = phraseKey(phrase);
    const first = seen.get(key);
    if (key === '')
      problems.push({ ...at(), message: 'Write a phrase that can be seen: this one has only blanks or invisible characters.' });
    else if (first === undefined) seen.set(key, i);
    else
      problems.push({
        ...at(),
        message: `Take it out: it is the same as phrases[${first}] once case, width, script and white space are folded.`,
      });
  });
  return problems;
}

/** Resolves names to the ids of library tags; names an unknown one only by its place. */
function resolveTags(file: string, names: string[], tagId: (name: string) => string | undefined, lineOf: LineOf) {
  const tags: string[] = [];
  const problems: Problem[] = [];
  names.forEach((name, i) => {
    const id = tagId(name);
    if (id === undefined) {
      problems.push({
        file,
        line: lineOf(['tags', i]),
        field: `tags[${i}]`,
        message: 'Use the id or name of a tag in the library, or add the tag there.',
      });
    } else if (!tags.includes(id)) tags.push(id);
  });
  return { tags, problems };
}

/** Reads the text of one pack file. Gives the pack, or everything that is wrong with it. */
export function parsePack(options: {
  file: string;
  text: string;
  tagId: (name: string) => string | undefined;
}): KeywordPack | Problem[] {
  const { file, text, tagId } = options;
  const yaml = readYaml({ text, file });
  if (Array.isArray(yaml)) return yaml;
  const { lineOf } = yaml;
  const parsed = packSchema.safeParse(yaml.value);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      field: fieldName(issue.path),
      message: issueMessage(issue),
    }));
  }
  const pack = parsed.data;
  const { tags, problems } = resolveTags(file, pack.tags, tagId, lineOf);
  problems.push(...repeatedPhrases(file, pack.phrases, lineOf));
  if (problems.length > 0) return problems;
  return { ...pack, file, tags, lineOf };
}
