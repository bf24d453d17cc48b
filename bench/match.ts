/**
 * The keyword stage beside its peers: `npx tsx --expose-gc bench/match.ts [--quick]`.
 * Rounds are interleaved; before each measurement a bare charCodeAt scan of the same messages is timed, and the share is of that scan.
 */
import { Automaton } from '../src/match/automaton.ts';
import { builds, type Contender, found } from './match-contenders.ts';
import { buildCorpus, seeded } from './match-corpus.ts';
import { threadTime } from './support/thread-time.ts';

const quick = process.argv.includes('--quick');
const SIZES = [100, 1_000, 10_000, 100_000];
const ROUNDS = quick ? 3 : 9;
/** A measurement lasts at least this long, for the thread's clock may tick only every few milliseconds. */
const LEAST_MICROS = quick ? 40_000 : 120_000;
const corpus = buildCorpus({ seed: 20240601, messages: 200_000, phrases: 100_000 });

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

function scan(messages: readonly string[], from: number, to: number): number {
  let sum = 0;
  for (let m = from; m < to; m++) {
    const text = messages[m] as string;
    for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  }
  return sum;
}

let sink = 0;
/** Microseconds a message. */
function time(run: Contender['run'], messages: readonly string[], count: number): number {
  const start = threadTime();
  let micros = 0;
  let done = 0;
  while (micros < LEAST_MICROS) {
    sink ^= run(messages, 0, count);
    done += count;
    micros = (threadTime() - start) / 1000;
  }
  return micros / done;
}

const order = seeded(7);
const shuffled = <T>(list: T[]): T[] =>
  list
    .map((item) => ({ item, at: order() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

const textsFor = (contender: { raw: boolean }) => (contender.raw ? corpus.raw : corpus.folded);

/** As many messages as take about a fifth of a second. */
function affordable(contender: Contender): number {
  const messages = textsFor(contender);
  return Math.min(messages.length, Math.max(20, Math.floor(200_000 / time(contender.run, messages, 40))));
}

interface Row {
  size: number;
  name: string;
  micros: number;
  share: number;
  checked: string;
}

const key = (ids: number[]) => [...new Set(ids)].sort((a, b) => a - b).join();

/** Compares with String.includes where that ends within minutes, else with the contender named first, on all messages. */
function check(contenders: Contender[], size: number): Map<string, string> {
  const naive = contenders.find((one) => one.name.startsWith('String'));
  const peer = contenders.find((one) => one.name.startsWith('@monyone'));
  const naiveOn = quick ? 2_000 : size <= 10_000 ? corpus.folded.length : 2_000;
  const peerOn = quick ? 20_000 : corpus.folded.length;
  const wrong = new Map<string, number>();
  const found = new Map<string, number>();
  let expected = 0;
  for (let m = 0; m < Math.max(naiveOn, peerOn); m++) {
    const oracle = m < naiveOn ? naive : peer;
    const truth = new Set(oracle?.ids(corpus.folded[m] as string));
    const truthKey = key([...truth]);
    expected += truth.size;
    for (const one of contenders) {
      if (one === naive) continue;
      const ids = one.ids(textsFor(one)[m] as string);
      found.set(one.name, (found.get(one.name) ?? 0) + new Set(ids.filter((id) => truth.has(id))).size);
      if (key(ids) !== truthKey) wrong.set(one.name, (wrong.get(one.name) ?? 0) + 1);
    }
  }
  const total = Math.max(naiveOn, peerOn);
  const how = naiveOn >= total ? `includes on ${total}` : `includes on ${naiveOn}, monyone on ${total}`;
  return new Map(
    contenders.map((one) => {
      if (one === naive) return [one.name, '-'];
      const bad = wrong.get(one.name) ?? 0;
      return [
        one.name,
        bad === 0 ? `same as ${how}` : `${bad} differ, recall ${((100 * (found.get(one.name) ?? 0)) / expected).toFixed(1)} %`,
      ];
    }),
  );
}

async function measure(size: number): Promise<{ rows: Row[]; absent: string[]; buildMs: number; kilobytes: number }> {
  const phrases = corpus.phrases.slice(0, size);
  const start = performance.now();
  const first = new Automaton(phrases, null);
  const buildMs = performance.now() - start;
  const built = await Promise.all(builds.map((build) => build(phrases)));
  const contenders = built.filter((one) => typeof one !== 'string');
  const checked = check(contenders, size);
  const counts = new Map(contenders.map((one) => [one.name, affordable(one)]));
  const micros = new Map<string, number[]>();
  const shares = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of shuffled(contenders)) {
      globalThis.gc?.();
      const count = counts.get(one.name) ?? 1;
      const limit = time(scan, textsFor(one), 200_000);
      const own = time(one.run, textsFor(one), count);
      micros.set(one.name, [...(micros.get(one.name) ?? []), own]);
      shares.set(one.name, [...(shares.get(one.name) ?? []), limit / own]);
    }
  }
  const rows = contenders.map(({ name }) => ({
    size,
    name,
    micros: median(micros.get(name) ?? []),
    share: median(shares.get(name) ?? []),
    checked: checked.get(name) ?? '',
  }));
  return { rows, absent: built.filter((one) => typeof one === 'string'), buildMs, kilobytes: first.bytes / 1024 };
}

/** What a hostile text costs beside an ordinary one of the same length, with the hostile phrases added to 10 000 ordinary ones. */
function worstCases(): { name: string; matches: number; find: number; list: number }[] {
  const cases = [
    { name: 'phrase a^23 b, text a^60', phrases: [`${'a'.repeat(23)}b`], text: 'a'.repeat(60) },
    {
      name: 'phrases a^2..a^24, text a^60',
      phrases: Array.from({ length: 23 }, (_, i) => 'a'.repeat(i + 2)),
      text: 'a'.repeat(60),
    },
    { name: 'phrase (ab)^12 c, text (ab)^450', phrases: [`${'ab'.repeat(12)}c`], text: 'ab'.repeat(450) },
    {
      name: 'text of dictionary phrases end to end, 900',
      phrases: [],
      text: corpus.phrases
        .slice(0, 10_000)
        .filter((p) => p.length <= 3)
        .join('')
        .slice(0, 900),
    },
  ];
  const joined = corpus.folded.join('');
  return cases.map(({ name, phrases, text }) => {
    const automaton = new Automaton([...corpus.phrases.slice(0, 10_000), ...phrases], null);
    const pieces = Array.from({ length: 3_000 }, (_, i) => joined.slice(i * text.length, (i + 1) * text.length));
    const ordinary = JSON.parse(JSON.stringify(pieces)) as string[];
    const hostile = JSON.parse(JSON.stringify(pieces.map(() => text))) as string[];
    const find: Contender['run'] = (messages, from, to) => {
      let sum = 0;
      for (let m = from; m < to; m++) sum = (sum + automaton.match(messages[m] as string)) | 0;
      return sum;
    };
    const list: Contender['run'] = (messages, from, to) => {
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
    };
    const ratio = (run: Contender['run']) => {
      const ratios: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        ratios.push(time(run, hostile, hostile.length) / time(run, ordinary, ordinary.length));
      }
      return median(ratios);
    };
    return { name, matches: found(automaton, automaton.match(text)).length, find: ratio(find), list: ratio(list) };
  });
}

