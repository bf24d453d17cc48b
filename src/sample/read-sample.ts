import type { z } from 'zod';
import type { Incoming } from '../domain/event.ts';
import { readYaml } from '../domain/read-yaml.ts';
import type { Instant } from '../domain/time.ts';
import { type Problem, ProblemsError } from '../errors.ts';
import { sampleSchema } from './sample-schema.ts';
import { type Fault, turnToIncoming } from './turn-to-incoming.ts';

const FILE = 'sample.yaml';
type Path = readonly PropertyKey[];

const isFault = (one: Incoming | Fault): one is Fault => 'field' in one;

const fieldName = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

const schemaMessage = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys')
    return `Take out what is no field here: ${issue.keys.map((key) => key.slice(0, 40)).join(', ')}.`;
  return issue.message.startsWith('Invalid') ? 'Write something else here.' : issue.message;
};

const parse = (text: string) => {
  const read = readYaml({ text, file: FILE });
  if (Array.isArray(read)) throw new ProblemsError('sample_broken', read);
  const problem = (path: Path, message: string): Problem => ({
    file: FILE,
    line: read.lineOf(path),
    field: fieldName(path),
    message,
  });
  const parsed = sampleSchema.safeParse(read.value);
  if (!parsed.success)
    throw new ProblemsError(
      'sample_broken',
      parsed.error.issues.map((issue) => problem(issue.path, schemaMessage(issue))),
    );
  return { form: parsed.data, problem };
};

/**
 * Reads the sample: its messages, facts and changes by hand as they would have come in, oldest first, all before `now`.
 * Every one has a fixed id, so that reading and keeping it twice changes nothing.
 * @throws ProblemsError `sample_broken`, with everything that is wrong, each with its line and field.
 */
export const readSample = (yamlText: string, now: Instant): Incoming[] => {
  const { form, problem } = parse(yamlText);
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const incoming = form.customers.flatMap((whom, c) =>
    whom.turns.flatMap((turn, t) => {
      const place = ['customers', c, 'turns', t];
      if (seen.has(turn.id)) problems.push(problem([...place, 'id'], 'Choose another id: it is used before.'));
      seen.add(turn.id);
      const made = turnToIncoming(turn, whom, form.staff, now);
      if (!isFault(made)) return [made];
      problems.push(problem([...place, ...made.field.split('.')], made.message));
      return [];
    }),
  );
  if (problems.length > 0) throw new ProblemsError('sample_broken', problems);
  return incoming.sort((a, b) => a.at - b.at);
};
