/**
 * What it costs to decide which rules a message fires, with 100 and 1 000 of them, beside json-rules-engine and mingo on the same
 * conditions: `npx esbuild bench/rules.ts --bundle --platform=node | node`. Bundled as the program is (see
 * read.ts). Rounds are interleaved; all contenders must fire the same rules first.
 */
import { type Contender, createContenders, drawMessages, type Message } from './rules-contenders.ts';
import { threadTime } from './support/thread-time.ts';

const SIZES = [100, 1_000];
const ROUNDS = 9;
const MESSAGES = 2_000;
const CHECKED = 300;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

let sink = 0;

/** Microseconds a message. */
const time = async ({ decide, share }: Contender, messages: readonly Message[]): Promise<number> => {
  const count = Math.max(20, Math.round(100_000 * share));
  const began = threadTime();
  for (let n = 0; n < count; n += 1) {
    const fired = decide(messages[n % messages.length] as Message);
    sink ^= fired instanceof Promise ? (await fired).length : fired.length;
  }
  return (threadTime() - began) / 1000 / count;
};

const sorted = (numbers: readonly number[]): string => [...numbers].sort((a, b) => a - b).join();

const check = async (contenders: readonly Contender[], messages: readonly Message[]): Promise<number> => {
  let fired = 0;
  for (const message of messages.slice(0, CHECKED)) {
    const all = await Promise.all(contenders.map(async ({ decide }) => await decide(message)));
    fired += all[0]?.length ?? 0;
    for (const [n, one] of all.entries())
      if (sorted(one) !== sorted(all[0] ?? [])) throw new Error(`${contenders[n]?.name} fires other rules`);
  }
  return fired / CHECKED;
};

async function main(): Promise<void> {
  const messages = drawMessages(MESSAGES);
  const ours: number[] = [];
  console.log('rules | contender | us a message | messages/s | of json-rules-engine\n---: | --- | ---: | ---: | ---:');
  for (const size of SIZES) {
    const contenders = createContenders(size);
    const fired = await check(contenders, messages);
    const rounds = contenders.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [n, contender] of contenders.entries()) rounds[n]?.push(await time(contender, messages));
    const medians = rounds.map(median);
    const slowest = medians.at(-1) ?? Number.NaN;
    for (const [n, { name }] of contenders.entries()) {
      const micros = medians[n] ?? Number.NaN;
      console.log(`${size} | ${name} | ${micros.toFixed(3)} | ${Math.round(1e6 / micros)} | ${(slowest / micros).toFixed(1)}x`);
    }
    ours.push(medians[0] ?? Number.NaN);
    console.log(`${size} | rules that fire a message: ${fired.toFixed(2)}`);
  }
  console.log(`\ncost of 1 000 rules against 100: ${((ours[1] ?? Number.NaN) / (ours[0] ?? Number.NaN)).toFixed(2)}x`);
  // Printed, so that no engine may skip the work whose result nobody reads.
  console.error(`checksum ${sink}`);
}

void main();
