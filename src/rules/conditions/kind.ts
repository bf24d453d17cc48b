import type { z } from 'zod';
import type { TagTree } from '../../domain/tag-tree.ts';
import type { Condition } from '../condition.ts';

/** What a condition may need to turn the words of a file into what they mean. */
export interface Meaning {
  tree: TagTree;
  /** The id of the node that a word means. @throws a sentence for the file's author. */
  tag: (word: string) => string;
}

/** One kind of condition: its word in rule files, what may stand behind it, and what it means. One file each. */
export interface ConditionKind<T = unknown> {
  word: string;
  schema: z.ZodType<T>;
  compile: (value: T, meaning: Meaning) => Condition;
}

export const conditionKind = <T>(kind: ConditionKind<T>): ConditionKind => kind as unknown as ConditionKind;
