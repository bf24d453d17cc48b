import { stringify } from 'yaml';
import type { z } from 'zod';
import { editDistance } from '../domain/edit-distance.ts';
import { issueMessage } from '../domain/issue-message.ts';
import { type Read, readYaml } from '../domain/read-yaml.ts';
import type { Library } from '../domain/tag.ts';
import { type Problem, ProblemsError } from '../errors.ts';
import { checkLibrary, type Fault } from './check-library.ts';
import { formOf, nodesOf, type Placed } from './library-form.ts';
import { fieldsAt, librarySchema } from './library-schema.ts';

/**
 * Reads the text of a library file; `file` names it in the messages.
 * @throws ProblemsError `library_broken`, with everything that is wrong, each with its line.
 */
export function parseLibrary(text: string, file: string): Library {
  const read = readYaml({ text, file });
  if (Array.isArray(read)) throw new ProblemsError('library_broken', read);
  const parsed = librarySchema.safeParse(read.value);
  if (!parsed.success)
    throw new ProblemsError(
      'library_broken',
      parsed.error.issues.flatMap((issue) => problemsOf(issue, file, read)),
    );
  const { version, caps } = parsed.data;
  const placed = nodesOf(parsed.data);
  const nodes = placed.map(({ node }) => node);
  const faults = checkLibrary({ nodes, caps });
  if (faults.length > 0)
    throw new ProblemsError(
      'library_broken',
      faults.map((fault) => problemOf(fault, file, read, placed)),
    );
  return { version, caps, nodes };
}

/** The YAML text of a library; `parseLibrary` of it gives the library back, siblings with tags before groups. */
export function formatLibrary(library: Library): string {
  return stringify(formOf(library), { lineWidth: 130, singleQuote: true, aliasDuplicateObjects: false });
}

function problemsOf(issue: z.core.$ZodIssue, file: string, { lineOf }: Read): Problem[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ file, line: lineOf(issue.path), field: fieldName(issue.path), message: issueMessage(issue) }];
  const fields = fieldsAt(issue.path);
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    const [near] = fields.toSorted((a, b) => editDistance(a, key) - editDistance(b, key));
    const close = near !== undefined && key.length < 40 && editDistance(near, key) <= Math.max(2, near.length / 3);
    const message = close
      ? `Did you mean ${near}? There is no such field here.`
      : `Take it out. The fields here are: ${fields.join(', ')}.`;
    return { file, line: lineOf(path), field: fieldName([...issue.path, key.slice(0, 40)]), message };
  });
}

function problemOf(fault: Fault, file: string, { lineOf }: Read, placed: Placed[]): Problem {
  const placeOf = (node: Fault['node']) => placed.find((one) => one.node === node)?.path ?? [];
  const path = [...placeOf(fault.node), ...fault.field.split('.')];
  const other = fault.other ? ` (line ${lineOf(placeOf(fault.other)) ?? '?'}).` : '';
  return { file, line: lineOf(path), field: fieldName(path), message: `${fault.message}${other}` };
}

const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
