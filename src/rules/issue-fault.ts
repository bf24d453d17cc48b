import type { z } from 'zod';
import { issueMessage } from '../domain/issue-message.ts';
import { nearWord } from '../domain/near-word.ts';
import { type Path, RuleFault } from './rule-fault.ts';

type Issue = z.core.$ZodIssue;

interface Inner {
  shape?: Record<string, Inner>;
  options?: Inner[];
  element?: Inner;
  def?: { innerType?: Inner };
}

/** The fields that may stand at a place below a schema; none where it is no place for fields. */
const fieldsAt = (schema: Inner | undefined, path: Path): string[] => {
  if (!schema) return [];
  if (schema.options) return schema.options.flatMap((one) => fieldsAt(one, path));
  if (schema.def?.innerType && !schema.shape) return fieldsAt(schema.def.innerType, path);
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(schema.shape ?? {});
  return fieldsAt(typeof step === 'number' ? schema.element : schema.shape?.[String(step)], rest);
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );

/** Of the forms that a value may have, what is wrong with the one that was meant: none of whose own fields is missing. */
const nearest = (issue: Issue, value: unknown): Issue => {
  if (issue.code !== 'invalid_union') return issue;
  const meant = issue.errors.flatMap((form) => {
    const other = form.some(
      ({ code, path }) =>
        (code === 'invalid_type' && path.length === 0) || (path.length === 1 && valueAt(value, path) === undefined),
    );
    return other ? [] : form.slice(0, 1);
  });
  const [best] = meant;
  if (!best) return issue;
  const inner = nearest(best, valueAt(value, best.path));
  return { ...inner, path: [...issue.path, ...(inner === best ? best.path : [...best.path, ...inner.path])] };
};

const bound = (issue: Issue): string | null => {
  // Lists and texts have sentences of their own.
  if ((issue.code !== 'too_small' && issue.code !== 'too_big') || issue.origin === 'string') return null;
  if (issue.origin === 'array' && !/^Too /.test(issue.message)) return null;
  if (issue.code === 'too_small')
    return issue.inclusive ? `Write ${issue.minimum} or more.` : `Write more than ${issue.minimum}.`;
  return issue.inclusive ? `Write ${issue.maximum} or less.` : `Write less than ${issue.maximum}.`;
};

const unknownField = (key: string, fields: readonly string[]): string => {
  const near = fields.includes(key) ? null : nearWord(key, fields);
  if (near !== null) return `Did you mean ${near}?`;
  return fields.length === 0 || fields.includes(key)
    ? 'Take it out: it has no place here.'
    : `Take it out. The fields here are: ${fields.join(', ')}.`;
};

/** What a schema found wrong with a value, as a fault at its place, with the nearest right word for a field that is not known. */
export const issueFault = (found: Issue, schema: z.ZodType, value: unknown, path: Path): RuleFault => {
  const issue = nearest(found, valueAt(value, found.path));
  const place = [...path, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return new RuleFault([...place, key], unknownField(key, [...new Set(fieldsAt(schema as Inner, issue.path))]));
  }
  return new RuleFault(place, bound(issue) ?? issueMessage(issue));
};
