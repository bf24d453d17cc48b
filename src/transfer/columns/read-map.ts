import { readYaml } from '../../domain/read-yaml.ts';
import { type Problem, ProblemsError } from '../../errors.ts';
import { headingKey } from './heading-key.ts';
import type { Headings } from './headings.ts';
import type { Target } from './target.ts';

/** What somebody says of one column. */
export interface MapEntry {
  heading: string;
  target: Target;
  line: number | null;
}

/** By the keys of their headings. */
export type ColumnMap = ReadonlyMap<string, MapEntry>;

const SHAPE = 'Write heading: meaning lines, like 客户手机: phone, or 内部编码: ignore.';
const NOTHING = 'Nothing is called so: write name, phone, tags, a group of tags, or ignore.';

/** What a word means, or why it means nothing. */
const meant = (meaning: unknown, headings: Headings): Target | string => {
  if (typeof meaning !== 'string') return SHAPE;
  const near = headings.nearest(meaning);
  return headings.target(meaning) ?? (near === null ? NOTHING : `Nothing is called so; did you mean ${near}?`);
};

/**
 * Reads what a person says of the columns: a line a heading, with the word for its meaning (whatever word serves as a heading, or the name
 * of a group of tags), or `ignore`.
 * @throws ProblemsError `import_map_broken`, each problem with its line.
 */
export const readMap = ({ text, file }: { text: string; file: string }, headings: Headings): ColumnMap => {
  const read = readYaml({ text, file });
  if (Array.isArray(read)) throw new ProblemsError('import_map_broken', read);
  const { value, lineOf } = read;
  const entries: [string, unknown][] =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const map = new Map<string, MapEntry>();
  const problems: Problem[] = entries.length === 0 ? [{ file, line: lineOf([]), field: '', message: SHAPE }] : [];
  for (const [heading, meaning] of entries) {
    const target = meant(meaning, headings);
    const line = lineOf([heading]);
    if (typeof target === 'string') problems.push({ file, line, field: heading, message: target });
    else map.set(headingKey(heading), { heading, target, line });
  }
  if (problems.length > 0) throw new ProblemsError('import_map_broken', problems);
  return map;
};
