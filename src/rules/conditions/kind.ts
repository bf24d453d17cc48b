import type { z } from 'zod';
import type { WrittenRule } from '../../domain/rulebook.ts';
import type { TagTree } from '../../domain/tag-tree.ts';
import type { Condition } from '../condition.ts';

/** What a rule may need to turn the words of a file into what they mean. */
export interface Meaning {
  tree: TagTree;
  /** The id of the node that a word means. @throws WordFault with a sentence for the file's author. */
  tag: (word: string) => string;
  /** As `tag`, of one that a rule may put on a customer or take off. */
  ownTag: (word: string) => string;
  /** As `tag`, of one that stands in the funnel. */
  stageOf: (word: string) => string;
  /** As `ownTag`, of one that stands in an order, so that customers can be moved to it. */
  stage: (word: string) => string;
  /** What was asked so far. */
  means: () => WrittenRule['means'];
  /** The zone of dates and times of day. */
  zone: string;
}

/** One kind of condition: its word in rule files, what may stand behind it, and what it means. One file each. */
export interface ConditionKind<T = unknown> {
  word: string;
  schema: z.ZodType<T>;
  compile: (value: T, meaning: Meaning) => Condition;
}

export const conditionKind = <T>(kind: ConditionKind<T>): ConditionKind => kind as unknown as ConditionKind;
