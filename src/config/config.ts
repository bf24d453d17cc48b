import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import { editDistance } from '../domain/edit-distance.ts';
import { issueMessage } from '../domain/issue-message.ts';
import type { Person } from '../domain/person.ts';
import { type Read, readYaml } from '../domain/read-yaml.ts';
import { type Problem, ProblemsError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { checkPeople } from './check-people.ts';
import { type ConfigForm, configSchema, fieldsAt } from './config-schema.ts';

/** The settings in force. `session_gap` is in minutes; `keywords`, `rules`, `intents` and `material` are absolute directories. */
export interface Config extends Omit<ConfigForm, 'people'> {
  people: Person[];
}

/** What each channel makes of its own entry, by its name: the check and the names of its fields. */
export type ChannelChecks = Readonly<Record<string, { schema: z.ZodType; fields: readonly string[] }>>;

/**
 * Reads `tagwise.yaml`. A file that is not there gives the defaults unless it is `required`.
 * @throws ProblemsError `config_broken`, with everything that is wrong, each with its line and never with its value.
 */
export async function loadConfig({
  file,
  required,
  channels,
}: {
  file: string;
  required: boolean;
  channels?: ChannelChecks;
}): Promise<Config> {
  const text = await readText(file, required);
  return parseConfig(text, file, channels);
}

/**
 * Reads the text of a configuration; `file` names it in messages, and relative directories start at its place. Without `channels` what
 * stands under `channels:` is not looked at.
 * @throws ProblemsError `config_broken`.
 */
export function parseConfig(text: string, file: string, channels?: ChannelChecks): Config {
  const read = readYaml({ text: text.replace(/^\ufeff/, ''), file });
  if (Array.isArray(read)) throw broken(read);
  // An empty file, or one with comments only, changes nothing.
  const parsed = configSchema.safeParse(read.value ?? {});
  if (!parsed.success) throw broken(parsed.error.issues.flatMap((issue) => problemsOf(issue, file, read)));
  const form = parsed.data;
  const inChannels = channels ? channelProblems(form.channels, channels, file, read) : [];
  if (inChannels.length > 0) throw broken(inChannels);
  const numbers = form.people.flatMap((person, at) => numbersIn(person, ['people', at], file, read));
  if (numbers.length > 0) throw broken(numbers);
  const people = form.people.map((person): Person => ({ ...person, zone: person.zone ?? form.zone }));
  const absolute = (directories: readonly string[]) => directories.map((directory) => resolve(dirname(file), directory));
  const faults = checkPeople(people);
  if (faults.length > 0) {
    throw broken(
      faults.map(({ at, field, message }) => {
        const path = ['people', at, ...field.split('.')];
        return { file, line: read.lineOf(path), field: fieldName(path), message };
      }),
    );
  }
  return {
    ...form,
    people,
    keywords: absolute(form.keywords),
    rules: absolute(form.rules),
    intents: absolute(form.intents),
    material: absolute(form.material),
  };
}

/** People's names and ids stand in answers and in the history, where no ID or card number may. */
function numbersIn(person: ConfigForm['people'][number], path: PropertyKey[], file: string, { lineOf }: Read): Problem[] {
  const words = Object.entries({ ...person, ...person.ids }).filter(
    ([, word]) => typeof word === 'string' && redact(word) !== word,
  );
  const message = 'Take the number out: it looks like an ID or bank card, and those are never kept.';
  return words.map(([field]) => ({ file, line: lineOf([...path, field]), field: fieldName([...path, field]), message }));
}

async function readText(file: string, required: boolean): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (absent && !required) return '';
    const message = absent ? 'Check the path: there is no such file.' : 'Make this a file that the program may read.';
    throw broken([{ file, line: null, field: '', message }], error);
  }
}

function broken(problems: Problem[], cause?: unknown): ProblemsError {
  const error = new ProblemsError('config_broken', problems);
  if (cause !== undefined) error.cause = cause;
  return error;
}

function channelProblems(given: Record<string, unknown>, checks: ChannelChecks, file: string, read: Read): Problem[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const path = ['channels', name];
    const check = checks[name];
    if (!check) {
      const message = unknownField(name, Object.keys(checks));
      return [{ file, line: read.lineOf(path), field: fieldName(['channels', name.slice(0, 40)]), message }];
    }
    const parsed = check.schema.safeParse(value ?? undefined);
    const issues = parsed.success ? [] : parsed.error.issues;
    return issues.flatMap((issue) => problemsOf({ ...issue, path: [...path, ...issue.path] }, file, read, check.fields));
  });
}

function problemsOf(issue: z.core.$ZodIssue, file: string, { lineOf }: Read, known?: readonly string[]): Problem[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ file, line: lineOf(issue.path), field: fieldName(issue.path), message: issueMessage(issue) }];
  const fields = known ?? fieldsAt(issue.path);
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    return { file, line: lineOf(path), field: fieldName([...issue.path, key.slice(0, 40)]), message: unknownField(key, fields) };
  });
}

function unknownField(key: string, fields: readonly string[]): string {
  const [near = ''] = fields.toSorted((a, b) => editDistance(a, key) - editDistance(b, key));
  const close = key.length < 40 && editDistance(near, key) <= Math.max(2, near.length / 3);
  return close ? `Did you mean ${near}? There is no such field here.` : `Take it out. The fields here are: ${fields.join(', ')}.`;
}

const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
