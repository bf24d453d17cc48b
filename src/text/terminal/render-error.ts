import { type Problem, ProblemsError, type TagwiseError } from '../../errors.ts';
import { errors } from '../errors.ts';
import type { Lang } from '../lang.ts';
import { printable } from '../printable.ts';
import { problemsIn } from '../problem-words.ts';

const MOST = 50;

/** `file:line field: message`, as compilers write it. */
export const problemLine = ({ file, line, field, message }: Problem): string => {
  const place = line === null ? file : `${file}:${line}`;
  const what = field === '' ? message : `${field}: ${message}`;
  return printable(place === '' ? what : `${place} ${what}`);
};

const problemLines = (problems: readonly Problem[], lang: Lang): string[] => {
  const more = problems.length - MOST;
  const rest = lang === 'zh' ? `……还有 ${more} 处` : `… and ${more} more`;
  return [...problemsIn(problems.slice(0, MOST), lang).map(problemLine), ...(more > 0 ? [rest] : [])];
};

/**
 * An error in words: what is wrong (with all problems of a file, a line each), and what to do about it; `hint` is empty only
 * for a code without a sentence. Names in it come from people, so it is made printable.
 */
export const renderError = (error: TagwiseError, lang: Lang): { code: string; message: string; hint: string } => {
  const { code, params } = error;
  const sentence = Object.hasOwn(errors, code) ? errors[code] : undefined;
  const problems = error instanceof ProblemsError ? problemLines(error.problems, lang) : [];
  const message = [printable(sentence?.[lang](params) ?? code), ...problems].join('\n');
  return { code, message, hint: printable(sentence?.hint[lang](params) ?? '') };
};
