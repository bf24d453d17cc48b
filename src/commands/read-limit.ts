import { UsageError } from '../errors.ts';

/** How many rows somebody asks for by `--limit`. Throws UsageError `bad_limit` for what is no whole number from 1 to `most`. */
export const readLimit = (text: string | undefined, { page, most }: { page: number; most: number }): number => {
  const limit = text === undefined ? page : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > most) throw new UsageError('bad_limit', { most });
  return limit;
};
