import { nearWord } from '../domain/near-word.ts';
import type { Rule } from './rule.ts';

/** The intents that a condition names, with the place where it does. */
const namedIn = (form: unknown, place = ''): { field: string; id: string }[] => {
  if (typeof form !== 'object' || form === null) return [];
  return Object.entries(form).flatMap(([key, value]) => {
    const field = Array.isArray(form) ? `${place}[${key}]` : `${place}.${key}`;
    if (key !== 'intent') return namedIn(value, field);
    const given = typeof value === 'object' && value !== null && 'of' in value ? value.of : value;
    return [given].flat().flatMap((id) => (typeof id === 'string' ? [{ field, id }] : []));
  });
};

/** Rules that wait for an intent that nobody teaches. No mistake: intents come and go; but the rule never fires. */
export const unknownIntents = (
  rules: readonly Rule[],
  known: readonly string[],
): { rule: Rule; field: string; message: string }[] =>
  rules.flatMap((rule) =>
    namedIn({ while: rule.written.form['while'], if: rule.written.form['if'] })
      .filter(({ id }) => !known.includes(id))
      .map(({ field, id }) => {
        const near = nearWord(id, known);
        return { rule, field, message: near === null ? 'No file teaches this intent.' : `Did you mean ${near}?` };
      }),
  );
