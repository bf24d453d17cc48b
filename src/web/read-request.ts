import { z } from 'zod';
import type { Lang } from '../commands/command.ts';
import { type Problem, ProblemsError } from '../errors.ts';

const SPOKEN = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };
/** A body that is wrong in a thousand places is told of the first. */
const MOST = 20;

/** Reads one part of a request by its form. @throws ProblemsError `bad_request` with each field and what it wants, never its value. */
export const readPart = <F extends z.ZodType>(form: F, value: unknown, part: string, lang: Lang): z.output<F> => {
  const read = form.safeParse(value, { error: SPOKEN[lang] });
  if (read.success) return read.data;
  const problems = read.error.issues
    .slice(0, MOST)
    .map(({ path, message }): Problem => ({ file: '', line: null, field: [part, ...path.map(String)].join('.'), message }));
  throw new ProblemsError('bad_request', problems);
};
