import { nearWord } from '../domain/near-word.ts';
import type { Rule } from './rule.ts';

/** An intent that a condition asks for, and where in it. */
interface Asked {
  field: string;
  intent: string;
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** The intents of one `intent:`, in any of its forms. */
const ofIntent = (value: unknown, field: string): Asked[] => {
  const of = value !== null && typeof value === 'object' && 'of' in value ? value.of : value;
  return listed(of).map((intent) => ({ field, intent: String(intent) }));
};

/** All that a condition asks for, as its file says; it was checked before. */
const askedIn = (condition: unknown, field: string): Asked[] =>
  Object.entries((condition ?? {}) as Record<string, unknown>).flatMap(([word, value]) => {
    const inner = `${field}.${word}`;
    if (word === 'intent') return ofIntent(value, inner);
    if (word === 'not') return askedIn(value, inner);
    if (word !== 'all' && word !== 'any') return [];
    return listed(value).flatMap((one, place) => askedIn(one, `${inner}[${place}]`));
  });

const askedBy = (rule: Rule): Asked[] => (rule.kind === 'event' ? askedIn(rule.written.form['if'], '.if') : []);

const aboutMessages = (rule: Rule): boolean => rule.kind === 'event' && 'event' in rule.on && rule.on.event === 'message';

/** Whether any of them asks for an intent: else nobody need know which there are. */
export const askForIntents = (rules: readonly Rule[]): boolean => rules.some((rule) => askedBy(rule).length > 0);

/** Rules that ask for an intent which nobody taught, or of what is no message. No mistake: intents come and go; but no message has it. */
export const unknownIntents = (
  rules: readonly Rule[],
  known: readonly string[],
): { rule: Rule; field: string; message: string }[] =>
  rules.flatMap((rule) =>
    askedBy(rule).flatMap(({ field, intent }) => {
      if (!aboutMessages(rule)) return [{ rule, field, message: 'Use intent under on: message only.' }];
      if (known.includes(intent)) return [];
      const near = nearWord(intent, known);
      return [{ rule, field, message: near === null ? 'There is no such intent.' : `Did you mean ${near}?` }];
    }),
  );
