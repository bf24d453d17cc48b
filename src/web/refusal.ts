import type { Lang } from '../commands/command.ts';
import { spokenError } from '../commands/spoken-error.ts';
import { ProblemsError, TagwiseError, UserError } from '../errors.ts';
import { problemsIn } from '../text/problem-words.ts';
import type { ErrorAnswer } from './forms/error-form.ts';
import { statusOf } from './status-of.ts';

/** What is sent for an error. */
export interface Refusal {
  status: number;
  headers: Record<string, string>;
  body: ErrorAnswer;
}

/** The framework's own errors, by its stable codes. */
const OURS: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'body_not_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body_not_json',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Every error as one that somebody can act on. `unforeseen` makes one of what nobody foresaw, and notes it. */
export const knownError = (
  error: unknown,
  { isOutage, unforeseen }: { isOutage: (error: unknown) => boolean; unforeseen: (error: unknown) => TagwiseError },
): TagwiseError => {
  if (error instanceof TagwiseError) return error;
  if (isOutage(error)) return new UserError('database_away');
  const code = codeOf(error);
  const own = OURS[code];
  if (own === 'body_too_large') return new UserError('body_too_large');
  if (own === 'body_not_json') return new UserError('body_not_json');
  return code.startsWith('FST_ERR_') ? new UserError('request_refused') : unforeseen(error);
};

/** When to come back, seconds. */
const RETRY_AFTER: Readonly<Record<number, string>> = { 429: '60', 503: '1' };

export const refusalOf = (error: TagwiseError, lang: Lang, method?: string): Refusal => {
  const status = statusOf(error, method);
  const { code, message, hint } = spokenError(error, lang);
  const after = RETRY_AFTER[status];
  const { into } = error.params;
  const problems = error instanceof ProblemsError ? problemsIn(error.problems, lang) : [];
  return {
    status,
    headers: {
      ...(after === undefined ? {} : { 'retry-after': after }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
    body: {
      error: {
        ...{ code, message, hint },
        ...(problems.length === 0 ? {} : { problems: problems.map(({ field, message }) => ({ field, message })) }),
        ...(code === 'customer_merged' && typeof into === 'string' ? { into } : {}),
      },
    },
  };
};
