import { CUE, CUE_KINDS, type CueWords } from './cue.ts';
import { cuesEn } from './cues-en.ts';
import { cuesZh } from './cues-zh.ts';
import { phraseKey } from './phrase-key.ts';
import type { Topic } from './topics.ts';

/** A phrase of a topic as its pack writes it, and which of the pack's lists holds it. */
export interface TopicPhrase {
  topic: Topic;
  phrase: string;
  list: 'phrases' | 'except' | 'alone';
}

/** What one folded phrase stands for: topics that have it, and kinds of cue. */
export interface Entry {
  key: string;
  phrases: TopicPhrase[];
  /** One of the phrases counts only alone. */
  alone: boolean;
  /** Bits of `CUE`. */
  kinds: number;
  /** Whether its first and last unit are letters or digits that must stand at a word border. */
  wordStart: boolean;
  wordEnd: boolean;
}

/** Letters of alphabets that write words apart, and digits: app is not in apple, nor X1 in X10. */
export function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a);
  return (
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x370 && unit <= 0x52f) ||
    (unit >= 0x1e00 && unit <= 0x1fff)
  );
}

/** don't is also typed do n't. */
const spellings = (word: string): string[] => (word.includes("n't") ? [word, word.replaceAll("n't", " n't")] : [word]);

/** All phrases of the topics and all cues, each folded form once. */
export function buildDictionary(topics: readonly Topic[]): Entry[] {
  const entries = new Map<string, Entry>();
  const entry = (key: string): Entry => {
    const known = entries.get(key);
    if (known) return known;
    const wordStart = isWordUnit(key.charCodeAt(0));
    const fresh: Entry = {
      key,
      phrases: [],
      alone: false,
      kinds: 0,
      wordStart,
      wordEnd: isWordUnit(key.charCodeAt(key.length - 1)),
    };
    entries.set(key, fresh);
    return fresh;
  };
  for (const topic of topics) {
    for (const list of ['phrases', 'except', 'alone'] as const) {
      for (const phrase of topic[list] ?? []) {
        const key = phraseKey(phrase);
        if (key === '') continue;
        const one = entry(key);
        if (one.phrases.some((other) => other.topic === topic)) continue;
        one.phrases.push({ topic, phrase, list });
        one.alone ||= list === 'alone';
      }
    }
  }
  const addCues = (words: CueWords) => {
    for (const kind of CUE_KINDS) {
      for (const word of words[kind]?.split('|').flatMap(spellings) ?? []) {
        entry(phraseKey(word)).kinds |= CUE[kind];
      }
    }
  };
  addCues(cuesZh);
  addCues(cuesEn);
  return [...entries.values()];
}
