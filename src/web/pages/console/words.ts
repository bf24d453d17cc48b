import { en } from './words-en.ts';
import { type Words, zh } from './words-zh.ts';

/** What the console says. */
export const WORDS: Record<'zh' | 'en', Words> = { zh, en };
export type { Words };
