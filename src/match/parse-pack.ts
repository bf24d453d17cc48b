import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../errors.ts';
import { type KeywordPack, packSchema } from './keyword-pack.ts';
import { phraseKey } from './phrase-key.ts';

type Path = PropertyKey[];
type LineOf = (path: Path) => number | null;

function lineFinder(document: Document, counter: LineCounter): LineOf {
  return (path) => {
    // A missing or unknown field has no place of its own: its nearest ancestor's line says enough.
    for (let length = path.length; length >= 0; length--) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        return counter.linePos(Number(node.range[0])).line;
      }
    }
    return null;
  };
}

const fieldName = (path: Path) =>
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
    const at = { file, line: lineOf(['phrases', i]), field: `phrases[${i}]` };
    const key = phraseKey(phrase);
    const first = seen.get(key);
    if (key === '')
      problems.push({ ...at, message: 'Write a phrase that can be seen: this one has only blanks or invisible characters.' });
    else if (first === undefined) seen.set(key, i);
    else
      problems.push({
        ...at,
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

function syntaxProblems(file: string, document: Document.Parsed, counter: LineCounter): Problem[] {
  return [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: counter.linePos(error.pos[0]).line,
    field: '',
    message: `Correct the YAML here (${error.code}).`,
  }));
}

/** What a YAML file holds, as plain values. Aliases are refused: a small file could unfold to a huge one. */
function plainValue(file: string, document: Document.Parsed): { value: unknown } | Problem {
  try {
    return { value: document.toJS({ maxAliasCount: 0 }) };
  } catch {
    return { file, line: null, field: '', message: 'Write the values out: anchors and aliases are not read in packs.' };
  }
}

/** Reads the text of one pack file. Gives the pack, or everything that is wrong with it. */
export function parsePack(options: {
  file: string;
  text: string;
  tagId: (name: string) => string | undefined;
}): KeywordPack | Problem[] {
  const { file, text, tagId } = options;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const syntax = syntaxProblems(file, document, counter);
  if (syntax.length > 0) return syntax;
  const plain = plainValue(file, document);
  if (!('value' in plain)) return [plain];
  const lineOf = lineFinder(document, counter);
  const parsed = packSchema.safeParse(plain.value);
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
  const lines = {
    phrases: lineOf(['phrases']),
    hits: pack.hits.map((_, i) => lineOf(['hits', i])),
    misses: pack.misses.map((_, i) => lineOf(['misses', i])),
  };
  return { ...pack, file, tags, lines };
}
