import { nearWord } from '../domain/near-word.ts';
import type { Condition } from './condition.ts';
import { conditionKinds } from './conditions/index.ts';
import { allOf, anyOf, notOf } from './conditions/junctions.ts';
import type { Meaning } from './conditions/kind.ts';

/** Conditions inside one another; no rule that people understand goes deeper. */
const DEEPEST = 8;

/** Something wrong with a condition: where in it, and what to do. */
export class ConditionFault extends Error {
  readonly path: readonly PropertyKey[];

  constructor(path: readonly PropertyKey[], message: string) {
    super(message);
    this.name = 'ConditionFault';
    this.path = path;
  }
}

const byWord = new Map(conditionKinds.map((kind) => [kind.word, kind]));
const WORDS = ['all', 'any', 'not', ...byWord.keys()];

const many = (value: unknown, path: readonly PropertyKey[], meaning: Meaning): Condition[] => {
  if (!Array.isArray(value) || value.length === 0) throw new ConditionFault(path, 'Write a list of conditions here.');
  return value.map((item, place) => readCondition(item, [...path, place], meaning));
};

const leaf = (word: string, value: unknown, path: readonly PropertyKey[], meaning: Meaning): Condition => {
  const kind = byWord.get(word);
  if (!kind) {
    const near = nearWord(word, WORDS);
    throw new ConditionFault(path, near === null ? `Write one of ${WORDS.join(', ')}.` : `Did you mean ${near}?`);
  }
  const parsed = kind.schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const message = issue?.message.startsWith('Invalid') ? 'Write something else here.' : (issue?.message ?? '');
    throw new ConditionFault([...path, ...(issue?.path ?? [])], message);
  }
  try {
    return kind.compile(parsed.data, meaning);
  } catch (error) {
    if (error instanceof ConditionFault || !(error instanceof Error)) throw error;
    throw new ConditionFault(path, error.message);
  }
};

/**
 * Turns a condition of a rule file into what it means: `all`, `any`, `not`, or one word with what belongs to it.
 * @throws ConditionFault with its place and what to do.
 */
export const readCondition = (value: unknown, path: readonly PropertyKey[], meaning: Meaning): Condition => {
  if (path.length > 2 * DEEPEST) throw new ConditionFault(path, `Nest conditions at most ${DEEPEST} deep.`);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConditionFault(path, `Write one of ${WORDS.join(', ')}, a colon, and what belongs to it.`);
  const [entry, ...others] = Object.entries(value);
  if (!entry) throw new ConditionFault(path, `Write one of ${WORDS.join(', ')}.`);
  if (others.length > 0) throw new ConditionFault(path, 'Write one condition here, or several under all: or any:.');
  const [word, inner] = entry;
  const inside = [...path, word];
  if (word === 'all') return allOf(many(inner, inside, meaning));
  if (word === 'any') return anyOf(many(inner, inside, meaning));
  if (word === 'not') return notOf(readCondition(inner, inside, meaning));
  return leaf(word, inner, inside, meaning);
};
