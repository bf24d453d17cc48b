/**
 * What reading a message (fold, match, stance; then intents too) costs beside parsing the JSON that brings it, with the shipped packs, rounds interleaved and each
 * ratio of one round: `npx esbuild bench/read.ts --bundle --platform=node | node`. Bundled as the program is, for tsx names every closure
 * when it is made, which doubles the cost of code that makes many.
 */
import { join } from 'node:path';
import { openIntents } from '../src/cli/open-intents.ts';
import { shippedDirs } from '../src/cli/working-dirs.ts';
import { loadPacks } from '../src/config/load-packs.ts';
import { createMatcher } from '../src/match/matcher.ts';
import { withIntents } from '../src/match/understand.ts';
import { buildCorpus } from './match-corpus.ts';
import { SAID } from './support/said.ts';
import { threadTime } from './support/thread-time.ts';

const ROUNDS = 9;
const LEAST_MICROS = 120_000;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const bodyOf = (text: string, i: number): string =>
  JSON.stringify({
    ...{ id: `m${i}`, at: 1_760_000_000_000 + i, channel: 'wecom', account: '', conversation: `u${i}`, from: 'customer' },
    ...{ agent: null, extra: {}, customer: { id: `u${i}`, name: null, key: null }, text },
  });

let sink = 0;
/** Microseconds a piece. */
function time(run: (piece: string) => number, pieces: readonly string[]): number {
  const start = threadTime();
  let micros = 0;
  let done = 0;
  while (micros < LEAST_MICROS) {
    for (const piece of pieces) sink ^= run(piece);
    done += pieces.length;
    micros = (threadTime() - start) / 1000;
  }
  return micros / done;
}

async function main(): Promise<void> {
  const dirs = ['zh', 'en'].map((lang) => join('keywords', lang));
  const { packs, topics } = await loadPacks({ dirs, tagId: (name) => name });
  const matcher = createMatcher(topics);
  const intents = await openIntents({
    ...{ root: process.cwd(), models: 'dist', dirs: shippedDirs(process.cwd()), tagId: (name: string) => name },
    training: () => undefined,
    signal: new AbortController().signal,
  });
  const understanding = withIntents(matcher, intents);
  const read = (text: string): number => matcher.read(text).hits.length;
  const understand = (text: string): number => understanding.read(text).hits.length;
  const parse = (body: string): number => (JSON.parse(body) as { text: string }).text.length;
  const sets: [string, readonly string[]][] = [
    // Many times over, for the clock is read once a round.
    ["a shop's ordinary day", Array.from({ length: 2_000 }, (_, i) => SAID[i % SAID.length] ?? '')],
    ['examples of the packs', packs.flatMap((pack) => [...pack.hits, ...pack.misses])],
    ['the corpus of bench/match', buildCorpus({ seed: 20240601, messages: 5_000, phrases: 1_000 }).raw],
  ];
  console.log(
    'messages | us to read | with intents | us to parse | ratio | with intents\n--- | ---: | ---: | ---: | ---: | ---:',
  );
  for (const [name, given] of sets) {
    const texts = JSON.parse(JSON.stringify(given)) as string[];
    const bodies = JSON.parse(JSON.stringify(given.map(bodyOf))) as string[];
    const rounds = Array.from({ length: ROUNDS }, () => ({
      ...{ read: time(read, texts), understand: time(understand, texts), parse: time(parse, bodies) },
    }));
    const of = (pick: (round: Record<'read' | 'understand' | 'parse', number>) => number) => median(rounds.map(pick)).toFixed(2);
    const ratios = [of((one) => one.read / one.parse), of((one) => one.understand / one.parse)];
    const micros = [of((one) => one.read), of((one) => one.understand), of((one) => one.parse)];
    console.log([name, ...micros, ...ratios].join(' | '));
  }
  // Printed, so that no engine may skip the work whose result nobody reads.
  console.error(`checksum ${sink}`);
}

void main();