const percent = (share: number) => `${(share * 100).toPrecision(3)} %`;
const lines: string[] = [
  'size | contender | us/message | share of charCodeAt scan | match sets',
  '---: | --- | ---: | ---: | ---',
];
const byName = new Map<string, number>();
const summary: string[] = [];
for (const size of SIZES) {
  const { rows, absent, buildMs, kilobytes } = await measure(size);
  for (const row of rows) {
    lines.push(`${size} | ${row.name} | ${row.micros.toPrecision(3)} | ${percent(row.share)} | ${row.checked}`);
    byName.set(`${row.name} ${size}`, row.micros);
  }
  for (const name of absent) lines.push(`${size} | ${name} | not installed | |`);
  const own = byName.get(`ours, folded text ${size}`) ?? Number.NaN;
  const times = (name: string) => `${((byName.get(`${name} ${size}`) ?? Number.NaN) / own).toPrecision(3)}x ${name}`;
  summary.push(
    `${size}: ${['@monyone/aho-corasick fast 1.1.11', 'fastscan 1.0.6', 'String.includes loop'].map(times).join(', ')}; built in ${buildMs.toFixed(0)} ms, ${kilobytes.toFixed(0)} KB`,
  );
}
const growth = (name: string) =>
  ((byName.get(`${name} 100000`) ?? Number.NaN) / (byName.get(`${name} 1000`) ?? Number.NaN)).toFixed(2);
// Printed, so that no engine may skip the work whose result nobody reads.
console.error(`checksum ${sink}`);
console.log(lines.join('\n'));
console.log(`\nours is faster than\n${summary.join('\n')}`);
console.log(
  `\ngrowth of cost 1 000 -> 100 000 phrases: folded ${growth('ours, folded text')}x, raw ${growth('ours, raw text, fold fused')}x`,
);
console.log('\nworst cases at 10 000 phrases, against an ordinary text of the same length');
for (const { name, matches, find, list } of worstCases()) {
  console.log(`${name}: ${find.toFixed(2)}x to find the places, ${list.toFixed(2)}x to list all ${matches} matches`);
}
