import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AhoCorasick } from '@monyone/aho-corasick/fast';
import FastScan from 'fastscan';
import { Automaton } from '../src/match/automaton.ts';
import { fold } from '../src/match/fold.ts';
import { normalise } from '../src/match/normalise.ts';

/** One way to find phrases. Each has its own loop, so that none suffers from what the engine learnt of another. */
export interface Contender {
  name: string;
  /** Whether it promises every phrase that occurs; cutting into words cannot. */
  full: boolean;
  raw: boolean;
  run(messages: readonly string[], from: number, to: number): number;
  ids(text: string): number[];
}

export type Build = (phrases: string[]) => Promise<Contender | string>;

const idsOf = (phrases: string[]) => new Map(phrases.map((phrase, id) => [phrase, id]));

/** Numbers of all phrases that the automaton found at `count` places. */
export function found(automaton: Automaton, count: number): number[] {
  const ids: number[] = [];
  automaton.each(count, (phrase) => ids.push(phrase));
  return ids;
}

const ours: Build = async (phrases) => {
  const automaton = new Automaton(phrases, null);
  return {
    name: 'ours, folded text',
    full: true,
    raw: false,
    run(messages, from, to) {
      let sum = 0;
      for (let m = from; m < to; m++) {
        const count = automaton.match(messages[m] as string);
        const { outs, lists } = automaton;
        for (let k = 0; k < count; k++) {
          let out = outs[k] as number;
          if (out < 0) sum = (sum - 1 - out) | 0;
          else for (let phrase = lists[out] as number; phrase >= 0; phrase = lists[++out] as number) sum = (sum + phrase) | 0;
        }
      }
      return sum;
    },
    ids: (text) => found(automaton, automaton.match(text)),
  };
};

const fused: Build = async (phrases) => {
  const automaton = new Automaton(phrases, fold);
  const match = (text: string) => {
    const count = automaton.match(text);
    return automaton.slow ? automaton.match(normalise(text).text) : count;
  };
  return {
    name: 'ours, raw text, fold fused',
    full: true,
    raw: true,
    run(messages, from, to) {
      let sum = 0;
      for (let m = from; m < to; m++) {
        const count = match(messages[m] as string);
        const { outs, lists } = automaton;
        for (let k = 0; k < count; k++) {
          let out = outs[k] as number;
          if (out < 0) sum = (sum - 1 - out) | 0;
          else for (let phrase = lists[out] as number; phrase >= 0; phrase = lists[++out] as number) sum = (sum + phrase) | 0;
        }
      }
      return sum;
    },
    ids: (text) => found(automaton, match(text)),
  };
};

const monyone: Build = async (phrases) => {
  const index = idsOf(phrases);
  const peer = new AhoCorasick(phrases);
  return {
    name: '@monyone/aho-corasick fast 1.1.11',
    full: true,
    raw: false,
    run(messages, from, to) {
      let sum = 0;
      for (let m = from; m < to; m++) {
        const found = peer.matchInText(messages[m] as string);
        for (let k = 0; k < found.length; k++) sum = (sum + (index.get(found[k]?.keyword as string) as number)) | 0;
      }
      return sum;
    },
    ids: (text) => peer.matchInText(text).map((match) => index.get(match.keyword) as number),
  };
};

const fastscan: Build = async (phrases) => {
  const index = idsOf(phrases);
  const peer = new FastScan(phrases);
  return {
    name: 'fastscan 1.0.6',
    full: true,
    raw: false,
    run(messages, from, to) {
      let sum = 0;
      for (let m = from; m < to; m++) {
        const found = peer.search(messages[m] as string);
        for (let k = 0; k < found.length; k++) sum = (sum + (index.get((found[k] as [number, string])[1]) as number)) | 0;
      }
      return sum;
    },
    ids: (text) => peer.search(text).map(([, phrase]) => index.get(phrase) as number),
  };
};

interface Jieba {
  load(options: { userDict: string }): void;
  cut(text: string): string[];
}

/** An optional dependency: absent where it could not be built. */
async function jieba(): Promise<Jieba | null> {
  const name = 'nodejieba';
  try {
    const loaded = await import(name);
    return (loaded.default ?? loaded) as Jieba;
  } catch {
    return null;
  }
}

const nodejieba: Build = async (phrases) => {
  const peer = await jieba();
  if (!peer) return 'nodejieba cut + Map';
  const folder = mkdtempSync(join(tmpdir(), 'tagwise-bench-'));
  const file = join(folder, 'phrases.utf8');
  writeFileSync(file, `${phrases.filter((phrase) => !/\s/.test(phrase)).join('\n')}\n`);
  peer.load({ userDict: file });
  rmSync(folder, { recursive: true });
  const index = idsOf(phrases);
  return {
    name: 'nodejieba cut + Map',
    full: false,
    raw: false,
    run(messages, from, to) {
      let sum = 0;
      for (let m = from; m < to; m++) {
        for (const word of peer.cut(messages[m] as string)) sum = (sum + (index.get(word) ?? 0)) | 0;
      }
      return sum;
    },
    ids: (text) => peer.cut(text).flatMap((word) => index.get(word) ?? []),
  };
};

const naive: Build = async (phrases) => ({
  name: 'String.includes loop',
  full: true,
  raw: false,
  run(messages, from, to) {
    let sum = 0;
    for (let m = from; m < to; m++) {
      const text = messages[m] as string;
      for (let id = 0; id < phrases.length; id++) if (text.includes(phrases[id] as string)) sum = (sum + id) | 0;
    }
    return sum;
  },
  ids: (text) => phrases.flatMap((phrase, id) => (text.includes(phrase) ? [id] : [])),
});

export const builds: Build[] = [ours, fused, monyone, fastscan, nodejieba, naive];
