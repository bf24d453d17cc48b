/**
 * The intent classifier beside its peers: on whole sets, with messages out of scope, and with few examples a class.
 * `npx tsx bench/intents.ts DATA [set…] [--only contender]`
 * DATA holds a folder a set, with train.jsonl and test.jsonl, and oos_test.jsonl where there are strangers. A set may be named, like
 * `banking77` or `'clinc150 5 a class'`, and a contender by the first word of its name.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Example } from '../src/intents/example.ts';
import { readLabelled } from '../src/intents/read-labelled.ts';
import { accuracy, areaUnderRoc, calibrationError, macroF1 } from '../src/intents/score.ts';
import { seeded, shuffle } from '../src/intents/seeded.ts';
import { type Answer, type Contender, contenders, type Lang, type Trained } from './intents-contenders.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const [data, ...wanted] = positionals;
if (data === undefined) throw new Error('Name the folder of the sets.');

const FEW_SEEDS = [1, 2, 3];
/** Speed is measured over at least this much processor time. */
const LEAST_MICROS = 500_000;

interface Set {
  name: string;
  lang: Lang;
  train: Example[];
  test: Example[];
  outside: Example[];
}

const read = (folder: string, file: string): Example[] => {
  const path = join(data, folder, file);
  return existsSync(path) ? readLabelled({ file, text: readFileSync(path, 'utf8'), labels: true }).examples : [];
};

const readSet = (folder: string, lang: Lang): Set => ({
  ...{ name: folder, lang },
  train: read(folder, 'train.jsonl'),
  test: read(folder, 'test.jsonl'),
  outside: read(folder, 'oos_test.jsonl'),
});

/** A few examples of each label, another choice for each seed. */
const fewOf = (examples: readonly Example[], count: number, seed: number): Example[] => {
  const order = Int32Array.from({ length: examples.length }, (_, i) => i);
  shuffle(order, seeded(seed));
  const taken = new Map<string, number>();
  return [...order].flatMap((i) => {
    const example = examples[i] as Example;
    const before = taken.get(example.label) ?? 0;
    taken.set(example.label, before + 1);
    return before < count ? [example] : [];
  });
};

interface Result {
  accuracy: number;
  macroF1: number;
  ece: number;
  auroc: number;
  cpuSeconds: number;
  perCpuSecond: number;
  megabytes: number;
}

const micros = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const answers = async ({ answer }: Trained, examples: readonly Example[]): Promise<Answer[]> => {
  const all: Answer[] = [];
  for (const { text } of examples) {
    const one = answer(text);
    all.push(one instanceof Promise ? await one : one);
  }
  return all;
};

const speedOf = async (trained: Trained, examples: readonly Example[]): Promise<number> => {
  const some = examples.slice(0, 500);
  await answers(trained, some);
  const began = micros();
  let count = 0;
  while (micros() - began < LEAST_MICROS) {
    await answers(trained, some);
    count += some.length;
  }
  return (count / (micros() - began)) * 1e6;
};

const measure = async ({ train }: Contender, set: Set): Promise<Result> => {
  const began = micros();
  const trained = await train(set.train, set.lang);
  const cpuSeconds = (micros() - began) / 1e6;
  const said = await answers(trained, set.test);
  const judged = said.map(({ label, confidence }, i) => ({ label: set.test[i]?.label ?? '', said: label, confidence }));
  const strange = await answers(trained, set.outside);
  const scope = ({ scope }: Answer) => scope;
  return {
    accuracy: accuracy(judged),
    macroF1: macroF1(judged),
    ece: calibrationError(judged),
    auroc: strange.length > 0 ? areaUnderRoc(said.map(scope), strange.map(scope)) : Number.NaN,
    cpuSeconds,
    perCpuSecond: await speedOf(trained, set.test),
    megabytes: trained.megabytes,
  };
};

const mean = (results: readonly Result[]): Result => {
  const of = (name: keyof Result) => results.reduce((sum, one) => sum + one[name], 0) / results.length;
  return {
    ...{ accuracy: of('accuracy'), macroF1: of('macroF1'), ece: of('ece'), auroc: of('auroc') },
    ...{ cpuSeconds: of('cpuSeconds'), perCpuSecond: of('perCpuSecond'), megabytes: of('megabytes') },
  };
};

const row = (set: string, name: string, one: Result): string =>
  [
    ...[set, name, (one.accuracy * 100).toFixed(1), (one.macroF1 * 100).toFixed(1), one.ece.toFixed(3)],
    ...[Number.isNaN(one.auroc) ? '' : one.auroc.toFixed(3), one.cpuSeconds.toFixed(1)],
    ...[Math.round(one.perCpuSecond), one.megabytes.toFixed(1)],
  ].join(' | ');

const sets = [readSet('xsid_zh', 'zh'), readSet('banking77', 'en'), readSet('clinc150', 'en')];
const trials = sets.flatMap((set) => [
  // Half of the labels of xsid_zh have fewer than twenty examples in all.
  ...(set.name === 'xsid_zh' ? [5, 10] : [5, 10, 20]).map((count) => ({
    name: `${set.name} ${count} a class`,
    variants: FEW_SEEDS.map((seed) => ({ ...set, train: fewOf(set.train, count, seed) })),
  })),
  { name: set.name, variants: [set] },
]);

console.log('set | contender | accuracy % | macro-F1 % | ECE | AUROC | training, CPU s | messages a CPU s | model MB');
console.log('--- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---:');
for (const { name, variants } of trials) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const contender of contenders) {
    if (values.only !== undefined && !contender.name.startsWith(values.only)) continue;
    const results: Result[] = [];
    for (const variant of variants) results.push(await measure(contender, variant));
    console.log(row(name, contender.name, mean(results)));
  }
}
