import { TagwiseError, UsageError, UserError } from '../errors.ts';

/**
 * An error about a query with its place in characters, as people count them: an emoji and a rare 汉字 are two UTF-16 units and one
 * character. Any other error as it is.
 */
export const placeInCharacters = (error: unknown, query: string): unknown => {
  if (!(error instanceof TagwiseError)) return error;
  const { at, length } = error.params;
  if (typeof at !== 'number') return error;
  const count = (from: number, to: number) => [...query.slice(from, to)].length;
  const place = { at: count(0, at), ...(typeof length === 'number' ? { length: count(at, at + length) } : {}) };
  const Kind = error instanceof UsageError ? UsageError : UserError;
  return new Kind(error.code, { ...error.params, ...place }, { cause: error });
};
