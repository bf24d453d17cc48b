import type { Params } from '../errors.ts';
import type { Lang } from './lang.ts';

type Words = Record<Lang, (p: Params) => string>;

/** What an error says, and what to do about it. */
export interface Sentence extends Words {
  hint: Words;
}
