import type { TagwiseError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { renderError } from '../text/terminal/render-error.ts';
import type { Lang } from './command.ts';

/** An error in words. It repeats what was typed, so ID and card numbers in it are masked: terminals and chats keep what they show. */
export const spokenError = (error: TagwiseError, lang: Lang): ReturnType<typeof renderError> => {
  const { code, message, hint } = renderError(error, lang);
  return { code, message: redact(message), hint: redact(hint) };
};
