import { nearWord } from '../domain/near-word.ts';
import type { Condition } from './condition.ts';
import { conditionKinds } from './conditions/index.ts';
import { allOf, anyOf, notOf } from './conditions/junctions.ts';
import type { Meaning } from './conditions/kind.ts';
import { issueFault } from './issue-fault.ts';
import { type Path, placed, RuleFault } from './rule-fault.ts';

/** Conditions inside one another; no rule that people understand goes deeper. */
const DEEPEST = 8;
/** Conditions beside one another. */
const WIDEST = 100;

const byWord = new Map(conditionKinds.map((kind) => [kind.word, kind]));
const WORDS = ['all', 'any', 'not', ...byWord.keys()];

const many = (value: unknown, path: Path, meaning: Meaning, depth: number): Condition[] => {
  if (!Array.isArray(value) || value.length === 0) throw new RuleFault(path, 'Write a list of conditions here.');
  if (value.length > WIDEST) throw new RuleFault(path, `Write at most ${WIDEST}.`);
  return value.map((item, place) => readCondition(item, [...path, place], meaning, depth));
};

const leaf = (word: string, value: unknown, path: Path, meaning: Meaning): Condition => {
  const kind = byWord.get(word);
  if (!kind) {
    const near = nearWord(word, WORDS);
    throw new RuleFault(path, near === null ? `Write one of ${WORDS.join(', ')}.` : `Did you mean ${near}?`);
  }
  const parsed = kind.schema.safeParse(value);
  const [issue] = parsed.error?.issues ?? [];
  if (issue) throw issueFault(issue, kind.schema, value, path);
  return placed(path, () => kind.compile(parsed.data, meaning));
};

/**
 * Turns a condition of a rule file into what it means: `all`, `any`, `not`, or one word with what belongs to it.
 * @throws RuleFault with its place and what to do.
 */
export const readCondition = (value: unknown, path: Path, meaning: Meaning, depth = 1): Condition => {
  if (depth > DEEPEST) throw new RuleFault(path, `Nest conditions at most ${DEEPEST} deep.`);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RuleFault(path, `Write one of ${WORDS.join(', ')}, a colon, and what belongs to it.`);
  const [entry, ...others] = Object.entries(value);
  if (!entry) throw new RuleFault(path, `Write one of ${WORDS.join(', ')}.`);
  if (others.length > 0) throw new RuleFault(path, 'Write one condition here, or several under all: or any:.');
  const [word, inner] = entry;
  const inside = [...path, word];
  if (word === 'all') return allOf(many(inner, inside, meaning, depth + 1));
  if (word === 'any') return anyOf(many(inner, inside, meaning, depth + 1));
  if (word === 'not') return notOf(readCondition(inner, inside, meaning, depth + 1));
  return leaf(word, inner, inside, meaning);
};
